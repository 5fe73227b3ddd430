using DutyRules.Cli.Testing;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Verdicts;
using DutyRules.Wording;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Cli.Output;

/// <summary>Shows how tests went: a tick for each that passed, and for each that failed what was expected and what was there.</summary>
internal sealed class TestText(TextWriter writer, Ink ink, Language language, Vocabulary vocabulary)
{
    private const int ShownInstead = 3;

    private static readonly LocalDateTimePattern Exact = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm':'ss;FFFFFFF");

    public void Write(TestOutcome outcome)
    {
        writer.WriteLine($"  {(outcome.Passed ? ink.Green("✓") : ink.RedBold("✗"))} {outcome.Test.Name}");
        if (outcome.Passed)
        {
            return;
        }

        foreach (var missing in outcome.Missing)
        {
            writer.WriteLine($"      {ink.Green(Say("expected", "预期"))}  {Describe(missing)}  {ink.Dim(missing.Span.ToString())}");
            WriteInstead(missing, outcome);
        }

        foreach (var verdict in outcome.Unexpected)
        {
            writer.WriteLine($"      {ink.Red(Say("not expected", "预期之外"))}  {Describe(verdict)}");
        }

        foreach (var refused in outcome.Refused)
        {
            writer.WriteLine($"      {ink.Yellow(Say("refused", "被拒"))}  {refused.Message.In(language)}");
        }
    }

    private void WriteInstead(Expectation missing, TestOutcome outcome)
    {
        var label = ink.Red(Say("found   ", "实际"));
        var near = outcome.Verdicts.Where(v => v.Norm.Id == missing.NormId)
            .Select(v => (Verdict: v, Differs: Matching.Differences(missing, v, vocabulary).ToList()))
            .OrderBy(v => v.Differs.Count).ToList();
        foreach (var (verdict, differs) in near.Take(ShownInstead))
        {
            var why = differs.Count > 0
                ? Say($"differs in {string.Join(", ", differs)}", $"不同之处：{string.Join("、", differs)}")
                : Say("answers another expectation", "已对应另一条预期");
            writer.WriteLine($"      {label}  {Describe(verdict)}  {ink.Yellow(why)}");
        }

        if (near.Count > ShownInstead)
        {
            writer.WriteLine($"      {label}  {Say($"and {near.Count - ShownInstead} more of {missing.NormId}", $"{missing.NormId} 另有 {near.Count - ShownInstead} 条")}");
        }

        if (near.Count > 0)
        {
            return;
        }

        var open = outcome.Open.Where(o => o.Norm.Id == missing.NormId).ToList();
        writer.WriteLine(open.Count > 0
            ? $"      {label}  {Say($"nothing yet: {open.Count} still open, due {Time(open[0].Due, open[0].Partition)}", $"尚未判定：{open.Count} 项未了结，最迟 {Time(open[0].Due, open[0].Partition)}")}"
            : $"      {label}  {Say($"no verdict of {missing.NormId}", $"没有 {missing.NormId} 的判定")}");
    }

    private string Describe(Expectation e)
    {
        var zone = e.Key.FirstOrDefault(k => k.Name == vocabulary.PartitionField).Value ?? "";
        var parts = new List<string> { e.NormId };
        Add(parts, e.Status?.Name());
        parts.AddRange(e.Key.Select(k => $"{k.Name} {k.Value}"));
        Add(parts, e.Person is { } person ? $"person {person}" : null);
        Add(parts, e.Day is { } day ? $"day {LocalDatePattern.Iso.Format(day)}" : null);
        Add(parts, e.DecidedAt is { } at ? $"decided at {Time(at, zone)}" : null);
        Add(parts, e.Due is { } due ? $"due {Time(due, zone)}" : null);
        Add(parts, e.Points is { } points ? $"{points} points" : null);
        Add(parts, e.Liable is { } liable ? $"liable {string.Join(", ", liable)}" : null);
        return string.Join(", ", parts);
    }

    private string Describe(Verdict v)
    {
        var key = v.Instance.Key.Any(k => k.Name == vocabulary.PartitionField)
            ? v.Instance.Key.Select(k => $"{k.Name} {k.Value}")
            : v.Instance.Key.Select(k => $"{k.Name} {k.Value}").Prepend($"{vocabulary.PartitionField} {v.Partition}");
        var points = (v.Points > 0 ? $", {v.Points} points" : "") + (v.Liable.IsEmpty ? "" : $", liable {string.Join(", ", v.Liable)}");
        return $"{v.Norm.Id}, {v.Status.Name()}, {string.Join(", ", key)}, day {LocalDatePattern.Iso.Format(v.Opens.InZone(vocabulary.ZoneOf(v.Partition)).Date)}, "
            + $"decided at {Time(v.DecidedAt, v.Partition)}{points}: {ReasonText.Of(v, vocabulary, language)}";
    }

    private static void Add(List<string> parts, string? part)
    {
        if (part is not null)
        {
            parts.Add(part);
        }
    }

    private string Time(Instant instant, string partition) => Exact.Format(instant.InZone(vocabulary.ZoneOf(partition)).LocalDateTime);

    private string Say(string en, string zh) => language == Language.Chinese ? zh : en;
}
