using DutyRules.Norms;

namespace DutyRules.Verdicts;

/// <summary>What a verdict is made of when somebody looks at it. Making it twice makes it alike; nothing that it is made of changes as long as somebody may look.</summary>
internal abstract class VerdictSource
{
    public abstract Norm Norm { get; }

    public abstract string Partition { get; }

    public abstract VerdictStatus Status { get; }

    /// <summary>The anchor of its instance.</summary>
    public abstract string Anchor { get; }

    /// <summary>The decision time, in ticks.</summary>
    public abstract long At { get; }

    /// <summary>The cut, in ticks.</summary>
    public abstract long Cut { get; }

    public abstract Verdict Make();

    /// <summary>The order of its instance and another one of the same norm and partition: key, anchor (rule O2).</summary>
    public abstract int CompareInstances(VerdictSource other);
}
