using Microsoft.CodeAnalysis;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>How much may be interpreted, so that typing never waits for it.</summary>
internal sealed class Budget(CancellationToken cancellation)
{
    private const int Steps = 500_000;
    private const int StepsOfPolicy = 100_000;
    private const int Depth = 60;

    private int _steps;
    private int _stepsOfPolicy;
    private int _depth;

    /// <summary>A policy begins, or ends: one that takes too long leaves something for the others.</summary>
    public void Begin() => _stepsOfPolicy = 0;

    /// <summary>One more statement or expression.</summary>
    public void Step(SyntaxNode at)
    {
        cancellation.ThrowIfCancellationRequested();
        if (++_steps > Steps || ++_stepsOfPolicy > StepsOfPolicy)
        {
            throw new StoppedException(Unknown.TooLong(at));
        }
    }

    /// <summary>One more call within a call, until what is returned is disposed.</summary>
    public IDisposable Enter(SyntaxNode at)
    {
        if (++_depth > Depth)
        {
            _depth--;
            throw new StoppedException(Unknown.TooLong(at));
        }

        return new Call(this);
    }

    private sealed class Call(Budget budget) : IDisposable
    {
        public void Dispose() => budget._depth--;
    }
}
