using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Cli.Generating;

/// <summary>What was made up.</summary>
/// <param name="Records">The events, in their order.</param>
/// <param name="Shifts">The shifts; none where the vocabulary declares none.</param>
/// <param name="From">The first instant.</param>
/// <param name="Until">The first instant after the last.</param>
/// <param name="Policies">What was judged.</param>
/// <param name="Intended">What was meant to become of each norm.</param>
internal sealed record Generated(
    ImmutableArray<EventRecord> Records, ImmutableArray<RosterShift> Shifts, Instant From, Instant Until, PolicySet Policies, Intentions Intended);

/// <summary>How often each norm was meant to be kept and to be broken, and how often nothing could be made up for it.</summary>
internal sealed class Intentions
{
    private readonly Dictionary<string, (int Kept, int Broken, int Neither)> _counts = new(StringComparer.Ordinal);

    /// <summary>Takes note of one instance; null: nothing could be made up.</summary>
    public void Add(Norm norm, bool? broken)
    {
        var (kept, breached, neither) = this[norm.Id];
        _counts[norm.Id] = (kept + (broken == false ? 1 : 0), breached + (broken == true ? 1 : 0), neither + (broken is null ? 1 : 0));
    }

    public (int Kept, int Broken, int Neither) this[string norm] => _counts.GetValueOrDefault(norm);
}
