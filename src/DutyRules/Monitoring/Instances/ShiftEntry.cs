using DutyRules.Monitoring.Shifts;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.Instances;

/// <summary>What a norm knows of one shift: its plan, and how far its instance has come (rules H3, H4). Immutable: base and head share what they know.</summary>
internal sealed record ShiftEntry
{
    /// <summary>The plan; one that is meant by the norm.</summary>
    public required PlannedShift Plan { get; init; }

    /// <summary>The time of the record that gave the plan.</summary>
    public required long Since { get; init; }

    /// <summary>The tick at which the instance is born, unless the plan changes before.</summary>
    public long Birth { get; init; }

    /// <summary>The serial of the open instance; -1 while there is none.</summary>
    public long Serial { get; init; } = -1;

    /// <summary>It is decided, for good.</summary>
    public bool IsDecided { get; init; }

    public bool IsAwaited => Serial < 0 && !IsDecided;

    public void Write(SnapshotWriter writer)
    {
        writer.Write(Plan.Id);
        writer.Write(Plan);
        writer.Write(Since);
        writer.Write(Birth);
        writer.Write(Serial);
        writer.Write(IsDecided);
    }

    public static ShiftEntry Read(SnapshotReader reader) => new()
    {
        Plan = reader.ReadShift(reader.ReadString())!,
        Since = reader.ReadInt64(),
        Birth = reader.ReadInt64(),
        Serial = reader.ReadInt64(),
        IsDecided = reader.ReadBoolean(),
    };
}
