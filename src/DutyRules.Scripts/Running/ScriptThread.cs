using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using DutyRules.Diagnostics;
using DutyRules.Scripts.Compiling;
using DutyRules.Scripts.Guards;

namespace DutyRules.Scripts.Running;

/// <summary>Runs a script on a thread of its own: with a stack of known size, under no culture, within its limits.</summary>
internal static class ScriptThread
{
    // Values in values, one for each step, are compared by nested calls of their own.
    private const int StackBytes = 512 * 1024 * 1024;

    // For the call it is in to come back, after its time is over.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Runs it to its end.</summary>
    /// <returns>Why it did not come to it; null: it did.</returns>
    public static Diagnostic? Run(CompiledScript script, string path, object globals, Action? end, ScriptSurface surface, ScriptLimits limits)
    {
        Diagnostic? problem = null;
        var thread = new Thread(() => problem = RunHere(script, path, globals, end, surface, limits), StackBytes)
        {
            IsBackground = true,
            Name = "DutyRules script",
            CurrentCulture = CultureInfo.InvariantCulture,
            CurrentUICulture = CultureInfo.InvariantCulture,
        };
        thread.Start();
        var time = limits.Time.ToTimeSpan() + Grace;
        return thread.Join(time) ? problem : ScriptDiagnostics.StillRuns.At(SourceSpan.None with { File = path }, (int)time.TotalSeconds);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Diagnostic? RunHere(CompiledScript script, string path, object globals, Action? end, ScriptSurface surface, ScriptLimits limits)
    {
        var context = new ScriptContext(ScriptReferences.Of(surface));
        var budget = new Budget(limits);
        Budget.Current = budget;
        try
        {
            context.Run(script, globals);
            end?.Invoke();
            return budget.Spent is { } caught ? Say(caught, path, script) : null;
        }
#pragma warning disable CA1031 // Whatever a script throws is a finding.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return Say(budget.Spent ?? thrown, path, script);
        }
        finally
        {
            Budget.Clear();
            context.Unload();
        }
    }

    private static Diagnostic Say(Exception thrown, string path, CompiledScript script)
    {
        while (thrown is TypeInitializationException or TargetInvocationException && thrown.InnerException is { } inner)
        {
            thrown = inner;
        }

        return thrown switch
        {
            BudgetSpentException spent => spent.At(Place(spent.Where, path, script)),
            InsufficientExecutionStackException => ScriptDiagnostics.TooDeep.At(Place(new StackTrace(thrown, fNeedFileInfo: true), path, script)),
            _ => ScriptDiagnostics.Failed.At(Place(new StackTrace(thrown, fNeedFileInfo: true), path, script), thrown.Message.ReplaceLineEndings(" "), thrown.GetType().Name),
        };
    }

    // The innermost of its own lines.
    private static SourceSpan Place(StackTrace trace, string path, CompiledScript script)
    {
        foreach (var frame in trace.GetFrames())
        {
            if (frame.GetFileName() is { } file && script.Shifts.TryGetValue(file, out var shifts) && frame.GetFileLineNumber() is var line and > 0)
            {
                var column = shifts.Original(line, frame.GetFileColumnNumber());
                return new SourceSpan(file, line, column, line, column + 1);
            }
        }

        return SourceSpan.None with { File = path };
    }
}
