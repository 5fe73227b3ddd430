using DutyRules.Benchmarks.Workload;

namespace DutyRules.Benchmarks.Engines;

/// <summary>Something that judges the events of the workload.</summary>
internal interface IContender
{
    /// <summary>Takes events in, in order. Called once or more.</summary>
    void Feed(int from, int to);

    /// <summary>Lets time run out.</summary>
    void Finish();

    /// <summary>How many breaches there are so far.</summary>
    int Breaches { get; }

    /// <summary>What was breached, of a contender that was to keep it.</summary>
    Tally Tell();
}
