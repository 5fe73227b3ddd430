using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Instances;

/// <summary>One open instance of a norm. What never changes is set at birth; the rest moves with the history.</summary>
internal sealed class Instance
{
    /// <summary>Its number within the runner, by order of birth.</summary>
    public required long Serial { get; init; }

    public required ImmutableArray<KeyPart> Key { get; init; }

    public required string Anchor { get; init; }

    /// <summary>The bearer in person, if there is one.</summary>
    public string? Person { get; init; }

    public LoggedEvent? Trigger { get; init; }

    /// <summary>The start as printed.</summary>
    public required long Start { get; init; }

    /// <summary>Nothing is decided before this cut (rule W4).</summary>
    public required long BirthCut { get; init; }

    /// <summary>What would be decided before the birth cut is dated here.</summary>
    public required long BirthDecidedAt { get; init; }

    /// <summary>The window, as far as its ends are known.</summary>
    public required ResolvedWindow Window { get; set; }

    /// <summary>What the content has seen so far.</summary>
    public required Progress Progress { get; set; }

    /// <summary>What was read at its birth; null if nothing was.</summary>
    public BirthFacts? Facts { get; init; }

    /// <summary>True while the event that begins its window has not come (rule W6).</summary>
    public bool AwaitsOpening { get; set; }

    /// <summary>True while the event that ends its window has not come (rule W6).</summary>
    public bool AwaitsEnd { get; set; }

    /// <summary>True when it is not known whether an event of the present instant begins or ends its window.</summary>
    public bool IsFirstUnknown { get; set; }

    /// <summary>The events of the step that began its window, which surely or perhaps did; empty if none did.</summary>
    public ImmutableArray<string> OpenedBy { get; set; } = [];

    /// <summary>How the clock of its window runs; null if it never stands still (rule W7).</summary>
    public PausedClock? Clock { get; init; }

    /// <summary>A decision by an event of the present instant that a tie may still turn.</summary>
    public Decision? Pending { get; set; }

    /// <summary>True when a reason to lapse was unknown at some instant.</summary>
    public bool LapseUnknown { get; set; }

    /// <summary>The threshold for which a timer is set last; setting one again would do no harm.</summary>
    public long ThresholdSet { get; set; } = long.MinValue;

    /// <summary>The first instant after which the bearer no longer holds the role.</summary>
    public long HoldsUntil { get; init; } = long.MaxValue;

    /// <summary>The number of its shift in the book; -1 if it has none.</summary>
    public int Shift { get; init; } = -1;

    /// <summary>Whose shift it is; null if it has none.</summary>
    public string? ShiftPerson { get; init; }

    /// <summary>What an event must have in a field that is to be the same: the trigger's, or the thing of the instance (rules C1, F11).</summary>
    public Value? ValueOf(string name)
    {
        if (Trigger?.Type.FindField(name) is { } field)
        {
            return Trigger.Record[field];
        }

        foreach (var part in Key)
        {
            if (part.Name == name)
            {
                return part.Value;
            }
        }

        return null;
    }

    /// <summary>The earliest tick at which something of it may be decided by silence.</summary>
    public long CloseCut(long longest) => Math.Max(Window.Close + longest, BirthCut);

    public Instance Clone() => new()
    {
        Serial = Serial,
        Key = Key,
        Anchor = Anchor,
        Person = Person,
        Trigger = Trigger,
        Start = Start,
        BirthCut = BirthCut,
        BirthDecidedAt = BirthDecidedAt,
        Window = Window,
        Progress = Progress.Clone(),
        Facts = Facts,
        AwaitsOpening = AwaitsOpening,
        AwaitsEnd = AwaitsEnd,
        OpenedBy = OpenedBy,
        Clock = Clock?.Clone(),
        Pending = Pending,
        LapseUnknown = LapseUnknown,
        HoldsUntil = HoldsUntil,
        Shift = Shift,
        ShiftPerson = ShiftPerson,
    };

    public void Write(SnapshotWriter writer)
    {
        writer.Write(Serial);
        writer.Write(Key);
        writer.Write(Anchor);
        writer.WriteNullable(Person);
        writer.Write(Trigger);
        writer.Write(Start);
        writer.Write(BirthCut);
        writer.Write(BirthDecidedAt);
        writer.Write(Window.Open);
        writer.Write(Window.Close);
        writer.Write(Window.Due);
        writer.Write(Window.DueInclusive);
        writer.Write(LapseUnknown);
        writer.Write(HoldsUntil);
        writer.Write((long)Shift);
        writer.WriteNullable(ShiftPerson);
        writer.Write(Facts is not null);
        Facts?.Write(writer);
        writer.Write(AwaitsOpening);
        writer.Write(AwaitsEnd);
        writer.Write(OpenedBy);
        writer.Write(Clock is not null);
        Clock?.Write(writer);
        Progress.Write(writer);
    }

    public static Instance Read(SnapshotReader reader, Func<ResolvedWindow, BirthFacts?, bool, Progress> newProgress)
    {
        var serial = reader.ReadInt64();
        var key = reader.ReadKeyParts();
        var anchor = reader.ReadString();
        var person = reader.ReadNullableString();
        var trigger = reader.ReadEvent();
        var start = reader.ReadInt64();
        var birthCut = reader.ReadInt64();
        var birthDecidedAt = reader.ReadInt64();
        var window = new ResolvedWindow(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadBoolean());
        var lapseUnknown = reader.ReadBoolean();
        var holdsUntil = reader.ReadInt64();
        var shift = (int)reader.ReadInt64();
        var shiftPerson = reader.ReadNullableString();
        var facts = reader.ReadBoolean() ? BirthFacts.Read(reader) : null;
        var awaitsOpening = reader.ReadBoolean();
        var instance = new Instance
        {
            Serial = serial,
            Key = key,
            Anchor = anchor,
            Person = person,
            Trigger = trigger,
            Start = start,
            BirthCut = birthCut,
            BirthDecidedAt = birthDecidedAt,
            Window = window,
            LapseUnknown = lapseUnknown,
            HoldsUntil = holdsUntil,
            Shift = shift,
            ShiftPerson = shiftPerson,
            Facts = facts,
            AwaitsOpening = awaitsOpening,
            AwaitsEnd = reader.ReadBoolean(),
            OpenedBy = [.. reader.ReadStrings()],
            Clock = reader.ReadBoolean() ? PausedClock.Read(reader) : null,
            Progress = newProgress(window, facts, awaitsOpening),
        };
        instance.Progress.Read(reader);
        return instance;
    }
}
