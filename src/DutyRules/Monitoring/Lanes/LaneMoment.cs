using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;

namespace DutyRules.Monitoring.Lanes;

/// <summary>A condition of a norm in a lane.</summary>
internal delegate Maybe<bool> LaneTest(LaneMoment moment);

/// <summary>What conditions see: an event at a site, and the states as they stand. One object is reused.</summary>
internal sealed class LaneMoment : IEvaluationScope
{
    private string? _name;
    private LaneSite? _named;
    private int _number = -1;

    /// <summary>The event; null where a condition is about none.</summary>
    public EventRecord? Record { get; set; }

    /// <summary>When it is.</summary>
    public long Time { get; set; }

    /// <summary>Where it is.</summary>
    public LaneSite Site { get; set; } = null!;

    /// <summary>The number of a name at the site; that of the last one that was asked for is at hand.</summary>
    public int NumberOf(string name)
    {
        if (!ReferenceEquals(name, _name) || !ReferenceEquals(Site, _named))
        {
            (_name, _named, _number) = (name, Site, Site.Find(name));
        }

        return _number < 0 ? _number = Site.Find(name) : _number;
    }

    public DateTimeZone Zone => Site.View.Calendar.Zone;

    public EventRecord? Event(EventRole role) => Record;

    public Value? State(StateDefinition state, ImmutableArray<Value> key) => Site.Lanes.StateOf(state).At(Site, key, Time);

    public bool? Holds(Role role, string person) => Site.View.Roles.Holds(person, role, Time);

    public Value? Key(string name)
    {
        if (name == Site.View.Vocabulary.PartitionField)
        {
            return Value.Text(Site.View.Name);
        }

        return EventType.IsBearer(name) && Record?.Actor is { } actor ? Value.Text(actor) : null;
    }
}
