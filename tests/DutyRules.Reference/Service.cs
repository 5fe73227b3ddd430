using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Reference;

/// <summary>Which instance an event serves where it serves one only (C20).</summary>
internal sealed class Service
{
    private readonly Partition _partition;
    private readonly CountContent _content;
    private readonly HashSet<Occurrence> _gone = [];

    private Service(Partition partition, CountContent content)
    {
        _partition = partition;
        _content = content;
    }

    /// <summary>The instances of a norm, each with the events that serve it.</summary>
    public static IReadOnlyList<Instance> Share(Partition partition, Norm norm, IReadOnlyList<Instance> instances)
    {
        if (norm.Content is not CountContent { Once: true } content)
            return instances;

        var service = new Service(partition, content);
        var bidders = instances.Where(instance => !instance.IsUnknown && instance.AtOnce is null).Select(service.BidderOf).ToList();
        if (norm.IsGate)
            service.ServeActs(bidders);
        else
            service.ServeByTime(bidders);

        return [.. instances.Select(instance => bidders.Find(bidder => ReferenceEquals(bidder.Instance, instance)) is { } bidder ? instance with { Served = bidder.Taken.ToHashSet() } : instance)];
    }

    /// <summary>An instance that events can serve.</summary>
    /// <param name="Instance">The instance.</param>
    /// <param name="Wanted">The sure matches.</param>
    /// <param name="Number">How many it asks for.</param>
    /// <param name="EndCut">The cut with which it ends if it is not kept before (H4, X2 - X4).</param>
    private sealed record Bidder(Instance Instance, IReadOnlyList<Occurrence> Wanted, long Number, long EndCut)
    {
        public List<Occurrence> Taken { get; } = [];

        /// <summary>It surely matches, still lacks it, and is apart from what was taken before.</summary>
        public bool Lacks(Occurrence occurrence, Term<NodaTime.Duration>? apart) =>
            Taken.Count < Number && Wanted.Contains(occurrence)
            && (apart is not { } least || Taken.Count == 0 || occurrence.Begin >= Taken[^1].Time + least.Value.InTicks());
    }

    private Bidder BidderOf(Instance instance)
    {
        var rules = new HashSet<string>();
        var matches = new Matching(_partition, instance, _content.Event, rules) { EachLasting = _content.EachLasting, Same = _content.Same }.All();
        var ends = new Exceptions(_partition, instance, instance.Window!.Value, rules).Endings(hasBegun: true).Select(end => Math.Max(end.Cut, instance.BirthCut));
        return new Bidder(
            instance,
            [.. matches.Where(m => m.IsSure).Select(m => m.Occurrence)],
            new AtBirth(_partition, instance, rules).Times(_content.Times)!.Least(),
            ends.Append(Ticks.Forever).Min());
    }

    /// <summary>Acts one after the other take what is left of what came before them.</summary>
    private void ServeActs(List<Bidder> bidders)
    {
        foreach (var act in bidders.OrderBy(bidder => bidder.Instance.Trigger!, Occurrence.Order))
        {
            foreach (var occurrence in act.Wanted.Where(o => !_gone.Contains(o) && act.Lacks(o, _content.Apart)))
                Serve(act, occurrence);
        }
    }

    /// <summary>From one cut to the next: what was not taken goes, event after event, to an instance that is born and lacks it.</summary>
    private void ServeByTime(List<Bidder> bidders)
    {
        var cuts = bidders.SelectMany(bidder => bidder.Wanted.Select(o => o.Time + 1).Append(bidder.Instance.BirthCut)).Distinct().Order();
        var occurrences = bidders.SelectMany(bidder => bidder.Wanted).Distinct().Order(Occurrence.Order).ToList();
        foreach (var cut in cuts)
        {
            foreach (var occurrence in occurrences.Where(o => o.Time < cut && !_gone.Contains(o)))
            {
                var first = bidders
                    .Where(bidder => bidder.Instance.BirthCut <= cut && bidder.EndCut >= cut && bidder.Lacks(occurrence, _content.Apart))
                    .Order(Comparer<Bidder>.Create(Compare))
                    .FirstOrDefault();
                if (first is not null)
                    Serve(first, occurrence);
            }
        }
    }

    private void Serve(Bidder bidder, Occurrence occurrence)
    {
        bidder.Taken.Add(occurrence);
        _gone.Add(occurrence);
    }

    /// <summary>The earliest close, then the earliest born.</summary>
    private static int Compare(Bidder left, Bidder right)
    {
        var (one, other) = (left.Instance, right.Instance);
        int[] order =
        [
            one.Window!.Value.Close.CompareTo(other.Window!.Value.Close),
            one.BirthCut.CompareTo(other.BirthCut),
            one.Trigger is { } first && other.Trigger is { } second ? Occurrence.Order.Compare(first, second) : 0,
            Compare(one.Key, other.Key),
            string.CompareOrdinal(one.Id.Anchor, other.Id.Anchor),
        ];
        return order.FirstOrDefault(difference => difference != 0);
    }

    private static int Compare(IEnumerable<KeyPart> left, IEnumerable<KeyPart> right) =>
        left.Zip(right, (one, other) => one.Value.CompareTo(other.Value)).FirstOrDefault(difference => difference != 0);
}
