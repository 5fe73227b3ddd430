using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Reference;

/// <summary>The window of one instance: <c>[Open, Close)</c> in ticks, and the end as written (T2, W2, W3).</summary>
internal readonly record struct Opening(long Open, long Close, long Due, bool DueInclusive)
{
    /// <summary>
    /// The window of an instance, or else why there is none: what is not known, then the shift that there is not, then the day that there is not or an empty window (W5, W2).
    /// </summary>
    /// <param name="window">The window as written.</param>
    /// <param name="anchors">The instants that its anchors name.</param>
    /// <param name="earliest">It opens no earlier than this (W2).</param>
    /// <param name="rules">Takes the rules that were applied.</param>
    public static (Opening? Window, ReasonCode? Failure) Resolve(Window window, Anchors anchors, long earliest, ISet<string> rules)
    {
        rules.UnionWith(["W1", "W2", "W3", "T2"]);
        window = window.WithOrdinaryEnds();
        var (opens, closes) = (anchors.Resolve(window.Opens.Anchor), anchors.Resolve(window.Closes.Anchor));
        foreach (var failure in Anchors.Failures)
        {
            if (opens.Failure == failure || closes.Failure == failure)
                return (null, failure);
        }

        var open = Math.Max(earliest, window.Opens.Inclusive ? opens.Value : opens.Value + 1);
        var close = window.Closes.Inclusive ? closes.Value + 1 : closes.Value;
        return open < close ? (new Opening(open, close, closes.Value, window.Closes.Inclusive), null) : (null, ReasonCode.NoWindow);
    }
}
