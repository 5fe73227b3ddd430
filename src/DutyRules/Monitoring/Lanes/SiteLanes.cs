using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Lanes;

/// <summary>The lanes of all sites that have the same norms: families, the states and conditions that they share, and who listens to which events.</summary>
internal sealed partial class SiteLanes
{
    private readonly List<LaneSite> _sites = [];
    private readonly List<LaneCondition> _conditions = [];
    private readonly Dictionary<(EventType? Of, string Text), LaneCondition> _conditionsByText = [];
    private readonly Dictionary<StateDefinition, LaneState> _states = [];
    private readonly TypeTable<Listeners> _listeners;
    private readonly Listeners?[] _listenersByIndex;
    private readonly Dictionary<string, Listeners?[]> _ways = new(StringComparer.Ordinal);
    private readonly LaneVerdicts _verdicts;
    private readonly LaneMoment _moment;
    private LaneSite? _crowded;
    private readonly Family[] _timed;
    private Maybe<bool>[] _before;

    public SiteLanes(IReadOnlyList<NormPlan> norms, Plan plan, int sites, LaneVerdicts verdicts, LaneClock clock)
    {
        _verdicts = verdicts;
        _moment = new LaneMoment(_sites);
        Clock = new LaneClock(clock);
        PartitionField = plan.Vocabulary.PartitionField;
        Norms = [.. norms.Select((n, i) => new LaneMember(n, i))];
        var read = norms.SelectMany(n => n.States).ToHashSet();
        States = [.. plan.States.Where(s => read.Contains(s.Definition)).Select(s => new LaneState(s, PartitionField, sites))];
        foreach (var state in States)
        {
            _states.Add(state.Plan.Definition, state);
        }

        var families = new FamilyMaker(this, sites);
        Families = [.. families.Of(Norms)];
        _listeners = new([.. norms.SelectMany(n => n.Types).Concat(States.SelectMany(s => s.Plan.Types)).Distinct().Select(type => (type, families.ListenersTo(type)))]);

        _listenersByIndex = [.. plan.Vocabulary.Events.Select(_listeners.Find)];
        Spells = [.. Families.OfType<SpellFamily>()];
        _timed = [.. Families.Where(f => f is not ActFamily)];
        _before = new Maybe<bool>[_conditions.Count];
    }

    public LaneClock Clock { get; }

    public string PartitionField { get; }

    public ImmutableArray<LaneMember> Norms { get; }

    public ImmutableArray<LaneState> States { get; }

    public ImmutableArray<Family> Families { get; }

    private SpellFamily[] Spells { get; }

    public IReadOnlyList<LaneSite> Sites => _sites;

    public LaneState StateOf(StateDefinition definition) => _states[definition];

    /// <summary>Who listens to events of a type; null: nobody.</summary>
    public Listeners? ListenersTo(EventType type) => _listeners.Find(type);

    /// <summary>A condition on events of a type, or on none, shared by all who say the same of that type; null if there is none.</summary>
    public LaneCondition? ConditionOf(EventType? type, Expression? expression)
    {
        if (expression is null)
        {
            return null;
        }

        var said = (type, ExpressionPrinter.ToCSharp(expression));
        if (!_conditionsByText.TryGetValue(said, out var condition))
        {
            condition = new LaneCondition(LaneTests.Of(expression, this)!, ExpressionReads.States(expression).Any(), _conditions.Count);
            _conditionsByText.Add(said, condition);
            _conditions.Add(condition);
        }

        return condition;
    }

    /// <summary>Who listens to the rows of each type, where lanes alone read them; the same for all sites of which the same is true.</summary>
    public Listeners?[] WaysOf(bool[] alone)
    {
        var same = string.Concat(alone.Select(a => a ? '1' : '0'));
        if (!_ways.TryGetValue(same, out var ways))
        {
            _ways.Add(same, ways = [.. alone.Select((isAlone, type) => isAlone ? _listenersByIndex[type] ?? Listeners.Nobody : null)]);
        }

        return ways;
    }

    public LaneSite Add(PartitionMonitor partition, int serial)
    {
        var site = new LaneSite(partition, this, _sites.Count, serial);
        _sites.Add(site);
        foreach (var family in Families)
        {
            family.Begin(site);
        }

        return site;
    }

    /// <summary>Decides all that falls due up to a cut.</summary>
    public void Pass(long cut)
    {
        var next = long.MaxValue;
        foreach (var family in _timed)
        {
            if (family.Next <= cut)
            {
                family.PassTo(cut, _verdicts);
            }

            next = Math.Min(next, family.Next);
        }

        Clock.Next = next;
    }

    /// <summary>An instant with one record.</summary>
    public void Take(LaneSite site, in LaneEvent item, Listeners listeners)
    {
        _moment.Enter(site, item.Time, item.Record);
        TakeOne(listeners);
    }

    /// <summary>From here on rows are of this batch.</summary>
    public void Begin(EventBatch batch, SiteNames names) => _moment.Begin(batch, names);

    /// <summary>The batch is done with.</summary>
    public void End() => _moment.End();

    /// <summary>An instant with one row of the batch.</summary>
    public void Take(in NamedPartition site, in BatchRow found, int row, Listeners listeners)
    {
        _moment.Enter(site, found, row);
        TakeOne(listeners);
    }

    private void TakeOne(Listeners listeners)
    {
        var place = -1;
        if (listeners.States.Length > 0)
        {
            place = 0;
            ReadBefore(listeners, 0);
            foreach (var source in listeners.States)
            {
                source.State.Step(source, _moment);
            }
        }

        if (listeners.Opens)
        {
            Open(listeners, place);
        }

        if (listeners.Counts)
        {
            Count(listeners, place);
        }

        if (listeners.ChangesSpells)
        {
            _moment.Leave();
            ReadSpells();
        }

        if (_crowded is not null)
        {
            ForgetNames(_moment.Time);
        }
    }

    /// <summary>A site has so many names that it is time to forget some.</summary>
    public void Crowd(LaneSite site) => _crowded = site;

    /// <summary>Conditions are read at the end of an instant.</summary>
    public void EndInstant(LaneSite site, long time)
    {
        _moment.Enter(site, time, null);
        ReadSpells();
    }

    private void ReadSpells()
    {
        foreach (var spell in Spells)
        {
            spell.Read(_moment);
        }
    }

    private void ForgetNames(long time)
    {
        _crowded!.ForgetNames(time);
        _crowded = null;
        _moment.ForgetNumbers();
    }

    private void ReadBefore(Listeners listeners, int place)
    {
        foreach (var condition in listeners.Sensitive)
        {
            _before[(place * _conditions.Count) + condition.Index] = condition.Test(_moment);
        }
    }

    private void Open(Listeners listeners, int place)
    {
        foreach (var family in listeners.Acts)
        {
            var trigger = Read(family.Trigger, place);
            if (!family.PassesOver(trigger))
            {
                family.Judge(_moment, trigger, Read(family.OnlyIf, place), _verdicts);
            }
        }

        foreach (var family in listeners.Opened)
        {
            var matches = Read(family.Trigger, place).Before;
            if (matches is { IsKnown: true, Value: false })
            {
                continue;
            }

            var opened = family.Open(_moment, matches, _verdicts);
            if (opened >= 0 && _earlier.Count > 0)
            {
                CountEarlier(family, opened);
            }
        }
    }

    private void Count(Listeners listeners, int place)
    {
        foreach (var family in listeners.Counted)
        {
            if (Matches(family.Where, place) is var match && match is not { IsKnown: true, Value: false } && family.Counts(_moment))
            {
                family.Count(_moment, match.IsKnown, _verdicts);
            }
        }

        foreach (var family in listeners.CountedEvery)
        {
            if (Matches(family.Where, place) is var match && match is not { IsKnown: true, Value: false })
            {
                family.Count(_moment, match.IsKnown, _verdicts);
            }
        }
    }

    private Maybe<bool> Matches(LaneCondition? condition, int place) => Read(condition, place) is var reading ? Conditions.Or(reading.Before, reading.After) : default;

    private Reading Read(LaneCondition? condition, int place)
    {
        if (condition is null)
        {
            return Reading.True;
        }

        var after = condition.Test(_moment);
        return place < 0 ? new Reading(after, after) : new Reading(condition.ReadsStates ? _before[(place * _conditions.Count) + condition.Index] : after, after);
    }
}
