using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Policies;
using NodaTime;

namespace DutyRules.Benchmarks.Parts;

/// <summary>One hall with a calendar, and few norms.</summary>
internal static class PartFiles
{
    /// <summary>A Thursday before a week of holidays.</summary>
    public static Instant Start { get; } = Instant.FromUtc(2026, 9, 23, 16, 0);

    public static PolicySet Load(string policy)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Norms");
        var result = PolicyLoader.LoadFrom(
            Path.Combine(folder, "parts.vocabulary.yaml"), Path.Combine(folder, "parts.calendar.yaml"), Path.Combine(folder, $"{policy}.duty.yaml"));
        return result.Policies ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    public static DutyMonitor Monitor(PolicySet policies) => new(policies, Start);

    public static EventRecord Record(PolicySet policies, string type, int number, long milliseconds, params ReadOnlySpan<(string Name, Value Value)> values)
    {
        var kind = policies.Vocabulary.Events.Single(e => e.Name == type);
        var fields = new Value?[kind.Fields.Length];
        fields[kind.FindField("site")!.Index] = Value.Text("s0");
        foreach (var (name, value) in values)
        {
            fields[kind.FindField(name)!.Index] = value;
        }

        return new EventRecord { Id = $"e{number}", Type = kind, At = Start + Duration.FromMilliseconds(milliseconds), Fields = [.. fields] };
    }
}
