using BenchmarkDotNet.Attributes;
using DutyRules.Benchmarks.Engines;
using DutyRules.Benchmarks.Workload;
using DutyRules.Events;

namespace DutyRules.Benchmarks.Parts;

/// <summary>Filling a batch that was filled before: what it costs to say an event in a row instead of a record.</summary>
[MemoryDiagnoser]
public class Rows
{
    private const int Events = 10_000;
    private EventBatch _batch = null!;
    private EventRecord[] _records = null!;
    private EventType _cashCheck = null!;
    private Field _site = null!;
    private Field _person = null!;
    private string[] _people = null!;

    /// <summary>Makes the records.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var policies = NormFiles.Load(4, 6);
        _batch = new EventBatch(policies.Vocabulary, Events);
        _records = new Records(policies, 4).Of([.. new Hall(4).All().Take(Events)]);
        _cashCheck = policies.Vocabulary.Events.Single(e => e.Name == "cash-check");
        _site = _cashCheck.FindField("site")!;
        _person = _cashCheck.FindField("person")!;
        _people = [.. Enumerable.Range(0, 40).Select(i => $"p{i}")];
    }

    /// <summary>Per event: a type, a time, an id, a site and a person.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public int Said()
    {
        _batch.Clear();
        for (var i = 0; i < Events; i++)
        {
            _batch.Add(_cashCheck, DutyEngine.Start, "e").Set(_site, "s1").Set(_person, _people[i % _people.Length]);
        }

        return _batch.Count;
    }

    /// <summary>Per event of the workload: what a record says.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public int OfRecords()
    {
        _batch.Clear();
        foreach (var record in _records)
        {
            _batch.Add(record);
        }

        return _batch.Count;
    }
}
