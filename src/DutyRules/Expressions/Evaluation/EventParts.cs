using DutyRules.Events;
using NodaTime;

namespace DutyRules.Expressions.Evaluation;

/// <summary>Compiles what is read from the time of an event.</summary>
internal static class EventParts
{
    public static Func<IEvaluationScope, Maybe<T>> Read<T>(EventRole role, Func<EventRecord, T> part) =>
        scope => scope.Event(role) is { } record ? new Maybe<T>(part(record)) : Maybe<T>.Unknown;

    /// <summary>The local date or time of an event or of an instant.</summary>
    public static Func<IEvaluationScope, Maybe<T>> ReadLocal<T>(Expression expression, Func<LocalDateTime, T> part)
    {
        var instant = expression switch
        {
            EventPropertyExpression property => Read(property.Event, record => record.At),
            LocalPartExpression local => Closures.Of<Instant, InstantKind>(local.Instant),
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };
        return scope =>
        {
            var value = instant(scope);
            return value.IsKnown
                ? Closures.Try((at, zone) => part(at.InZone(zone).LocalDateTime), value.Value, scope.Zone)
                : Maybe<T>.Unknown;
        };
    }
}
