using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Lanes;

/// <summary>A norm of a lane at one site: what it sees of the site, and how its decisions become verdicts. Made when it first says something.</summary>
internal sealed class LaneNorm
{
    private readonly VerdictMaker _verdicts;

    public LaneNorm(NormPlan plan, PartitionView view)
    {
        Context = new NormContext(plan, view, _ => null, null);
        _verdicts = new VerdictMaker(Context);
    }

    public NormContext Context { get; }

    /// <summary>The verdict of an instance that was decided.</summary>
    public Verdict Verdict(Instance instance, Decision decision) => _verdicts.Of(instance, decision).Verdict;

    /// <summary>An open instance, as it is foretold.</summary>
    public ForeseenDuty Open(Instance instance, ImmutableArray<WindowNote> notes) =>
        new(instance.Key, instance.Anchor, instance.Window, _verdicts.PeopleOf(instance, long.MaxValue, instance.Start), null, notes);

    /// <summary>How the window of a frame came about.</summary>
    public ImmutableArray<WindowNote> NotesOf(FrameExtent extent)
    {
        var notes = new WindowNotes(Context.Site);
        Context.Windows.Resolve(Context.Plan.Window, extent, long.MinValue, notes);
        return notes.All;
    }

    /// <summary>When the event was that opened an instance with a window.</summary>
    public long StartOf(in ResolvedWindow window) => window.Open - (Context.Plan.Norm.Window.Opens.Inclusive ? 0 : 1);

    /// <summary>The instance that an event opened.</summary>
    public Instance Opened(EventRecord trigger, long time, string? person, ResolvedWindow window)
    {
        var key = KeyWith(person);
        if (trigger.Type.Case is { } field && trigger[field] is { } value)
        {
            key = key.Add(new KeyPart(field.Name, value));
        }

        return new Instance
        {
            Serial = 0,
            Key = key,
            Anchor = trigger.Id,
            Person = person,
            Trigger = new LoggedEvent(trigger),
            Start = time,
            BirthCut = time + 1,
            BirthDecidedAt = time,
            Window = window,
            Progress = AtOnce.Instance,
        };
    }

    /// <summary>The instance of a period, a spell or nothing else.</summary>
    public Instance Begun(long start, long cut, string anchor, string? person, ResolvedWindow window) => new()
    {
        Serial = 0,
        Key = KeyWith(person),
        Anchor = anchor,
        Person = person,
        Start = start,
        BirthCut = cut,
        BirthDecidedAt = start,
        Window = window,
        Progress = AtOnce.Instance,
    };

    private ImmutableArray<KeyPart> KeyWith(string? person) => person is null
        ? [Context.PartitionPart]
        : [Context.PartitionPart, new KeyPart("person", Value.Text(person))];
}
