using System.Globalization;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Wording;

namespace DutyRules.Verdicts;

/// <summary>Verdicts as a table, with the names that verdicts have in JSON. Lists stand in one cell, parted by semicolons.</summary>
public sealed class VerdictCsv(Vocabulary vocabulary)
{
    private static readonly string[] Columns =
    [
        "norm", "title", "key", "status", "opens", "due", "decidedAt", "final", "revision", "people", "liable", "points", "evidence", "reason.zh",
        "reason.en", "sources", "change", "total", "calendar", "severity", "tags", "measured", "needed", "charges",
    ];

    /// <summary>The first row for what happened, without its end.</summary>
    public static string Header => string.Join(',', Columns);

    /// <summary>The history that was judged; a plan has a last column that says <c>plan</c>.</summary>
    public Timelines Timeline { get; init; } = Timelines.Actual;

    /// <summary>The first row for this history, without its end.</summary>
    public string FirstRow => Timeline == Timelines.Plan ? Header + ",timeline" : Header;

    /// <summary>One line of the changelog as a row, without its end.</summary>
    public string ToRow(VerdictChange change, Language language)
    {
        var verdict = change.Verdict;
        var zone = vocabulary.ZoneOf(verdict.Partition);
        var reason = ReasonText.Of(verdict, vocabulary);
        return string.Join(',', new[]
        {
            verdict.Norm.Id,
            verdict.Norm.Title.In(language),
            string.Join("; ", Key(verdict)),
            verdict.Status.Name(),
            InstantText.Format(verdict.Opens, zone),
            InstantText.Format(verdict.Due, zone),
            InstantText.Format(verdict.DecidedAt, zone),
            change.IsFinal ? "true" : "false",
            verdict.Instance.Revision,
            string.Join("; ", verdict.People),
            string.Join("; ", verdict.Liable),
            verdict.Points.ToString(CultureInfo.InvariantCulture),
            string.Join("; ", verdict.Evidence),
            reason.Zh,
            reason.En,
            string.Join("; ", verdict.Norm.Cites),
            change.Kind.Name(),
            verdict.Total is { } total ? DurationText.ToIso(total) : "",
            verdict.Calendar ?? "",
            verdict.Norm.Severity.Name(),
            string.Join("; ", verdict.Norm.Tags),
            verdict.Measured is { } measured ? Measured(measured) : "",
            verdict.Needed?.ToString(CultureInfo.InvariantCulture) ?? "",
            string.Join("; ", verdict.Charges.Select(c => $"{c.Person}={c.Points.ToString(CultureInfo.InvariantCulture)}")),
        }.Concat(Timeline == Timelines.Plan ? ["plan"] : []).Select(Cell));
    }

    private static string Measured(Value value) => value.Kind == ValueKind.Duration ? DurationText.ToIso(value.AsDuration) : value.ToString();

    private IEnumerable<string> Key(Verdict verdict) =>
        verdict.Instance.Key.Any(p => p.Name == vocabulary.PartitionField)
            ? verdict.Instance.Key.Select(p => $"{p.Name}={p.Value}")
            : verdict.Instance.Key.Select(p => $"{p.Name}={p.Value}").Prepend($"{vocabulary.PartitionField}={verdict.Partition}");

    // A spreadsheet runs a cell that begins with one of these as a formula; a leading quote keeps it text.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"")}\"" : safe;
    }
}
