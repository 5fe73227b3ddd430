using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Reading;

/// <summary>Reads <c>at least 2</c>, <c>between 2 and 3</c>, <c>不超过 30 分钟</c>: the only bounds there are.</summary>
internal sealed class Bounds(FileScope file)
{
    // A sign, and the word to write instead. The longer signs first.
    private static readonly (string Sign, Keyword Word)[] Signs =
    [
        (">=", Keywords.AtLeast), ("<=", Keywords.AtMost), ("==", Keywords.Exactly), ("≥", Keywords.AtLeast), ("≤", Keywords.AtMost),
        (">", Keywords.MoreThan), ("<", Keywords.LessThan), ("=", Keywords.Exactly),
    ];

    /// <summary>The bound that a value says; null, and reported, when it says none.</summary>
    public Bound<T>? Read<T>(YamlScalar scalar, Func<Phrase, Term<T>?> term)
        where T : struct, IComparable<T>
    {
        var phrase = new Phrase(scalar);
        var bound = ReadBound(phrase, scalar, term);
        if (bound is not null && !phrase.AtEnd)
        {
            file.Report(ValueDiagnostics.NotUnderstood, phrase.RestSpan, phrase.Rest);
            return null;
        }

        if (bound is { IsComputed: false, Lower: { } lower, Upper: { } upper } && lower.Value.CompareTo(upper.Value) > 0)
        {
            file.Report(ValueDiagnostics.BoundsCrossed, scalar.Span, scalar.Text);
            return null;
        }

        return bound;
    }

    private Bound<T>? ReadBound<T>(Phrase phrase, YamlScalar scalar, Func<Phrase, Term<T>?> term)
        where T : struct, IComparable<T>
    {
        if (phrase.Take(Keywords.AtLeast))
        {
            return term(phrase) is { } figure ? Bound<T>.AtLeast(figure) : null;
        }

        if (phrase.Take(Keywords.AtMost))
        {
            return term(phrase) is { } figure ? Bound<T>.AtMost(figure) : null;
        }

        if (phrase.Take(Keywords.MoreThan))
        {
            return term(phrase) is { } figure ? Bound<T>.MoreThan(figure) : null;
        }

        if (phrase.Take(Keywords.LessThan))
        {
            return term(phrase) is { } figure ? Bound<T>.LessThan(figure) : null;
        }

        if (phrase.Take(Keywords.Exactly))
        {
            return term(phrase) is { } figure ? Bound<T>.Exactly(figure) : null;
        }

        foreach (var (sign, word) in Signs)
        {
            if (phrase.TakeSign(sign))
            {
                string written = $"{word.In(file.Language)} {phrase.Rest}";
                file.ReportEdit(ValueDiagnostics.SignForWord, scalar.Span, written, sign, word.Text, written);
                return null;
            }
        }

        return ReadBetween(phrase, scalar, term);
    }

    private Bound<T>? ReadBetween<T>(Phrase phrase, YamlScalar scalar, Func<Phrase, Term<T>?> term)
        where T : struct, IComparable<T>
    {
        bool between = phrase.Take(Keywords.Between);
        if (term(phrase) is not { } low)
        {
            return null;
        }

        if (phrase.Take(Keywords.To) || phrase.Take(Keywords.And))
        {
            return term(phrase) is { } high ? Bound<T>.Between(low, high) : null;
        }

        if (between)
        {
            file.Report(ValueDiagnostics.BetweenNeedsTwo, scalar.Span, scalar.Text);
        }
        else
        {
            Keyword[] bounds = [Keywords.AtLeast, Keywords.AtMost, Keywords.Exactly];
            file.ReportOffers(ValueDiagnostics.BareFigure, scalar.Span, bounds.Select(b => $"{b.In(file.Language)} {scalar.Text}"), scalar.Text);
        }

        return null;
    }
}
