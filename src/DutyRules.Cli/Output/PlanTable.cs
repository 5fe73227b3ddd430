using DutyRules.Cli.Planning;
using DutyRules.Events;
using DutyRules.Monitoring;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Cli.Output;

/// <summary>Planned duties for people: day by day, and for each day by who bears them.</summary>
internal sealed class PlanTable(Vocabulary vocabulary, DutyWords words, Surroundings around) : IPlanWriter
{
    private const int LeastSpan = 13;
    private const int MostSpan = 32;

    private readonly Ink _ink = new(around.ColourOut);

    /// <inheritdoc />
    public bool SaysTheRest => true;

    /// <inheritdoc />
    public void Write(DutyPlan plan)
    {
        WriteTitle(plan);
        var span = plan.Duties.IsEmpty ? LeastSpan : Math.Clamp(plan.Duties.Max(d => words.Span(d).Length), LeastSpan, MostSpan);
        foreach (var day in plan.Duties.GroupBy(d => d.Day))
        {
            around.Out.WriteLine(_ink.Bold(words.Day(day.Key)));
            foreach (var group in day.Where(d => d.Duty.Stage != DutyStage.Undetermined).GroupBy(Whose).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                around.Out.WriteLine($"  {_ink.Blue(group.Key)}");
                foreach (var duty in group)
                {
                    WriteDuty(duty, span);
                }
            }

            foreach (var (why, duties) in words.CannotBeJudged(day))
            {
                WriteWrapped("  ", why, _ink.Yellow);
                WriteWrapped("    ", duties, _ink.Dim);
            }

            around.Out.WriteLine();
        }

        foreach (var (label, text) in PlanRest.Of(plan, words))
        {
            WriteLabelled(label, text);
        }
    }

    private void WriteTitle(DutyPlan plan)
    {
        var days = $"{LocalDatePattern.Iso.Format(plan.Request.From)} – {LocalDatePattern.Iso.Format(plan.Request.To)}";
        var shifts = plan.Shifts == 0 ? "" : words.Say(plan.Shifts == 1 ? "1 shift, " : $"{DutyWords.Count(plan.Shifts)} shifts, ", $"{DutyWords.Count(plan.Shifts)} 个班次，");
        var duties = words.Say(plan.Duties.Length == 1 ? "1 duty, " : $"{DutyWords.Count(plan.Duties.Length)} duties, ", $"{DutyWords.Count(plan.Duties.Length)} 项职责，");
        around.Out.WriteLine($"{_ink.Bold(vocabulary.Name)}  {words.Say("duties due", "到期职责")} {days}  {_ink.Dim(shifts + duties + vocabulary.Zone.Id)}");
        around.Out.WriteLine();
    }

    private string Whose(PlannedDuty duty) => vocabulary.Sites.Length > 1 ? $"{words.Who(duty)}  {words.Site(duty)}" : words.Who(duty);

    private void WriteDuty(PlannedDuty duty, int span)
    {
        var indent = new string(' ', 4 + span + 2);
        var time = words.Span(duty);
        var title = $"{duty.Duty.Norm.Title.In(words.Language)}  {_ink.Dim(duty.Duty.Norm.Id)}";
        around.Out.WriteLine($"    {time.PadLeft(span)}  {(duty.Duty.Stage == DutyStage.Void ? _ink.Dim(title) : title)}");
        if (words.Trouble(duty.Duty) is { } trouble)
        {
            WriteWrapped(indent, trouble, duty.Duty.Stage == DutyStage.Void ? _ink.Dim : _ink.Yellow);
        }

        if (words.Notes(duty.Duty) is { Length: > 0 } notes)
        {
            WriteWrapped(indent, notes, _ink.Dim);
        }
    }

    private void WriteWrapped(string indent, string text, Func<string, string> paint)
    {
        foreach (var line in TextWidth.Wrap(text, Math.Max(30, around.Width - indent.Length)))
        {
            around.Out.WriteLine(indent + paint(line));
        }
    }

    private void WriteLabelled(string label, string text)
    {
        var start = label.Length > 0 ? _ink.Yellow(label) + "  " : "";
        var indent = label.Length > 0 ? TextWidth.Of(label) + 2 : 0;
        foreach (var line in TextWidth.Wrap(text, Math.Max(30, around.Width - indent)))
        {
            around.Out.WriteLine(start + line);
            start = new string(' ', indent);
        }
    }
}
