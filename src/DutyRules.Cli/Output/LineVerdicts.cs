using DutyRules.Cli.Running;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Cli.Output;

/// <summary>Verdicts one per line, for programs: JSON or a table.</summary>
internal sealed class LineVerdicts(TextWriter writer, Func<VerdictChange, string> toLine) : IVerdictWriter
{
    public static LineVerdicts Json(TextWriter writer, Vocabulary vocabulary, Timelines timeline) =>
        new(writer, new VerdictJson(vocabulary) { Timeline = timeline }.ToLine);

    public static LineVerdicts Csv(TextWriter writer, Vocabulary vocabulary, Timelines timeline, Language language)
    {
        var csv = new VerdictCsv(vocabulary) { Timeline = timeline };
        writer.WriteLine(csv.FirstRow);
        return new LineVerdicts(writer, change => csv.ToRow(change, language));
    }

    public void Write(VerdictChange change) => writer.WriteLine(toLine(change));

    public void Finish(RunReport report)
    {
    }
}
