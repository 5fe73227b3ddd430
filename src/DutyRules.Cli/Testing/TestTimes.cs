using DutyRules.Events;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Cli.Testing;

/// <summary>Reads times of a test file; without an offset they are local.</summary>
internal sealed class TestTimes(FileScope file)
{
    /// <summary>The time; null when there is none or, reported, it is wrong. A date alone is its first instant.</summary>
    public Instant? Read(YamlNode? node, DateTimeZone zone)
    {
        if (node is null || file.Scalar(node, node.Span) is not { } scalar)
        {
            return null;
        }

        var text = scalar.Text.Trim();
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } date)
        {
            return zone.AtStartOfDay(date.Value).ToInstant();
        }

        if (InstantText.TryParse(text, zone, out var instant))
        {
            return instant;
        }

        file.Report(TestDiagnostics.NotATime, scalar.Span, text);
        return null;
    }
}
