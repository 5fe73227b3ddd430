using System.Collections.Immutable;
using DutyRules.Monitoring.Planning;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Instances;

/// <summary>An instance that is not decided yet: open, or one that is sure to come as things stand.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Anchor">Its anchor.</param>
/// <param name="Window">Its window; of one that will be decided at once, its start.</param>
/// <param name="People">Who bears it.</param>
/// <param name="AtOnce">Why it will be void or undetermined at once; null otherwise.</param>
/// <param name="Notes">How its window was computed.</param>
internal sealed record ForeseenDuty(
    ImmutableArray<KeyPart> Key, string Anchor, ResolvedWindow Window, ImmutableArray<string> People, ReasonCode? AtOnce, ImmutableArray<WindowNote> Notes);
