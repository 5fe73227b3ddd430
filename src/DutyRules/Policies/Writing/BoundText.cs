using DutyRules.Diagnostics;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Policies.Writing;

/// <summary>Writes figures and bounds: <c>at least 2</c>, <c>between 30 min and promptly</c>.</summary>
internal sealed class BoundText(Speech speech, ConditionText conditions)
{
    public string Of<T>(Bound<T> bound, Func<T, string> figure)
        where T : struct, IComparable<T> => bound switch
        {
            { Lower: { Inclusive: true } low, Upper: { Inclusive: true } high } => Term(low.Term, figure) is var from && Term(high.Term, figure) is var to && from == to
                ? $"{speech.Word(Keywords.Exactly)} {from}"
                : $"{speech.Word(Keywords.Between)} {from} {speech.Word(Keywords.And)} {to}",
            { Lower: { } low, Upper: null } => $"{speech.Word(low.Inclusive ? Keywords.AtLeast : Keywords.MoreThan)} {Term(low.Term, figure)}",
            { Lower: null, Upper: { } high } => $"{speech.Word(high.Inclusive ? Keywords.AtMost : Keywords.LessThan)} {Term(high.Term, figure)}",
            _ => throw new UnsayableException(new LocalizedText("bounds of which one end is excluded", "一端不含在内的区间")),
        };

    public string Of(Bound<long> bound) => Of(bound, Speech.Number);

    public string Of(Bound<Duration> bound) => Of(bound, speech.Length);

    public string AtLeast<T>(Term<T> term, Func<T, string> figure)
        where T : struct => $"{speech.Word(Keywords.AtLeast)} {Term(term, figure)}";

    /// <summary>A figure: its parameter, what computes it, or itself.</summary>
    public string Term<T>(Term<T> term, Func<T, string> figure)
        where T : struct => term.Parameter ?? (term.Computed is { } computed ? conditions.Print(computed) : figure(term.Value));

    public string Term(Term<Duration> term) => Term(term, speech.Length);
}
