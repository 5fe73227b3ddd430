using DutyRules.Benchmarks.Workload;
using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Benchmarks.Engines;

/// <summary>The events of a size and the norms, made once, for contenders that are made anew for each run.</summary>
internal sealed class Stage
{
    private readonly int _rules;
    private readonly Lazy<PolicySet> _policies;
    private readonly Lazy<EventRecord[]> _records;
    private readonly Lazy<EventBatch[]> _batches;

    public Stage(int sites, int rules)
    {
        Sites = sites;
        _rules = rules;
        Events = new Hall(sites).All();
        Expected.Check(sites, Events.Length);
        _policies = new Lazy<PolicySet>(() => NormFiles.Load(sites, rules));
        _records = new Lazy<EventRecord[]>(() => new Records(_policies.Value, sites).Of(Events));
        _batches = new Lazy<EventBatch[]>(() => BatchEngine.BatchesOf(_records.Value, _policies.Value));
    }

    /// <summary>Who can be measured.</summary>
    public static IReadOnlyList<string> Contenders { get; } = ["hand-written", "dutyrules", "dutyrules-records", "rulesengine", "reactive"];

    public int Sites { get; }

    public Happening[] Events { get; }

    /// <summary>A contender. One that need not keep what it said may only count it, where it has that choice.</summary>
    public IContender New(string contender, bool keeps = false) => contender switch
    {
        "hand-written" => new HandWritten(Events, Sites, _rules),
        "dutyrules" => new BatchEngine(_batches.Value, _policies.Value, _rules, keeps),
        "dutyrules-records" => new RecordEngine(_records.Value, _policies.Value, _rules),
        "rulesengine" => new RulesEnginePeer(Events, Sites, _rules),
        "reactive" => new ReactivePeer(Events, Sites, _rules),
        _ => throw new ArgumentException($"no contender is called {contender}"),
    };
}
