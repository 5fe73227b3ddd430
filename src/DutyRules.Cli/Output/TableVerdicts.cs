using System.Globalization;
using DutyRules.Cli.Running;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;
using DutyRules.Wording;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Cli.Output;

/// <summary>Verdicts for people: one line per norm, and each breach with its reason.</summary>
/// <param name="vocabulary">What the policies are written in.</param>
/// <param name="language">The language of texts.</param>
/// <param name="around">Where the table goes.</param>
/// <param name="all">True when no list is cut short.</param>
/// <param name="listAll">True when everything that is written is listed, because it was asked for by status.</param>
internal sealed class TableVerdicts(Vocabulary vocabulary, Language language, Surroundings around, bool all, bool listAll) : IVerdictWriter
{
    private const int ShownPerNorm = 10;
    private const int TimeWidth = 16;
    private const int LeastWhoWidth = 12;
    private const int MostWhoWidth = 34;

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm");

    private readonly Ink _ink = new(around.ColourOut);

    // By norm, so that memory is bounded by the number of norms and not by the number of breaches.
    private readonly Dictionary<string, (List<VerdictChange> Shown, long Count)> _details = [];

    public void Write(VerdictChange change)
    {
        // Kept duties are in the summary; what an officer must look at is listed.
        if (listAll || change.Verdict.Status is VerdictStatus.Breached or VerdictStatus.Undetermined)
        {
            var (shown, count) = _details.TryGetValue(change.Verdict.Norm.Id, out var seen) ? seen : ([], 0);
            if (!all && shown.Count >= ShownPerNorm && change.Verdict.Status == VerdictStatus.Breached
                && shown.FindLastIndex(s => s.Verdict.Status != VerdictStatus.Breached) is >= 0 and var other)
            {
                // What is not known does not hide a breach.
                shown.RemoveAt(other);
            }

            if (all || shown.Count < ShownPerNorm)
            {
                shown.Add(change);
            }

            _details[change.Verdict.Norm.Id] = (shown, count + 1);
        }
    }

    public void Finish(RunReport report)
    {
        WriteTitle(report);
        SummaryTable.Write(report, language, around);
        WriteNeverApplied(report);
        WriteNotJudged(report);
        WriteOpen(report);
        foreach (var norm in report.Policies.Norms.DistinctBy(n => n.Id))
        {
            if (_details.TryGetValue(norm.Id, out var details))
            {
                WriteDetails(norm, details.Shown, details.Count);
            }
        }
    }

    private void WriteTitle(RunReport report)
    {
        var plan = report.Timeline == Timelines.Plan;
        var events = report.Events.ToString("N0", CultureInfo.InvariantCulture);
        var shifts = report.Shifts > 0 || plan ? Say(report.Shifts == 1 ? "1 shift, " : $"{report.Shifts} shifts, ", $"{report.Shifts} 个班次，") : "";
        var period = $"{Local(report.From, vocabulary.Zone)} – {Local(report.Until, vocabulary.Zone)}";
        around.Out.WriteLine(
            $"{_ink.Bold(vocabulary.Name)}  {(plan ? _ink.YellowBold(Say("PLAN", "排班计划")) + "  " : "")}{period}  {_ink.Dim(shifts + Say($"{events} events, {vocabulary.Zone.Id}", $"{events} 个事件，{vocabulary.Zone.Id}"))}");
        if (plan)
        {
            around.Out.WriteLine(Say("This judges the roster as if it had happened; it says nothing about what did happen.", "此处把排班当作已经发生来核查，并非实际情况。"));
        }

        around.Out.WriteLine();
    }

    // Nothing is lost in silence: a norm that was never put to the test did not pass it.
    private void WriteNeverApplied(RunReport report)
    {
        var idle = report.NeverApplied.ToList();
        if (idle.Count == 0)
        {
            return;
        }

        WriteLabelled(
            Say("Never applied", "从未触发"),
            string.Join(Say("; ", "；"), idle.Select(n => $"{n.Title.In(language)} ({n.Id})")));
        around.Out.WriteLine();
    }

    private void WriteNotJudged(RunReport report)
    {
        if (report.NotJudged.Length > 0)
        {
            WriteLabelled(Say("Not judged", "未核查"), NotJudged.List(report, language));
            around.Out.WriteLine();
        }
    }

    private void WriteOpen(RunReport report)
    {
        if (report.Open.Count == 0)
        {
            return;
        }

        var kinds = report.Open.GroupBy(o => o.Norm.Id).Select(g =>
            $"{g.First().Norm.Title.In(language)} {(g.Count() > 1 ? $"× {g.Count()} " : "")}({Say("due", "最迟")} {Local(g.Min(o => o.Due), vocabulary.ZoneOf(g.First().Partition))})");
        WriteLabelled(Say("Still open", "尚未了结"), string.Join(Say("; ", "；"), kinds));
        around.Out.WriteLine();
    }

    private void WriteLabelled(string label, string text)
    {
        var indent = TextWidth.Of(label) + 2;
        var start = _ink.Yellow(label) + "  ";
        foreach (var line in TextWidth.Wrap(text, around.Width - indent))
        {
            around.Out.WriteLine(start + line);
            start = new string(' ', indent);
        }
    }

    private void WriteDetails(Norm norm, List<VerdictChange> shown, long count)
    {
        var what = shown.TrueForAll(c => c.Verdict.Status == VerdictStatus.Breached) ? Say(count == 1 ? "breach" : "breaches", "次违反")
            : Say("listed", "条");
        around.Out.WriteLine($"{_ink.Bold(norm.Title.In(language))}  {_ink.Dim(norm.Id)}  {_ink.RedBold($"{count} {what}")}{SeverityOf(norm)}{Cites(norm)}");
        var whoWidth = Math.Clamp(shown.Max(c => TextWidth.Of(Who(c.Verdict))), LeastWhoWidth, MostWhoWidth);
        foreach (var change in shown)
        {
            WriteDetail(change, whoWidth);
        }

        if (count > shown.Count)
        {
            around.Out.WriteLine(_ink.Dim(Say(
                $"  and {count - shown.Count} more; use --all, or --format jsonl", $"  另有 {count - shown.Count} 条；加 --all，或用 --format jsonl")));
        }

        around.Out.WriteLine();
    }

    private void WriteDetail(VerdictChange change, int whoWidth)
    {
        var verdict = change.Verdict;
        var when = Due(verdict);
        var who = Who(verdict);
        var notes = new List<string>();
        if (verdict.Status != VerdictStatus.Breached)
        {
            notes.Add(verdict.Status.Title().In(language));
        }

        if (!verdict.Liable.IsEmpty && !verdict.Liable.SequenceEqual(verdict.People))
        {
            notes.Add(Say($"liable: {string.Join(", ", verdict.Liable)}", $"责任：{string.Join("、", verdict.Liable)}"));
        }

        if (verdict.Points > 0)
        {
            notes.Add(Say(verdict.Points == 1 ? "1 point" : $"{verdict.Points} points", $"扣 {verdict.Points} 分"));
        }

        if (!change.IsFinal)
        {
            notes.Add(change.Kind.Name());
        }

        var text = ReasonText.Of(verdict, vocabulary, language) + (notes.Count > 0 ? $" [{string.Join("; ", notes)}]" : "");
        var indent = 2 + TimeWidth + 2 + Math.Max(whoWidth, TextWidth.Of(who)) + 2;
        var start = $"  {when.PadRight(TimeWidth)}  {_ink.Bold(TextWidth.Pad(who, whoWidth))}  ";
        foreach (var line in TextWidth.Wrap(text, Math.Max(30, around.Width - indent)))
        {
            around.Out.WriteLine(start + line);
            start = new string(' ', indent);
        }
    }

    // The end of a day is that day, not the midnight that follows it; what is decided at the first instant of a day is that day.
    private string Due(Verdict verdict)
    {
        var local = verdict.Due.InZone(vocabulary.ZoneOf(verdict.Partition)).LocalDateTime;
        return verdict.DueInclusive || local.TimeOfDay != LocalTime.Midnight ? Minute.Format(local)
            : LocalDatePattern.Iso.Format(verdict.Opens < verdict.Due ? local.Date.PlusDays(-1) : local.Date);
    }

    // Where, and who bears it, or which case it is about.
    private static string Who(Verdict verdict)
    {
        var parts = verdict.Instance.Key.Select(p => p.Value.ToString()).Prepend(verdict.Partition);
        var people = verdict.People.IsEmpty ? verdict.Performers : verdict.People;
        return string.Join(" ", parts.Concat(people).Distinct());
    }

    private string SeverityOf(Norm norm) => norm.Severity == Severity.Normal ? "" : "  " + _ink.Yellow(norm.Severity.Title().In(language));

    private string Cites(Norm norm) => norm.Cites.IsEmpty ? "" : "  " + _ink.Dim($"[{string.Join(", ", norm.Cites)}]");

    private string Say(string en, string zh) => language == Language.Chinese ? zh : en;

    private static string Local(Instant instant, DateTimeZone zone) => Minute.Format(instant.InZone(zone).LocalDateTime);
}
