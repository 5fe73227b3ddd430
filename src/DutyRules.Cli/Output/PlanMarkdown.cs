using DutyRules.Cli.Planning;
using DutyRules.Events;
using DutyRules.Monitoring;
using NodaTime.Text;

namespace DutyRules.Cli.Output;

/// <summary>Planned duties as Markdown, to print or to pass on: one table a day.</summary>
internal sealed class PlanMarkdown(Vocabulary vocabulary, DutyWords words, TextWriter writer) : IPlanWriter
{
    /// <inheritdoc />
    public bool SaysTheRest => true;

    /// <inheritdoc />
    public void Write(DutyPlan plan)
    {
        var sites = vocabulary.Sites.Length > 1;
        writer.WriteLine($"# {Cell(vocabulary.Name)}{words.Say(": duties due ", "：到期职责 ")}{LocalDatePattern.Iso.Format(plan.Request.From)} – {LocalDatePattern.Iso.Format(plan.Request.To)}");
        foreach (var day in plan.Duties.GroupBy(d => d.Day))
        {
            writer.WriteLine();
            writer.WriteLine($"## {Cell(words.Day(day.Key))}");
            writer.WriteLine();
            Row([words.Say("Time", "时间"), words.Say("Duty", "职责"), words.Say("Who", "责任人"), .. sites ? [words.Say("Site", "网点")] : Array.Empty<string>(), words.Say("Notes", "备注")]);
            writer.WriteLine(string.Concat(Enumerable.Repeat("|---", sites ? 5 : 4)) + "|");
            foreach (var duty in day.Where(d => d.Duty.Stage != DutyStage.Undetermined).OrderBy(words.Who, StringComparer.Ordinal).ThenBy(words.Site, StringComparer.Ordinal))
            {
                var notes = string.Join(words.Say("; ", "；"), new[] { words.Trouble(duty.Duty), words.Notes(duty.Duty) }.Where(n => !string.IsNullOrEmpty(n)));
                Row([words.Span(duty), duty.Duty.Norm.Title.In(words.Language), words.Who(duty), .. sites ? [words.Site(duty)] : Array.Empty<string>(), notes]);
            }

            foreach (var (why, duties) in words.CannotBeJudged(day))
            {
                Row(["", duties, "", .. sites ? [""] : Array.Empty<string>(), why]);
            }
        }

        foreach (var (label, text) in PlanRest.Of(plan, words))
        {
            writer.WriteLine();
            writer.WriteLine(label.Length > 0 ? $"**{label}**{words.Say(": ", "：")}{Cell(text)}" : Cell(text));
        }
    }

    private void Row(IEnumerable<string> cells) => writer.WriteLine($"| {string.Join(" | ", cells.Select(Cell))} |");

    // What a text holds must not be taken for the signs of a table or of emphasis.
    private static string Cell(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(c => c is '|' or '\\' or '*' or '_' or '`' or '<' or '[' or ']' ? $"\\{c}" : c.ToString()));
}
