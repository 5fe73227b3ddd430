using DutyRules.Benchmarks.Workload;
using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Benchmarks.Engines;

/// <summary>Makes the records of the library from the events of the workload; what is written once is kept once, as a reader of files would.</summary>
internal sealed class Records
{
    private readonly Vocabulary _vocabulary;
    private readonly EventType[] _types;
    private readonly string[] _sites;
    private readonly string[] _people;

    public Records(PolicySet policies, int sites)
    {
        _vocabulary = policies.Vocabulary;
        _types =
        [
            Type("queue-length"), Type("clock-in"), Type("clock-out"), Type("handover-signed"), Type("cash-check"), Type("patrol"),
            Type("complaint-received"), Type("complaint-answered"), Type("report-filed"), Type("meeting-held"),
        ];
        _sites = [.. Enumerable.Range(0, sites).Select(s => $"s{s}")];
        _people = [.. Enumerable.Range(0, sites * Clock.PeoplePerSite).Select(p => $"p{p}")];
    }

    public EventRecord[] Of(IReadOnlyList<Happening> events) => [.. events.Select(Of)];

    public EventRecord Of(Happening e, int number) => e switch
    {
        QueueLength q => Record(e, number, ("length", Value.Integer(q.Length))),
        ClockIn c => Record(e, number, Person(c.Person)),
        ClockOut c => Record(e, number, Person(c.Person)),
        HandoverSigned h => Record(e, number, Person(h.Person)),
        CashCheck c => Record(e, number, Person(c.Person)),
        Patrol p => Record(e, number, Person(p.Person), ("minutes", Value.Integer(p.Minutes))),
        ComplaintReceived c => Record(e, number, ("complaint", Value.Text($"c{c.Complaint}"))),
        ComplaintAnswered c => Record(e, number, Person(c.Person), ("complaint", Value.Text($"c{c.Complaint}"))),
        ReportFiled r => Record(e, number, ("report", Value.Integer(r.Report))),
        MeetingHeld m => Record(e, number, ("people", Value.Integer(m.People))),
        _ => throw new WrongFigures($"an event of kind {e.Kind}"),
    };

    private EventRecord Record(Happening e, int number, params ReadOnlySpan<(string Name, Value Value)> values)
    {
        var type = _types[(int)e.Kind];
        var fields = new Value?[type.Fields.Length];
        fields[type.FindField("site")!.Index] = Value.Text(_sites[e.Site]);
        foreach (var (name, value) in values)
        {
            fields[type.FindField(name)!.Index] = value;
        }

        return new EventRecord { Id = $"e{number}", Type = type, At = DutyEngine.At(e.Ticks), Fields = [.. fields] };
    }

    private (string Name, Value Value) Person(int person) => ("person", Value.Text(_people[person]));

    private EventType Type(string name) => _vocabulary.Events.Single(e => e.Name == name);
}
