using System.Collections.Immutable;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Instances;

/// <summary>Since when the condition of a while frame holds, for one site or one holder.</summary>
internal sealed class Spell(string? person, ImmutableArray<KeyPart> key)
{
    public string? Person { get; } = person;

    public ImmutableArray<KeyPart> Key { get; } = key;

    /// <summary>Since when it is true.</summary>
    public long? TrueSince { get; set; }

    /// <summary>Since when it is not false.</summary>
    public long? NotFalseSince { get; set; }

    /// <summary>True when a spell has opened in the present interval of not false.</summary>
    public bool HasOpened { get; set; }

    /// <summary>The instance that the present true spell opened; -1: none.</summary>
    public long Opened { get; set; } = -1;

    public Spell Clone() => new(Person, Key)
    {
        TrueSince = TrueSince,
        NotFalseSince = NotFalseSince,
        HasOpened = HasOpened,
        Opened = Opened,
    };

    public void Write(SnapshotWriter writer)
    {
        writer.Write(TrueSince);
        writer.Write(NotFalseSince);
        writer.Write(HasOpened);
        writer.Write(Opened);
    }

    public void Read(SnapshotReader reader)
    {
        TrueSince = reader.ReadNullableInt64();
        NotFalseSince = reader.ReadNullableInt64();
        HasOpened = reader.ReadBoolean();
        Opened = reader.ReadInt64();
    }
}
