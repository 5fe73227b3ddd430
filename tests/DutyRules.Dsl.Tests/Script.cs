using DutyRules.Policies;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace DutyRules.Dsl.Tests;

/// <summary>Runs statements that say policies: <c>Policy</c> is that of <see cref="Duties"/>.</summary>
internal static class Script
{
    private static readonly ScriptOptions Options = ScriptOptions.Default
        .AddReferences(typeof(Duties).Assembly, typeof(PolicyLoader).Assembly, typeof(NodaTime.Instant).Assembly)
        .AddImports("System");

    /// <summary>Adds what the statements say to <paramref name="duties"/>. Parts see what those before them declare.</summary>
    public static async Task<Duties> RunAsync(Duties duties, params string[] parts)
    {
        ScriptState<object>? state = null;
        foreach (string part in parts)
        {
            state = state is null
                ? await CSharpScript.RunAsync(part, Options.WithFilePath("policy.csx"), duties, cancellationToken: TestContext.Current.CancellationToken)
                : await state.ContinueWithAsync(part, Options.WithFilePath("policy.csx"), TestContext.Current.CancellationToken);
        }

        return duties;
    }
}
