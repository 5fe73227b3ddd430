using NodaTime;

namespace DutyRules.Tests.Expressions.Oracle;

/// <summary>An instant that knows its zone, so that scripts can ask for its date and time.</summary>
public readonly record struct Moment(Instant Instant, DateTimeZone Zone)
{
    public LocalDate date => Instant.InZone(Zone).Date;

    public LocalTime time => Instant.InZone(Zone).TimeOfDay;

    public static Duration operator -(Moment left, Moment right) => left.Instant - right.Instant;

    public static Moment operator +(Moment left, Duration right) => left with { Instant = left.Instant + right };

    public static Moment operator -(Moment left, Duration right) => left with { Instant = left.Instant - right };

    public static bool operator <(Moment left, Moment right) => left.Instant < right.Instant;

    public static bool operator <=(Moment left, Moment right) => left.Instant <= right.Instant;

    public static bool operator >(Moment left, Moment right) => left.Instant > right.Instant;

    public static bool operator >=(Moment left, Moment right) => left.Instant >= right.Instant;
}

/// <summary>How C# writes durations.</summary>
public static class OracleDurations
{
    public static Duration Seconds(this int number) => Duration.FromSeconds((long)number);

    public static Duration Minutes(this int number) => Duration.FromMinutes((long)number);

    public static Duration Hours(this int number) => Duration.FromTicks(number * NodaConstants.TicksPerHour);

    public static Duration Seconds(this decimal number) => Duration.FromTicks((long)(number * NodaConstants.TicksPerSecond));

    public static Duration Minutes(this decimal number) => Duration.FromTicks((long)(number * NodaConstants.TicksPerMinute));

    public static Duration Hours(this decimal number) => Duration.FromTicks((long)(number * NodaConstants.TicksPerHour));
}
