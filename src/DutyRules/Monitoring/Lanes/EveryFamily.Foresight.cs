using DutyRules.Monitoring.Calendars;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Planning;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Lanes;

/// <content>What is open, and what is to come.</content>
internal sealed partial class EveryFamily
{
    public override IEnumerable<(LaneMember Norm, ForeseenDuty Duty)> Foresee(LaneSite site, long? to)
    {
        var hall = _halls[site.Index];
        var context = site.Norm(First).Context;
        foreach (var period in hall.Open)
        {
            foreach (var duty in Duties(site, hall, period.Span, period.Birth, period.Window, null, bearer => period.Low[bearer] < _least))
            {
                yield return duty;
            }
        }

        for (var coming = to is null ? null : hall.Coming; coming is not null; coming = coming.Next)
        {
            var span = coming.Span;
            if ((coming.Missing is null ? Math.Min(coming.Window.Open, span.Start) : span.Start) >= to)
            {
                yield break;
            }

            foreach (var duty in Duties(site, hall, span, coming.Birth, coming.Window, ReasonOf(context, coming), _ => true))
            {
                yield return duty;
            }
        }
    }

    private IEnumerable<(LaneMember Norm, ForeseenDuty Duty)> Duties(
        LaneSite site, Hall hall, PeriodSpan span, long birth, ResolvedWindow window, ReasonCode? reason, Func<int, bool> isOpen) =>
        from member in _members
        let norm = site.Norm(member)
        let shown = reason is null ? window : new ResolvedWindow(span.Start, span.Start, span.Start, false)
        let notes = norm.NotesOf(new FrameExtent(span.Start, span.End))
        from bearer in Enumerable.Range(0, hall.Bearers.Length)
        where isOpen(bearer)
        select (member, norm.Open(norm.Begun(span.Start, birth, span.Name, hall.Bearers[bearer], shown), notes) with { AtOnce = reason });
}
