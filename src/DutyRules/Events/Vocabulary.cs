using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Events;

/// <summary>
/// What a field of work talks about: its events, states, roles, sites, people and parameters. Policies are written against it. Immutable.
/// </summary>
public sealed record Vocabulary
{
    /// <summary>The name, as policies write it under <c>uses</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The zone of every site that names none.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>
    /// The field by which histories are kept apart; every event type carries it. Norms, states and people of one partition never see another's.
    /// </summary>
    public required string PartitionField { get; init; }

    /// <summary>The event types.</summary>
    public ImmutableArray<EventType> Events { get; init; } = [];

    /// <summary>Where the events of derived types and of outcomes come from; each after those it is made of.</summary>
    public ImmutableArray<DerivedEvents> Derived { get; init; } = [];

    /// <summary>The states.</summary>
    public ImmutableArray<StateDefinition> States { get; init; } = [];

    /// <summary>The conditions that have a name.</summary>
    public ImmutableArray<Definition> Definitions { get; init; } = [];

    /// <summary>The tables.</summary>
    public ImmutableArray<Table> Tables { get; init; } = [];

    /// <summary>The roles.</summary>
    public ImmutableArray<Role> Roles { get; init; } = [];

    /// <summary>Sets of things that sites have: machines, counters.</summary>
    public ImmutableArray<ThingSet> Sets { get; init; } = [];

    /// <summary>The declared partitions: what <c>every</c> ranges over, events or no events.</summary>
    public ImmutableArray<Site> Sites { get; init; } = [];

    /// <summary>The work calendar of every site that names none; null: none.</summary>
    public WorkCalendar? Calendar { get; init; }

    /// <summary>The named hours of every site that has none of its own under the name.</summary>
    public ImmutableArray<SiteHours> Hours { get; init; } = [];

    /// <summary>How local times are resolved where the clock is changed.</summary>
    public ClockChanges ClockChanges { get; init; } = ClockChanges.Rfc5545;

    /// <summary>The records of planned shifts, which are among <see cref="Events"/> too; null: there is no roster of shifts.</summary>
    public ShiftEvents? Shifts { get; init; }

    /// <summary>The events that say whether a duty was kept, which are among <see cref="Events"/> too; null: there are none.</summary>
    public EventType? Attestations { get; init; }

    /// <summary>Who holds which role where.</summary>
    public ImmutableArray<Assignment> Roster { get; init; } = [];

    /// <summary>The parameters.</summary>
    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    /// <summary>Where it was declared.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>The event type called <paramref name="name"/>, or null.</summary>
    public EventType? FindEvent(string name) => Events.FirstOrDefault(e => e.Name == name);

    /// <summary>The table called <paramref name="name"/>, or null.</summary>
    public Table? FindTable(string name) => Tables.FirstOrDefault(t => t.Name == name);

    /// <summary>The things called <paramref name="name"/>, or null.</summary>
    public ThingSet? FindSet(string name) => Sets.FirstOrDefault(s => s.Name == name);

    /// <summary>The state called <paramref name="name"/>, or null.</summary>
    public StateDefinition? FindState(string name) => States.FirstOrDefault(s => s.Name == name);

    /// <summary>The role called <paramref name="name"/>, or null.</summary>
    public Role? FindRole(string name) => Roles.FirstOrDefault(r => r.Name == name);

    /// <summary>The parameter called <paramref name="name"/>, or null.</summary>
    public Parameter? FindParameter(string name) => Parameters.FirstOrDefault(p => p.Name == name);

    /// <summary>The zone of a partition: that of the declared site, or else <see cref="Zone"/>.</summary>
    public DateTimeZone ZoneOf(string partition) => FindSite(partition)?.Zone ?? Zone;

    /// <summary>The declared site called <paramref name="name"/>, or null.</summary>
    public Site? FindSite(string name) => Sites.FirstOrDefault(s => s.Name == name);

    /// <summary>The work calendar of a partition: that of the declared site, or else <see cref="Calendar"/>.</summary>
    public WorkCalendar? CalendarOf(string partition) => FindSite(partition)?.Calendar ?? Calendar;

    /// <summary>The hours of that name of a partition: those of the declared site, or else of <see cref="Hours"/>; null if there are none.</summary>
    public SiteHours? HoursOf(string partition, string name) =>
        FindSite(partition)?.Hours.FirstOrDefault(h => h.Name == name) ?? Hours.FirstOrDefault(h => h.Name == name);
}

/// <summary>A declared partition, usually a shop or a call centre.</summary>
/// <param name="Name">The name, as events write it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Zone">Its time zone; null: that of the vocabulary.</param>
/// <param name="Span">Where it was declared.</param>
public sealed record Site(string Name, LocalizedText Title, DateTimeZone? Zone = null, SourceSpan Span = default)
{
    /// <summary>Its work calendar; null: that of the vocabulary.</summary>
    public WorkCalendar? Calendar { get; init; }

    /// <summary>Its own named hours, in place of those of the vocabulary.</summary>
    public ImmutableArray<SiteHours> Hours { get; init; } = [];

    /// <inheritdoc />
    public bool Equals(Site? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A post that people hold.</summary>
/// <param name="Name">The name, as policies write it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="SeenIn">
/// Null: held by those whom the roster names. Otherwise: held, in any period, by every person who acts in an event of this type in that period.
/// </param>
/// <param name="Span">Where it was declared.</param>
public sealed record Role(string Name, LocalizedText Title, EventType? SeenIn = null, SourceSpan Span = default)
{
    /// <summary>True: held, at any instant, by those whose planned shift of this role covers it. Not with <see cref="SeenIn"/>.</summary>
    public bool OnShift { get; init; }

    /// <summary>Whoever holds one of these holds this role too. None of them is seen in events.</summary>
    public ImmutableArray<Role> Includes { get; init; } = [];

    /// <summary>While nobody holds it, the holders of the first of these that anybody holds (rule B3). None of them is seen in events.</summary>
    public ImmutableArray<Role> Acting { get; init; } = [];

    /// <summary>The acting roles hold it only for norms that are listed under one of these words; empty: for all.</summary>
    internal ImmutableArray<string> ActingFor { get; init; } = [];

    /// <summary>True when the list of assignments says who holds it.</summary>
    public bool IsAssigned => SeenIn is null && !OnShift;

    /// <summary>The role, and all that it has its holders from.</summary>
    internal IEnumerable<Role> Involved => Includes.Concat(Acting).SelectMany(r => r.Involved).Prepend(this).Distinct();

    /// <summary>True when shifts say who holds it, or have a say in it (rule B3).</summary>
    internal bool IsHeldOnShift => Involved.Any(r => r.OnShift);

    /// <inheritdoc />
    public bool Equals(Role? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Things of a kind that sites have. Immutable.</summary>
/// <param name="Name">The name; also that of the part of the key, and of the field of events that speak of one.</param>
/// <param name="Title">What people call such a thing.</param>
/// <param name="At">The things of each site, in order, by the name of the site.</param>
/// <param name="Span">Where it was declared.</param>
public sealed record ThingSet(string Name, LocalizedText Title, ImmutableSortedDictionary<string, ImmutableArray<string>> At, SourceSpan Span = default)
{
    /// <summary>The things of a site; none if it is not named.</summary>
    public ImmutableArray<string> Of(string site) => At.TryGetValue(site, out var things) ? things : [];

    /// <inheritdoc />
    public bool Equals(ThingSet? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A person holds a role at a site.</summary>
/// <param name="Person">The person, as events write it.</param>
/// <param name="Role">The name of the role.</param>
/// <param name="Site">The partition.</param>
/// <param name="From">From when, inclusive; null: always.</param>
/// <param name="To">Until when, exclusive; null: for ever.</param>
/// <param name="Span">Where it was declared.</param>
public sealed record Assignment(
    string Person, string Role, string Site, Instant? From = null, Instant? To = null, SourceSpan Span = default)
{
    /// <summary>True when the role is held at <paramref name="instant"/>.</summary>
    public bool Covers(Instant instant) => (From is not { } from || from <= instant) && (To is not { } to || instant < to);
}

/// <summary>
/// A figure that the source leaves open or that differs from place to place. Without a value, what depends on it does not run.
/// </summary>
/// <param name="Name">The name, as policies write it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Value">Its value, where no site has one of its own; null: not set.</param>
/// <param name="Because">Why it has this value.</param>
/// <param name="Span">Where it was declared.</param>
public sealed record Parameter(
    string Name, FieldType Type, Value? Value = null, LocalizedText? Because = null, SourceSpan Span = default)
{
    /// <summary>No figures for single sites.</summary>
    internal static ImmutableSortedDictionary<string, Value> Nowhere { get; } = ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);

    /// <summary>True when <see cref="Value"/> is a default that nobody has confirmed.</summary>
    public bool IsDefault { get; init; }

    /// <summary>True when <see cref="Value"/> stands for one that is not set: whatever reads it does not run.</summary>
    internal bool IsOpen { get; init; }

    /// <summary>The figures of single sites, in place of <see cref="Value"/>.</summary>
    public ImmutableSortedDictionary<string, Value> PerSite { get; init; } = Nowhere;

    /// <summary>Its value at a site; null: not set there.</summary>
    public Value? ValueAt(string site) => PerSite.TryGetValue(site, out var value) ? value : Value;
}
