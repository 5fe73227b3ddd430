using System.Collections.Immutable;
using DutyRules.Cli.Inputs;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Cli.Planning;

/// <summary>What <c>dutyrules plan</c> was asked for.</summary>
/// <param name="From">The first local date.</param>
/// <param name="To">The last local date, inclusive.</param>
internal sealed record PlanRequest(LocalDate From, LocalDate To)
{
    /// <summary>Which norms are wanted.</summary>
    public NormFilter Norms { get; init; } = NormFilter.None;

    /// <summary>The role whose duties are wanted; null: of all.</summary>
    public Role? Role { get; init; }

    /// <summary>The person whose duties are wanted; null: of all.</summary>
    public string? Person { get; init; }

    /// <summary>The site whose duties are wanted; null: of all.</summary>
    public Site? Site { get; init; }

    /// <summary>True when only some duties are wanted.</summary>
    public bool IsNarrow => Norms.IsNarrow || Role is not null || Person is not null || Site is not null;

    /// <summary>True when the duty is wanted.</summary>
    public bool Wants(PlannedDuty duty) =>
        Norms.Wants(duty.Duty.Norm) && (Role is null || duty.Role == Role) && (Site is null || duty.Duty.Partition == Site.Name) && (Person is null || duty.People.Contains(Person));
}

/// <summary>A duty that falls due on a day.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Zone">The zone of its site.</param>
/// <param name="Day">The local date on which it falls due; what is due at the end of a day is due on that day.</param>
internal sealed record PlannedDuty(UpcomingDuty Duty, DateTimeZone Zone, LocalDate Day)
{
    /// <summary>The role of who bears it; null where that is no role.</summary>
    public Role? Role => Duty.Norm.Parties.Who switch
    {
        EachParty each => each.Role,
        PostParty post => post.Role,
        _ => null,
    };

    /// <summary>Who bears it, as far as that is known.</summary>
    public ImmutableArray<string> People => !Duty.People.IsEmpty
        ? Duty.People
        : [.. Duty.Instance.Key.Where(p => EventType.IsBearer(p.Name)).Select(p => p.Value.ToString())];

    /// <summary>The end of the window as local time.</summary>
    public LocalDateTime Due => Duty.Due.InZone(Zone).LocalDateTime;

    /// <summary>The beginning of the window as local time.</summary>
    public LocalDateTime Opens => Duty.Opens.InZone(Zone).LocalDateTime;

    public static PlannedDuty Of(UpcomingDuty duty, Vocabulary vocabulary)
    {
        var zone = vocabulary.ZoneOf(duty.Partition);
        var due = duty.Due.InZone(zone).LocalDateTime;
        var ended = !duty.DueInclusive && duty.Opens < duty.Due && due.TimeOfDay == LocalTime.Midnight;
        return new PlannedDuty(duty, zone, ended ? due.Date.PlusDays(-1) : due.Date);
    }
}

/// <summary>A role that nobody holds at a site, though duties ask for a holder.</summary>
/// <param name="Role">The role.</param>
/// <param name="Site">The site.</param>
internal sealed record Vacancy(Role Role, Site Site);

/// <summary>The duties that fall due on some days, and what could not be planned.</summary>
/// <param name="Policies">Whose duties they are.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="Duties">Those that are wanted, by day, then due time, norm and instance.</param>
internal sealed record DutyPlan(PolicySet Policies, PlanRequest Request, ImmutableArray<PlannedDuty> Duties)
{
    /// <summary>How many duties fall due in all, wanted or not.</summary>
    public int Total { get; init; }

    /// <summary>True when a roster was given.</summary>
    public bool HasRoster { get; init; }

    /// <summary>How many shifts lie on these days.</summary>
    public int Shifts { get; init; }

    /// <summary>The norms that are not planned, and what they wait for.</summary>
    public ImmutableArray<(Norm Norm, LocalizedText Why)> Waiting { get; init; } = [];

    /// <summary>The calendars that do not know all of these days, and the years that are missing.</summary>
    public ImmutableArray<(WorkCalendar Calendar, ImmutableArray<int> Years)> Unknown { get; init; } = [];

    /// <summary>The roles that nobody holds.</summary>
    public ImmutableArray<Vacancy> Vacancies { get; init; } = [];
}
