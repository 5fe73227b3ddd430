using System.Diagnostics.Tracing;

namespace DutyRules.Benchmarks.Measuring;

/// <summary>Which types are allocated most, sampled by the runtime every hundred kilobytes or so.</summary>
internal sealed class Allocations : EventListener
{
    private const EventKeywords Collector = (EventKeywords)1;
    private readonly Dictionary<string, int> _samples = [];

    public IEnumerable<(string Type, double Share)> Greatest(int count)
    {
        lock (_samples)
        {
            var all = (double)_samples.Values.Sum();
            return [.. _samples.OrderByDescending(s => s.Value).Take(count).Select(s => (s.Key, s.Value / all))];
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
        {
            EnableEvents(eventSource, EventLevel.Verbose, Collector);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) != true)
        {
            return;
        }

        var type = (string)eventData.Payload![eventData.PayloadNames!.IndexOf("TypeName")]!;
        lock (_samples)
        {
            _samples[type] = _samples.GetValueOrDefault(type) + 1;
        }
    }
}
