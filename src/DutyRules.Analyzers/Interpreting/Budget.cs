using Microsoft.CodeAnalysis;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>How much may be interpreted, so that typing never waits for it.</summary>
internal sealed class Budget(CancellationToken cancellation)
{
    private const int Steps = 400_000;
    private const int Depth = 60;

    private int _steps;
    private int _depth;

    /// <summary>One more statement or expression.</summary>
    public void Step(SyntaxNode at)
    {
        cancellation.ThrowIfCancellationRequested();
        if (++_steps > Steps)
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
