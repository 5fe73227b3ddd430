using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Time;
using DutyRules.Wording;
using NodaTime;

namespace DutyRules.Cli.Planning;

/// <summary>Works out which duties fall due on some days.</summary>
/// <param name="policies">The policies.</param>
/// <param name="roster">The records of the roster.</param>
/// <param name="tell">Is told what is wrong with records.</param>
internal sealed class Planner(PolicySet policies, IReadOnlyList<EventRecord> roster, Action<Diagnostic> tell)
{
    // Norms are planned together when they need about as long a record: a yearly one must not make all others begin years ago.
    private static readonly int[] Spans = [45, 135, 450, int.MaxValue];

    private readonly Vocabulary _vocabulary = policies.Vocabulary;

    public DutyPlan Plan(PlanRequest request)
    {
        var shifts = roster.Count > 0 ? RosterPlan.Shifts(_vocabulary, roster) : [];
        var (judged, plansOnly) = RosterPlan.JudgedOnWhatHappened(policies);
        var periodic = judged.Norms.Where(n => n.Frame is EveryFrame && WaitsFor(n) is null).ToList();
        var (begin, end) = Extent(request);
        var duties = periodic
            .GroupBy(n => Spans.First(span => PlanReach.DaysOf(n, _vocabulary) <= span))
            .SelectMany(group => Upcoming([.. group], shifts, begin, end))
            .Select(duty => PlannedDuty.Of(duty, _vocabulary))
            .Where(duty => duty.Day >= request.From && duty.Day <= request.To)
            .OrderBy(d => d.Day).ThenBy(d => d.Duty.Due).ThenBy(d => d.Duty.Norm.Id, StringComparer.Ordinal)
            .ThenBy(d => d.Duty.Partition, StringComparer.Ordinal).ThenBy(d => d.Duty.Instance.ToString(), StringComparer.Ordinal)
            .ToList();
        return new DutyPlan(policies, request, [.. duties.Where(request.Wants)])
        {
            Total = duties.Count,
            HasRoster = roster.Count > 0,
            Shifts = shifts.Count(s => s.Ends > begin && s.Starts < end),
            Waiting =
            [
                .. judged.Norms.DistinctBy(n => n.Id).Where(request.Norms.Wants).Select(n => (n, WaitsFor(n))).Where(n => n.Item2 is not null).Select(n => (n.n, n.Item2!)),
                .. plansOnly.Where(request.Norms.Wants).Select(n => (n, new LocalizedText("is judged only on a plan", "只核查排班计划"))),
            ],
            Unknown = [.. Unknown(request)],
            Vacancies = [.. periodic.Where(request.Norms.Wants).SelectMany(n => Vacant(n, shifts, begin, end)).Distinct().Where(v => (request.Role is null || v.Role == request.Role) && (request.Site is null || v.Site == request.Site))],
        };
    }

    private IEnumerable<(WorkCalendar Calendar, ImmutableArray<int> Years)> Unknown(PlanRequest request)
    {
        var days = Period.DaysBetween(request.From, request.To);
        return _vocabulary.Sites.Where(s => request.Site is null || s == request.Site)
            .Select(s => _vocabulary.CalendarOf(s.Name)).OfType<WorkCalendar>().Distinct()
            .Select(c => (c, Enumerable.Range(0, days + 1).Select(i => request.From.PlusDays(i)).Where(d => c.KindOf(d) is null).Select(d => d.Year).Distinct().ToImmutableArray()))
            .Where(c => !c.Item2.IsEmpty);
    }

    private IReadOnlyList<UpcomingDuty> Upcoming(ImmutableArray<Norm> norms, ImmutableArray<RosterShift> shifts, Instant begin, Instant end)
    {
        var start = begin - Duration.FromDays(norms.Max(n => PlanReach.DaysOf(n, _vocabulary)));
        var monitor = new DutyMonitor(policies with { Norms = norms }, start, new MonitorOptions { FinalsOnly = true });
        // What counts is the plan as it stands: it is read as if it had been known all along.
        foreach (var shift in shifts.Where(s => s.Ends > start))
        {
            if (monitor.Observe(shift.ToPlanned(_vocabulary, $"roster/{shift.Id}", start)).Problem is { } problem)
            {
                tell(problem);
            }
        }

        // What was decided before the first day is no longer due; what is decided at its first instant is.
        monitor.AdvanceTo(begin - Duration.FromTicks(1));
        return monitor.Upcoming(begin, end + Duration.FromTicks(1));
    }

    // Dates are local to each site: from the first instant of the first anywhere to the last of the last.
    private (Instant Begin, Instant End) Extent(PlanRequest request)
    {
        List<DateTimeZone> zones = [_vocabulary.Zone, .. _vocabulary.Sites.Select(s => _vocabulary.ZoneOf(s.Name))];
        return (
            zones.Min(zone => zone.AtStartOfDay(request.From).ToInstant()),
            zones.Max(zone => zone.AtStartOfDay(request.To.PlusDays(1)).ToInstant()));
    }

    private LocalizedText? WaitsFor(Norm norm) => norm.Frame switch
    {
        WhenFrame { Trigger.Type.Title: var title } => Said(w => w.Say($"waits for {w.Title(title)}", $"待发生“{w.Title(title)}”")),
        WhileFrame frame => Said(w => w.Say($"waits until {w.Condition(frame.Condition)}", $"待出现{w.Condition(frame.Condition)}")),
        OutcomeFrame outcome => new LocalizedText($"follows {outcome.NormId}", $"跟随 {outcome.NormId}"),
        EveryFrame when norm.Parties.Who is EachParty { Role: { SeenIn: { } seen } role } =>
            Said(w => w.Say($"who is {w.Title(role.Title)} is known only from {w.Title(seen.Title)}", $"只有发生“{w.Title(seen.Title)}”才知道谁是{w.Title(role.Title)}")),
        _ => null,
    };

    private static LocalizedText Said(Func<Words, string> say) => new(say(new Words(Language.English)), say(new Words(Language.Chinese)));

    private IEnumerable<Vacancy> Vacant(Norm norm, ImmutableArray<RosterShift> shifts, Instant begin, Instant end)
    {
        var role = norm.Parties.Who switch
        {
            EachParty each => each.Role,
            PostParty post => post.Role,
            _ => null,
        };
        return role is null or { SeenIn: not null } ? [] : _vocabulary.Sites.Where(site => (norm.At is null || norm.At.Covers(site.Name)) && !IsHeld(role, site.Name)).Select(site => new Vacancy(role, site));

        bool IsHeld(Role held, string site) => held.OnShift
            ? shifts.Any(s => s.Role == held.Name && s.Site == site && s.Ends > begin && s.Starts < end)
            : _vocabulary.Roster.Any(a => a.Role == held.Name && a.Site == site && (a.From is not { } from || from < end) && (a.To is not { } to || to > begin));
    }
}
