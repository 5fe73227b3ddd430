using System.Collections.Immutable;
using System.Globalization;
using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;

namespace DutyRules.Tests.Expressions.Oracle;

/// <summary>One moment: what is known of the events, the states and the key.</summary>
internal sealed record OracleScope(
    EventRecord? Tested, EventRecord? Trigger, Value? Waiting, ImmutableArray<string> OnDuty, Value? Post) : IEvaluationScope
{
    // Its clocks go forward and back twice a year.
    public DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    public EventRecord? Event(EventRole role) => role == EventRole.Tested ? Tested : Trigger;

    public Value? State(StateDefinition state, ImmutableArray<Value> key) =>
        state == OracleVocabulary.Waiting ? Waiting
        : key[0].AsText.Length > 4 ? null
        : Value.Truth(OnDuty.Contains(key[0].AsText));

    public bool? Holds(Role role, string person) => null;

    public Value? Key(string name) => Post;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"tested {Tested?.CanonicalText()}, trigger {Trigger?.CanonicalText()}, waiting {Waiting}, on duty {string.Join(' ', OnDuty)}, post {Post}");
}
