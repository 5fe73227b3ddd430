using System.Collections.Immutable;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>Plays a delivery to the engine alone.</summary>
internal static class Play
{
    /// <summary>What the engine said at each step.</summary>
    public static ImmutableArray<ImmutableArray<VerdictChange>> All(PolicySet policies, Instant start, Script script, MonitorOptions? options = null)
    {
        var monitor = new DutyMonitor(policies, start, (options ?? new()) with { MaxAhead = Case.MaxAhead });
        var said = ImmutableArray.CreateBuilder<ImmutableArray<VerdictChange>>();
        foreach (var step in script.Steps)
            said.Add([.. One(step, ref monitor, policies)]);

        return said.ToImmutable();
    }

    private static IReadOnlyList<VerdictChange> One(Step step, ref DutyMonitor monitor, PolicySet policies)
    {
        switch (step)
        {
            case Observe observe:
                monitor.Observe(observe.Record);
                return [];
            case Advance advance:
                return monitor.AdvanceTo(advance.To);
            case Complete complete:
                return monitor.CompleteTo(complete.To);
            default:
                using (var stream = new MemoryStream())
                {
                    monitor.Snapshot(stream);
                    stream.Position = 0;
                    monitor = DutyMonitor.Restore(policies, stream);
                }

                return [];
        }
    }
}
