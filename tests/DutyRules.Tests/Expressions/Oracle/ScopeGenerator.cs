using CsCheck;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Tests.Expressions.Oracle;

/// <summary>Generates moments: small values that meet often, the ends of the ranges, and gaps.</summary>
internal static class ScopeGenerator
{
    public static readonly Gen<long> Integer = Pick.Weighted(
        (8, Gen.Long[-3, 12]), (1, Pick.One(long.MinValue, long.MaxValue, long.MinValue + 1, int.MaxValue, -1)), (1, Gen.Long));

    public static readonly Gen<decimal> Number = Pick.Weighted(
        (6, Gen.Int[-30, 120].Select(n => n / 10m)),
        (2, Integer.Select(n => (decimal)n)),
        (1, Pick.One(decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 500.5m)));

    public static readonly Gen<string> Text = Pick.One("", "a", "ab", "b\"a", "等待", "front", "a\\\n", "longer text");

    public static readonly Gen<string> Word = Pick.One([.. OracleVocabulary.Desk.Choices]);

    public static readonly Gen<Duration> Duration = Pick.Weighted(
        (6, Gen.Int[-4, 8].Select(n => NodaTime.Duration.FromMinutes(n * 15L))),
        (2, Gen.Long[-20_000_000, 20_000_000].Select(NodaTime.Duration.FromTicks)),
        (1, Pick.One(NodaTime.Duration.FromTicks(long.MaxValue), NodaTime.Duration.FromTicks(long.MinValue))));

    // Around the change to summer time, and at the ends of the time line.
    private static readonly Gen<Instant> Instant = Pick.Weighted(
        (9, Gen.Int[-8, 8].Select(n => NodaTime.Instant.FromUtc(2026, 3, 29, 0, 0) + NodaTime.Duration.FromMinutes(n * 30L))),
        (1, Pick.One(NodaTime.Instant.FromUtc(9999, 12, 31, 23, 59), NodaTime.Instant.FromUtc(1, 1, 2, 0, 0))));

    public static readonly Gen<LocalDate> Date = Gen.Int[-3, 3].Select(n => new LocalDate(2026, 3, 29).PlusDays(n));

    public static readonly Gen<LocalTime> Time = Gen.Int[0, 95].Select(n => LocalTime.FromMinutesSinceMidnight(n * 15).PlusSeconds(n % 7 == 0 ? 1 : 0));

    public static Gen<OracleScope> Scope { get; } = Gen.Select(
        Record(OracleVocabulary.Tested),
        Record(OracleVocabulary.Trigger),
        Maybe(Integer.Select(Value.Integer)),
        Text.Array[0, 3],
        Maybe(Text.Select(Value.Text)),
        (tested, trigger, waiting, onDuty, post) => new OracleScope(tested, trigger, waiting, [.. onDuty], post));

    public static Gen<Value> Of(FieldType type) => type.Kind switch
    {
        ValueKind.Integer => Integer.Select(Value.Integer),
        ValueKind.Number => Number.Select(Value.Number),
        ValueKind.Money => Number.Select(Value.Money),
        ValueKind.Truth => Gen.Bool.Select(Value.Truth),
        ValueKind.Text => Text.Select(Value.Text),
        ValueKind.Choice => Word.Select(Value.Choice),
        ValueKind.Duration => Duration.Select(Value.Duration),
        ValueKind.Instant => Instant.Select(Value.Instant),
        ValueKind.Date => Date.Select(Value.Date),
        _ => Time.Select(Value.Time),
    };

    private static Gen<Value?> Maybe(Gen<Value> value) => Pick.Weighted((7, value.Select(v => (Value?)v)), (1, Gen.Const((Value?)null)));

    private static Gen<EventRecord?> Record(EventType type)
    {
        var fields = type.Fields.Aggregate(
            Gen.Const<Value?[]>([]),
            (before, field) => Gen.Select(before, Maybe(Of(field.Type)), (values, value) => (Value?[])[.. values, value]));
        var record = Gen.Select(fields, Instant, Gen.Int[-1, 8], (values, at, quarters) => (EventRecord?)new EventRecord
        {
            Id = "e",
            Type = type,
            At = at,
            Until = quarters < 0 || at.ToUnixTimeSeconds() > 200_000_000_000 ? null : at + NodaTime.Duration.FromMinutes(quarters * 15L),
            Fields = [.. values],
        });
        return Pick.Weighted((9, record), (1, Gen.Const((EventRecord?)null)));
    }
}
