using DutyRules.Cli.Running;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Verdicts;

namespace DutyRules.Cli.Output;

/// <summary>Verdicts one per line, for programs: JSON or a table.</summary>
internal sealed class LineVerdicts(TextWriter writer, Func<VerdictChange, string> toLine) : IVerdictWriter
{
    public static LineVerdicts Json(TextWriter writer, Vocabulary vocabulary) => new(writer, new VerdictJson(vocabulary).ToLine);

    public static LineVerdicts Csv(TextWriter writer, Vocabulary vocabulary, Language language)
    {
        var csv = new VerdictCsv(vocabulary);
        writer.WriteLine(VerdictCsv.Header);
        return new LineVerdicts(writer, change => csv.ToRow(change, language));
    }

    public void Write(VerdictChange change) => writer.WriteLine(toLine(change));

    public void Finish(RunReport report)
    {
    }
}
