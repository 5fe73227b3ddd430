using DutyRules.Norms;

namespace DutyRules.Reference;

/// <summary>The events of one step that surely or possibly are the first of their pattern.</summary>
internal sealed record FirstFound(IReadOnlyList<Match> Matches)
{
    public long Time => Matches[0].Occurrence.Time;

    /// <summary>One of them surely is.</summary>
    public bool IsSure => Matches.Any(match => match.IsSure);

    /// <summary>The first that surely is.</summary>
    public Occurrence First => Matches.First(match => match.IsSure).Occurrence;
}

/// <summary>Looks for the events that windows begin or end with (W6).</summary>
internal sealed class FirstEvents(Partition partition, Instance instance, ISet<string> rules)
{
    /// <summary>The first step of a window in which an event surely or possibly matches; null if there is none. What is of one step is simultaneous (T4).</summary>
    public FirstFound? Find(FirstEvent first, Opening window) => All(first, window) is [var one, ..] all
        ? new([.. all.Where(match => match.Occurrence.Time == one.Occurrence.Time && match.Occurrence.Step == one.Occurrence.Step)])
        : null;

    /// <summary>The events whose place in time lies in the window and that match surely or possibly, on pre.</summary>
    private List<Match> All(FirstEvent first, Opening window)
    {
        rules.Add("W6");
        return
        [
            .. from occurrence in partition.Occurrences
               where occurrence.Type == first.Event.Type && window.Open <= occurrence.Time && occurrence.Time < window.Close
                   && IsOfOpening(occurrence) && !instance.OpenedBy(occurrence) && occurrence.Id != instance.Trigger?.Id && instance.HasSame(occurrence, first.Same, rules)
               let matches = occurrence.Matches(
                   partition.Holds(first.Event.Where, Moment.Before(occurrence), rules, instance.Key, instance.Trigger, occurrence))
               where matches != false
               select new Match(occurrence, matches == true),
        ];
    }

    /// <summary>Where an event has begun the window: of its step or of a later one.</summary>
    private bool IsOfOpening(Occurrence occurrence) =>
        instance.Openers.All(opener => (occurrence.Time, occurrence.Step).CompareTo((opener.Time, opener.Step)) >= 0);
}
