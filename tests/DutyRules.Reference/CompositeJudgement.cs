using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>Several things to be done in one window (C15), or one thing by several persons (F14).</summary>
internal sealed class CompositeJudgement : IContentJudgement
{
    private readonly Instance _instance;
    private readonly AtBirth _birth;
    private readonly ISet<string> _rules;
    private readonly Composition _how;
    private readonly IReadOnlyList<Item> _items;

    public CompositeJudgement(Partition partition, Instance instance, CompositeContent content, ISet<string> rules)
        : this(partition, instance, content.How, rules)
    {
        var items = from item in content.Items
                    let isThere = _birth.Truth(item.If)
                    where isThere != false
                    let matching = new Matching(partition, instance, item.Event, rules) { Same = content.Same }
                    select new Item(isThere, _birth.Least(item)!.Value, (item.DoneBy is { } doneBy ? matching.By(doneBy) : matching).All(), null);
        _items = [.. items];
    }

    /// <summary>The same number of events by each of those who bear it together.</summary>
    public CompositeJudgement(Partition partition, Instance instance, CountContent content, ISet<string> rules)
        : this(partition, instance, Composition.All, rules)
    {
        var least = _birth.Times(content.Times)!.Least();
        _items =
        [
            .. instance.Together.Select(person => new Item(
                true,
                least,
                new Matching(partition, instance, content.Event, rules) { EachLasting = content.EachLasting, Same = content.Same, Person = person }.All(),
                content.Apart)),
        ];
        Needed = content.Times.IsComputed ? least : null;
    }

    private CompositeJudgement(Partition partition, Instance instance, Composition how, ISet<string> rules)
    {
        (_instance, _how, _rules, _items) = (instance, how, rules, []);
        _birth = new AtBirth(partition, instance, rules);
    }

    /// <summary>One thing to be done: a number of events.</summary>
    /// <param name="IsThere">Whether it is asked for; null if that is unknown.</param>
    /// <param name="Least">How many.</param>
    /// <param name="Matches">The events that may count.</param>
    /// <param name="Apart">How far they must be apart.</param>
    private sealed record Item(bool? IsThere, long Least, IReadOnlyList<Match> Matches, Term<Duration>? Apart)
    {
        /// <summary><c>lo</c> are so many (C2).</summary>
        public IReadOnlyList<Occurrence> Sure => Matching.Choose(Matches.Where(m => m.IsSure).Select(m => m.Occurrence), Apart);

        /// <summary><c>hi</c> (C2)</summary>
        public long Possible => Matching.Choose(Matches.Select(m => m.Occurrence), Apart).Count;

        /// <summary>The events that it asks for, if they came.</summary>
        public IReadOnlyList<Occurrence>? Done => Sure.Count >= Least ? [.. Sure.Take((int)Math.Max(0, Least))] : null;
    }

    private long? Needed { get; }

    private Opening Window => _instance.Window!.Value;

    public Decision Decide()
    {
        _rules.UnionWith(["C15", "C2", "E8"]);
        if (_instance.Norm.IsGate)
            _rules.Add("C11");

        var decision = _items.All(item => item.Least <= 0) ? _birth.Kept() with { Counted = _items.Count } : _how switch
        {
            Composition.All => AllOf(),
            Composition.Any => AnyOf(),
            _ => InOrder(),
        };
        return decision with { Needed = Needed };
    }

    private Decision AllOf()
    {
        var done = Done(_items);
        if (done.Count == _items.Count)
            return KeptBy(Last(done), done);

        return AtClose(_items.Any(item => item.IsThere == true && item.Possible < item.Least), done);
    }

    private Decision AnyOf()
    {
        var deciding = _items.Where(item => item.IsThere == true).Select(item => item.Done).OfType<IReadOnlyList<Occurrence>>().ToList();
        if (deciding.Exists(events => events.Count == 0))
            return _birth.Kept() with { Counted = _items.Count(item => item.Least <= 0) };

        if (deciding.Count > 0)
        {
            var act = deciding.Select(events => events[^1]).Min(Occurrence.Order)!;
            var byThen = Done(_items).Where(events => events.Count == 0 || Occurrence.Order.Compare(events[^1], act) <= 0).ToList();
            return KeptBy(act, byThen);
        }

        return AtClose(_items.Any(item => item.IsThere == true) && _items.All(item => item.Possible < item.Least), Done(_items));
    }

    private Decision InOrder()
    {
        foreach (var last in _items.SelectMany(item => item.Sure).Distinct().Order(Occurrence.Order))
        {
            if (Take([.. _items.Select(item => item.Sure.Where(o => Occurrence.Order.Compare(o, last) <= 0))]) is { } taken && taken.Count == _items.Count)
                return KeptBy(taken[^1], [.. taken.Select(o => new[] { o })]);
        }

        var needed = _items.Where(item => item.IsThere == true).ToList();
        var mayHaveAll = Take([.. needed.Select(item => item.Matches.Select(m => m.Occurrence))]).Count == needed.Count;
        return AtClose(!mayHaveAll, [.. Take([.. _items.Select(item => (IEnumerable<Occurrence>)item.Sure)]).Select(o => new[] { o })]);
    }

    /// <summary>What the items take one after the other: at each instant as many as can, each in turn the first event with which that is so.</summary>
    private static IReadOnlyList<Occurrence> Take(IReadOnlyList<IEnumerable<Occurrence>> items)
    {
        IReadOnlyList<Occurrence> taken = [];
        foreach (var time in items.SelectMany(item => item).Select(o => o.Time).Distinct().Order())
        {
            var now = items.Select(item => item.Where(o => o.Time == time)).ToList();
            for (var count = items.Count; count > taken.Count; count--)
            {
                if (Choices(taken, [.. now.Take(count)]).FirstOrDefault() is { } choice)
                {
                    taken = choice;
                    break;
                }
            }
        }

        return taken;
    }

    /// <summary>Every way in which all items can take events, after those that are taken.</summary>
    private static IEnumerable<IReadOnlyList<Occurrence>> Choices(IReadOnlyList<Occurrence> taken, IReadOnlyList<IEnumerable<Occurrence>> items) =>
        taken.Count == items.Count ? [taken]
        : from next in items[taken.Count]
          where taken.All(o => o.Id != next.Id) && (taken.Count == 0 || next.Begin >= taken[^1].Time)
          from choice in Choices([.. taken, next], items)
          select choice;

    private static List<IReadOnlyList<Occurrence>> Done(IEnumerable<Item> items) => [.. items.Select(item => item.Done).OfType<IReadOnlyList<Occurrence>>()];

    private static Occurrence Last(IEnumerable<IReadOnlyList<Occurrence>> done) => done.SelectMany(events => events).Max(Occurrence.Order)!;

    private Decision KeptBy(Occurrence act, IReadOnlyList<IReadOnlyList<Occurrence>> done) =>
        new(VerdictStatus.Fulfilled, ReasonCode.Done, act.Time, act.Time + 1, Precedence.KeptByAnEvent)
        {
            Act = act, Slack = Duration.FromTicks(Window.Due - act.Time), Counted = done.Count, Evidence = [.. done.SelectMany(events => events).DistinctBy(o => o.Id)],
        };

    private Decision AtClose(bool isBroken, IReadOnlyList<IReadOnlyList<Occurrence>> done) =>
        Decision.AtClose(Window, isBroken ? VerdictStatus.Breached : VerdictStatus.Undetermined, isBroken ? ReasonCode.NotDone : ReasonCode.NotKnown) with
        {
            Counted = done.Count, Evidence = [.. done.SelectMany(events => events).DistinctBy(o => o.Id)],
        };
}
