using System.Collections.Immutable;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Families;

/// <summary>A norm as it is read: as it was written, or made of a template, a family or a ladder.</summary>
/// <param name="Key">Its id, and the place that it was written at.</param>
/// <param name="Node">What it says.</param>
internal sealed record FamilyMember(YamlScalar Key, YamlNode Node)
{
    /// <summary>True when it was made: what is wrong with it is said together with its id, and once for all that are made of the same text.</summary>
    public bool IsMade { get; init; }

    /// <summary>The same norm with parts of its condition by themselves, so that what is wrong with one is said at its place.</summary>
    public ImmutableArray<Probe> Probes { get; init; } = [];
}

/// <summary>A norm with one part of its condition by itself.</summary>
/// <param name="Node">What it says.</param>
/// <param name="Number">The part, if it is to be a whole number; null: it is a condition.</param>
internal sealed record Probe(YamlNode Node, YamlScalar? Number = null);
