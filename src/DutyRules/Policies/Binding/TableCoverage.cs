using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Policies.Reading;
using DutyRules.Wording;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Finds what lies in two rows of a table, and what in none. Figures are looked at from 0 on.</summary>
internal sealed class TableCoverage(FileScope file, string table, FieldType type, ImmutableArray<string> sites)
{
    /// <param name="cells">The rows of one key, in the order of writing.</param>
    /// <param name="place">Where a gap is reported; null: gaps are not looked for.</param>
    public void Check(IReadOnlyList<FoundCell> cells, SourceSpan? place)
    {
        for (int i = 1; i < cells.Count; i++)
        {
            var other = cells.Take(i).FirstOrDefault(c => InBoth(c.Cell, cells[i].Cell) is not null);
            if (other is not null)
            {
                file.Report(TableDiagnostics.InTwoRows, cells[i].Span, TextOf(InBoth(other.Cell, cells[i].Cell)!.Value), table, other.Span.Line);
            }
        }

        foreach (var value in place is null ? [] : InNone(cells))
        {
            file.Report(TableDiagnostics.InNoRow, place!.Value, TextOf(value), table);
        }
    }

    private LocalizedText TextOf(Value value) => TableText.Of(value);

    private IEnumerable<Value> InNone(IReadOnlyList<FoundCell> cells) => type.Kind switch
    {
        ValueKind.Choice => type.Choices.Select(Value.Choice).Where(v => !cells.Any(c => c.Cell.Contains(v))),
        ValueKind.Text => sites.Select(Value.Text).Where(v => !cells.Any(c => c.Cell.Contains(v))),
        ValueKind.Truth => new[] { Value.Truth(true), Value.Truth(false) }.Where(v => !cells.Any(c => c.Cell.Contains(v))),
        _ => Gaps([.. cells.Select(c => Ends(c.Cell)).Where(e => !e.IsEmpty).OrderBy(e => e.From ?? decimal.MinValue).ThenByDescending(e => e.FromInclusive)]),
    };

    // From the bottom up: where the next row does not begin where the one before ended.
    private IEnumerable<Value> Gaps(IReadOnlyList<Range> rows)
    {
        var reached = (Value: 0m, Itself: false);
        foreach (var row in rows)
        {
            if (row.From is { } from && (from > reached.Value || (from == reached.Value && !row.FromInclusive)) && Between(reached, row) is { } gap)
            {
                yield return Of(gap);
            }

            if (row.To is not { } to)
            {
                yield break;
            }

            if (to > reached.Value || (to == reached.Value && row.ToInclusive))
            {
                reached = (to, row.ToInclusive);
            }
        }

        yield return Of(reached.Itself ? Next(reached.Value) : reached.Value);
    }

    private decimal? Between((decimal Value, bool Itself) reached, Range row)
    {
        if (!reached.Itself)
        {
            return reached.Value;
        }

        decimal from = row.From!.Value;
        return IsWhole ? (reached.Value + 1 < from ? reached.Value + 1 : null)
            : from == reached.Value ? null
            : type.Kind == ValueKind.Duration ? decimal.Floor((reached.Value + from) / 2)
            : (reached.Value + from) / 2;
    }

    private decimal Next(decimal reached) => reached + (type.Kind == ValueKind.Duration ? NodaConstants.TicksPerMinute : 1);

    private Value? InBoth(TableCell a, TableCell b)
    {
        if (type.Kind is ValueKind.Choice or ValueKind.Text or ValueKind.Truth)
        {
            return a.Contains(b.From!.Value) ? b.From : null;
        }

        var (x, y) = (Ends(a), Ends(b));
        var low = Higher(x, y);
        var high = Lower(x, y);
        if (low.From is { } from && high.To is { } to)
        {
            return from > to || (from == to && !(low.FromInclusive && high.ToInclusive)) ? null
                : Of(low.FromInclusive ? from : high.ToInclusive ? to : (from + to) / 2);
        }

        return Of(low.From is { } least ? (low.FromInclusive ? least : Next(least))
            : high.To is { } most ? (high.ToInclusive ? most : most - 1)
            : 0);
    }

    private static Range Higher(Range x, Range y) =>
        x.From is null ? y : y.From is null || x.From > y.From || (x.From == y.From && !x.FromInclusive) ? x : y;

    private static Range Lower(Range x, Range y) =>
        x.To is null ? y : y.To is null || x.To < y.To || (x.To == y.To && !x.ToInclusive) ? x : y;

    private bool IsWhole => type.Kind == ValueKind.Integer;

    // Of whole numbers every end is a number that itself is meant.
    private Range Ends(TableCell cell)
    {
        var (from, to) = (Number(cell.From), Number(cell.To));
        return IsWhole
            ? new Range(cell.FromInclusive ? from : from + 1, to is null || cell.ToInclusive ? to : to - 1, true, true)
            : new Range(from, to, cell.FromInclusive, cell.ToInclusive);
    }

    private static decimal? Number(Value? value) =>
        value is not { } known ? null : known.Kind == ValueKind.Duration ? known.AsDuration.BclCompatibleTicks : known.AsNumber;

    private Value Of(decimal number) => type.Kind switch
    {
        ValueKind.Integer => Value.Integer((long)number),
        ValueKind.Money => Value.Money(number),
        ValueKind.Duration => Value.Duration(Duration.FromTicks((long)number)),
        _ => Value.Number(number),
    };

    private readonly record struct Range(decimal? From, decimal? To, bool FromInclusive, bool ToInclusive)
    {
        public bool IsEmpty => From > To;
    }
}
