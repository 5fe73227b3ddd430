using DutyRules.Events;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Cli.Testing;

/// <summary>Reads times of a test file; without an offset they are local.</summary>
internal sealed class TestTimes(FileScope file)
{
    // A year out of these is a slip of the pen, and would take long to judge.
    private static readonly Instant First = Instant.FromUtc(1900, 1, 1, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(2200, 1, 1, 0, 0);

    /// <summary>The time; null when there is none or, reported, it is wrong. A date alone is its first instant.</summary>
    public Instant? Read(YamlNode? node, DateTimeZone zone)
    {
        if (node is null || file.Scalar(node, node.Span) is not { } scalar)
        {
            return null;
        }

        var text = scalar.Text.Trim();
        var found = LocalDatePattern.Iso.Parse(text) is { Success: true } date ? zone.AtStartOfDay(date.Value).ToInstant()
            : InstantText.TryParse(text, zone, out var instant) ? instant
            : (Instant?)null;
        if (found >= First && found < Last)
        {
            return found;
        }

        file.Report(TestDiagnostics.NotATime, scalar.Span, text);
        return null;
    }
}
