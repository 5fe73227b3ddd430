using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DutyRules.Diagnostics;
using DutyRules.Dsl;
using DutyRules.Policies;

namespace DutyRules.Scripts;

/// <summary>Reads policies that are written as C# scripts, beside those in files. Off unless <see cref="ScriptSettings.Allowed"/>. Safe to use from several threads.</summary>
public sealed class PolicyScripts
{
    private readonly ScriptHost _host;

    /// <summary>A reader of scripts.</summary>
    [RequiresDynamicCode("Scripts are compiled when they are run.")]
    [RequiresUnreferencedCode("Scripts may use whatever they are given, whether the program uses it or not.")]
    public PolicyScripts(ScriptSettings settings) => _host = new ScriptHost(settings, Surface);

    private static ScriptSurface Surface { get; } = new(typeof(PolicyScript))
    {
        Assemblies = [typeof(Duties).Assembly],
        Namespaces = ["DutyRules.Dsl"],
        Imports = ["DutyRules.Dsl", "DutyRules.Dsl.Words"],
        Bases = [typeof(Happening)],
    };

    /// <summary>Reads files and scripts as one policy set. Never throws for what stands in them.</summary>
    /// <param name="files">Vocabularies, calendars and policies.</param>
    /// <param name="scripts">The paths of scripts.</param>
    public LoadResult Load(IEnumerable<PolicyFile> files, params IEnumerable<string> scripts)
    {
        var given = files.ToList();
        var built = Build(given, scripts);
        return built.AddTo(PolicyLoader.Load(given, built.Written, VocabularyChanges.None));
    }

    /// <summary>Runs scripts that belong to files.</summary>
    internal BuiltScripts Build(IReadOnlyList<PolicyFile> files, IEnumerable<string> scripts)
    {
        var written = ImmutableArray.CreateBuilder<BuiltFile>();
        var runs = ImmutableArray.CreateBuilder<ScriptRun>();
        foreach (var path in scripts)
        {
            var script = new PolicyScript(files);
            var run = _host.Run(path, script, script.Finish);
            if (run.Completed && script.Written.Count == 0)
            {
                run = run with { Completed = false, Diagnostics = [.. run.Diagnostics, ScriptDiagnostics.NothingBuilt.At(new SourceSpan(path, 1, 1, 1, 1))] };
            }

            runs.Add(run);
            written.AddRange(run.Completed ? script.Written : []);
        }

        return new BuiltScripts(written.ToImmutable(), runs.ToImmutable());
    }
}

/// <summary>What came of running scripts.</summary>
/// <param name="Written">What they built.</param>
/// <param name="Runs">How each came out.</param>
internal sealed record BuiltScripts(ImmutableArray<BuiltFile> Written, ImmutableArray<ScriptRun> Runs)
{
    /// <summary>There were none.</summary>
    public static BuiltScripts None { get; } = new([], []);

    /// <summary>What was read together with them; without those that did not come to their end it is not whole.</summary>
    public LoadResult AddTo(LoadResult result) => result with
    {
        Policies = Runs.All(r => r.Completed) ? result.Policies : null,
        Diagnostics = [.. Runs.SelectMany(r => r.Diagnostics), .. Runs.All(r => r.Completed) ? result.Diagnostics : result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error && d.Id != FileDiagnostics.NoVocabulary.Id)],
    };
}
