using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Binding;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Reads for what keys a row is: <c>at most 5</c>, <c>6 to 20</c>, <c>more than 5 and at most 10</c>, <c>3</c>, or words.</summary>
internal sealed class TableCells(FileScope file, ImmutableArray<string> sites)
{
    /// <summary>The cells; several where several words stand. None, and reported, when they cannot be read.</summary>
    public ImmutableArray<TableCell> Read(YamlScalar key, FieldType type) => type switch
    {
        { Kind: ValueKind.Integer } => Between<long>(key, Whole, Value.Integer),
        { Kind: ValueKind.Number } => Between<decimal>(key, Number, Value.Number),
        { Kind: ValueKind.Money } => Between<decimal>(key, Number, Value.Money),
        { Kind: ValueKind.Duration } => Between<Duration>(key, (p, f) => Durations.Read(p, f), Value.Duration),
        { Kind: ValueKind.Truth } => new Values(file).Read(key, type) is { } truth ? [Exactly(truth)] : [],
        { Kind: ValueKind.Choice } => Words(key, type.Choices, w => ReportNoChoice(w, type), Value.Choice),
        _ => Words(key, sites, ReportNoSite, Value.Text),
    };

    private static TableCell Exactly(Value value) => new(value, value);

    private ImmutableArray<TableCell> Words(YamlScalar key, ImmutableArray<string> known, Action<Texts.Word> report, Func<string, Value> value)
    {
        var words = Texts.Split(key with { IsPlain = true }).ToList();
        foreach (var unknown in words.Where(w => !known.Contains(w.Text)))
        {
            report(unknown);
        }

        return [.. words.Where(w => known.Contains(w.Text)).Select(w => Exactly(value(w.Text)))];
    }

    private void ReportNoChoice(Texts.Word word, FieldType type) => file.Report(
        NameDiagnostics.NotAChoice, word.Span, word.Text, KindNames.Words(type), Suggestion.Question(Suggestion.Nearest(word.Text, type.Choices)));

    private void ReportNoSite(Texts.Word word) =>
        file.Report(NameDiagnostics.UnknownSite, word.Span, word.Text, Suggestion.Question(Suggestion.Nearest(word.Text, sites)));

    private ImmutableArray<TableCell> Between<T>(YamlScalar key, Func<Phrase, FileScope, T?> figure, Func<T, Value> value)
        where T : struct, IComparable<T>
    {
        var bound = Figure(key, figure) is { } only ? Bound<T>.Exactly(only) : TwoEnds(key, figure) ?? new Bounds(file).Read(key, p => Term(figure(p, file)));
        return bound is null ? []
            : [new TableCell(
                bound.Lower is { } low ? value(low.Value) : null, bound.Upper is { } high ? value(high.Value) : null,
                bound.Lower?.Inclusive ?? true, bound.Upper?.Inclusive ?? true)];
    }

    // A figure alone is that figure.
    private T? Figure<T>(YamlScalar key, Func<Phrase, FileScope, T?> figure)
        where T : struct
    {
        var phrase = new Phrase(key);
        return figure(phrase, new FileScope(file.Source)) is { } found && phrase.AtEnd ? found : null;
    }

    // "more than 5 and at most 10", 超过 5 不超过 10
    private Bound<T>? TwoEnds<T>(YamlScalar key, Func<Phrase, FileScope, T?> figure)
        where T : struct, IComparable<T>
    {
        var aside = new FileScope(file.Source);
        var phrase = new Phrase(key);
        bool isAbove = phrase.Take(Keywords.MoreThan);
        if ((!isAbove && !phrase.Take(Keywords.AtLeast)) || figure(phrase, aside) is not { } low)
        {
            return null;
        }

        bool isJoined = phrase.Take(Keywords.To);
        _ = isJoined || phrase.Take(Keywords.And) || phrase.TakeSign("且") || phrase.TakeSign(",");
        bool isBelow = !isJoined && phrase.Take(Keywords.LessThan);
        if ((!isJoined && !isBelow && !phrase.Take(Keywords.AtMost)) || figure(phrase, aside) is not { } high || !phrase.AtEnd)
        {
            return null;
        }

        int order = low.CompareTo(high);
        if (order > 0 || (order == 0 && (isAbove || isBelow)))
        {
            file.Report(ValueDiagnostics.BoundsCrossed, key.Span, key.Text);
        }

        return new Bound<T>(new Limit<T>(low, !isAbove), new Limit<T>(high, !isBelow));
    }

    private static Term<T>? Term<T>(T? figure)
        where T : struct => figure is { } known ? new Term<T>(known) : null;

    private static long? Whole(Phrase phrase, FileScope file)
    {
        int start = phrase.Position;
        if (phrase.TakeNumber(out decimal number) && number == decimal.Truncate(number) && number <= long.MaxValue)
        {
            return (long)number;
        }

        phrase.Return(start);
        file.Report(ValueDiagnostics.WholeNumberNeeded, phrase.RestSpan, phrase.Rest);
        return null;
    }

    private static decimal? Number(Phrase phrase, FileScope file)
    {
        if (phrase.TakeNumber(out decimal number))
        {
            return phrase.TakeSign("%") ? number / 100 : number;
        }

        file.Report(ValueDiagnostics.NumberNeeded, phrase.RestSpan, phrase.Rest);
        return null;
    }
}
