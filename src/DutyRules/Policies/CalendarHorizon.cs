using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Validation;
using DutyRules.Time;
using NodaTime;
using NodaTime.Text;
using DutyRules.Wording;

namespace DutyRules.Policies;

/// <summary>Which norms will ask a work calendar for dates that it does not know: their verdicts would be undetermined.</summary>
public static class CalendarHorizon
{
    /// <summary>One warning for each norm, and each work calendar that it depends on and that knows no year up to the horizon.</summary>
    /// <param name="policies">The norms.</param>
    /// <param name="horizon">The last date that is to be judged.</param>
    public static ImmutableArray<Diagnostic> Check(PolicySet policies, LocalDate horizon)
    {
        ArgumentNullException.ThrowIfNull(policies);
        return [.. Check(policies, norm => norm.InForceTo is { } to && LastDay(to) < horizon ? LastDay(to) : horizon)];
    }

    /// <summary>The same for norms that say until when they are in force.</summary>
    internal static IEnumerable<Diagnostic> CheckForce(PolicySet policies) =>
        Check(policies, norm => norm.InForceTo is { } to ? LastDay(to) : null);

    private static IEnumerable<Diagnostic> Check(PolicySet policies, Func<Norm, LocalDate?> lastOf)
    {
        foreach (var norm in policies.Norms)
        {
            if (lastOf(norm) is not { } last || norm.InForceFrom?.Date > last)
            {
                continue;
            }

            var needs = TimeNeeds.Of(norm, NormReads.States(norm));
            var calendars = policies.Vocabulary.Sites.Where(s => needs.CalendarAt(s.Name, policies.Vocabulary))
                .Select(s => policies.Vocabulary.CalendarOf(s.Name)).OfType<WorkCalendar>().Distinct();
            foreach (var calendar in calendars.Where(c => !(c.LastKnownYear >= last.Year)))
            {
                yield return calendar.LastKnownYear is { } year
                    ? PolicyDiagnostics.CalendarEnds.At(norm.Span, norm.Id, calendar.Edition, LocalDatePattern.Iso.Format(new LocalDate(year, 12, 31)))
                    : PolicyDiagnostics.CalendarKnowsNothing.At(norm.Span, norm.Id, calendar.Edition);
            }
        }
    }

    private static LocalDate LastDay(LocalDateTime to) => to.PlusTicks(-1).Date;
}
