using System.Diagnostics;
using System.Runtime.CompilerServices;
using DutyRules.Diagnostics;

namespace DutyRules.Scripts.Guards;

/// <summary>What a script may still use up. Belongs to the thread that runs it.</summary>
internal sealed class Budget(ScriptLimits limits)
{
    [ThreadStatic]
    private static Budget? _current;

    // Thousands of calls; an exception that leaves many more takes minutes to come out.
    private const long DeepestBytes = 256 * 1024;

    private readonly long _startAddress = Address();
    private readonly long _startBytes = GC.GetAllocatedBytesForCurrentThread();
    private readonly long _end = System.Environment.TickCount64 + (long)limits.Time.TotalMilliseconds;
    private long _left = limits.Steps;
    private BudgetSpentException? _spent;

    /// <summary>That of the script on this thread.</summary>
    public static Budget Current
    {
        get => _current ?? throw new InvalidOperationException("code of a script was called after its policies were built");
        set => _current = value;
    }

    public static void Clear() => _current = null;

    /// <summary>Why it was spent, also where the script caught it; null: it is not.</summary>
    public BudgetSpentException? Spent => _spent;

    // Once it is spent, every further step fails too: what a script catches does not help it.
    public void Spend()
    {
        if (_startAddress - Address() > DeepestBytes || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Fail((ScriptDiagnostics.TooDeep, []));
        }

        if (--_left < 0 || _spent is not null)
        {
            Fail(System.Environment.TickCount64 >= _end ? TooSlow() : (ScriptDiagnostics.TooManySteps, [limits.Steps]));
        }

        if (GC.GetAllocatedBytesForCurrentThread() - _startBytes > limits.Bytes)
        {
            Fail((ScriptDiagnostics.TooManyBytes, [limits.Bytes / 1024 / 1024]));
        }

        if (System.Environment.TickCount64 >= _end)
        {
            Fail(TooSlow());
        }
    }

    public void Check(long elements)
    {
        if (elements > limits.Length)
        {
            Fail((ScriptDiagnostics.TooLong, [elements, limits.Length]));
        }
    }

    // Stacks grow downwards.
    private static unsafe long Address()
    {
        byte here;
        return (long)&here;
    }

    private (DiagnosticDescriptor Kind, object[] Words) TooSlow() => (ScriptDiagnostics.TooSlow, [limits.Time.TotalSeconds]);

    private void Fail((DiagnosticDescriptor Kind, object[] Words) reason)
    {
        _spent ??= new BudgetSpentException(reason.Kind, reason.Words);
        throw _spent;
    }
}

/// <summary>A script has used up what it may.</summary>
internal sealed class BudgetSpentException(DiagnosticDescriptor kind, object[] words) : Exception(kind.En)
{
    /// <summary>Where it happened first.</summary>
    public StackTrace Where { get; } = new(skipFrames: 1, fNeedFileInfo: true);

    public Diagnostic At(SourceSpan span) => kind.At(span, words);
}
