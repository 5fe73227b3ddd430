using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Instances;

/// <summary>Puts a decision in words: the verdict of a norm in a partition, with who bears it and who answers for it (rules B1, B5).</summary>
internal sealed class VerdictMaker(NormContext context)
{
    private readonly NormContext _context = context;
    private readonly NormPlan _plan = context.Plan;

    /// <summary>The verdict of a decision.</summary>
    public Outcome Of(Instance instance, Decision decision)
    {
        var norm = _plan.Norm;
        var evidence = decision.Evidence;
        var trigger = instance.Trigger;
        var people = PeopleOf(instance, decision.Cut, decision.DecisiveInstant);
        var charges = decision.Status == VerdictStatus.Breached ? ChargesOf(instance, people, decision) : [];
        return new Outcome(
            new Verdict
            {
                Instance = new InstanceId(norm.Id, norm.Revision, instance.Key, instance.Anchor),
                Norm = norm,
                Partition = _context.Partition,
                Status = decision.Status,
                Opens = Ticks.ToInstant(instance.Window.Open),
                Due = Ticks.ToInstant(instance.Window.Due),
                DueInclusive = instance.Window.DueInclusive,
                DecidedAt = Ticks.ToInstant(decision.DecidedAt),
                Cut = Ticks.ToInstant(decision.Cut),
                People = people,
                Performers = _plan.IsAct ? Name(trigger?.Actor) : ActorsOf(evidence),
                Liable = charges.IsEmpty ? [] : [.. charges.Select(c => c.Person)],
                Charges = charges.IsEmpty ? [] : [.. charges.Where(c => c.Points != 0)],
                Evidence = IdsOf(trigger, evidence),
                Reason = decision.Reason,
                Counted = decision.Counted,
                Slack = decision.Slack is { } slack ? NodaTime.Duration.FromTicks(slack) : null,
                Share = decision.Share,
                Total = decision.Total is { } total ? NodaTime.Duration.FromTicks(total) : null,
                Measured = decision.Measured,
                Needed = decision.Needed,
                Calendar = _context.Edition,
            },
            trigger);
    }

    /// <summary>Who bears an instance (rules B1, F13, F14).</summary>
    public ImmutableArray<string> PeopleOf(Instance instance, long cut, long decisive)
    {
        if (instance.Person is { } person)
        {
            return [person];
        }

        return _plan.Norm.Parties.Who switch
        {
            PostParty { Role.SeenIn: null } when instance.Window.Open < EndOfHolding(instance, cut) => With(HoldersOf(instance, cut), instance.ShiftPerson),
            PersonParty { Moving: true } => Name(PersonNamed(instance.Trigger, Viewpoint.BeforeInstant(decisive))),
            TogetherParty when instance.Facts is { } facts => InOrder(facts.Named.OfType<string>()),
            _ => [],
        };
    }

    private ImmutableArray<string> LiableOf(Instance instance, ImmutableArray<string> people, long decisive) =>
        instance.Person is null && _plan.Norm.Parties.Who is PostParty { Role.SeenIn: null }
            ? With([.. _context.HoldersAt(decisive)], instance.ShiftPerson)
            : people;

    /// <summary>Who answers for a breach, and with how many points (rule B5).</summary>
    private ImmutableArray<Charge> ChargesOf(Instance instance, ImmutableArray<string> people, Decision decision)
    {
        var norm = _plan.Norm;
        var bearers = LiableOf(instance, people, decision.DecisiveInstant);
        if (norm.Parties.Liable.IsEmpty)
        {
            return bearers.IsEmpty ? [] : [.. bearers.Select(person => new Charge(person, norm.Consequences.Points.Value))];
        }

        return
        [
            .. from liability in _plan.Liabilities
               where liability.If is null || Holds(liability.If, instance, decision) is { IsKnown: true, Value: true }
               from person in Answering(liability, instance, bearers, decision.DecisiveInstant).Distinct()
               group liability.Points ?? norm.Consequences.Points.Value by person into charged
               orderby charged.Key
               select new Charge(charged.Key, charged.Sum()),
        ];
    }

    private IEnumerable<string> Answering(LiabilityPlan liability, Instance instance, ImmutableArray<string> bearers, long decisive)
    {
        switch (liability.Who)
        {
            case null:
                return bearers;
            case PostParty post:
                long? at = liability.At is null ? decisive : instance.Trigger?.Record[liability.At] is { } time ? Ticks.Of(time.AsInstant) : null;
                return at is { } instant ? _context.HoldersOf(post.Role, instant) : [];
            case FieldParty party:
                return Name(PersonIn(party.Field, instance.Trigger));
            default:
                return liability.Person!(_context.Scope.For(null, instance.Trigger, instance.Key, Viewpoint.BeforeInstant(decisive))) is { IsKnown: true, Value: var name } ? [name] : [];
        }
    }

    /// <summary>A condition at the decisive instant: pre or post (rule X1).</summary>
    public Maybe<bool> Holds(Condition condition, Instance instance, Decision decision) => decision.Event is { } act
        ? Conditions.Or(
            condition(_context.Scope.For(act, instance.Trigger, instance.Key, Viewpoint.BeforeStep(act.Place))),
            condition(_context.Scope.For(act, instance.Trigger, instance.Key, Viewpoint.AfterStep(act.Place))))
        : Conditions.Or(
            condition(_context.Scope.For(null, instance.Trigger, instance.Key, Viewpoint.BeforeInstant(decision.DecisiveInstant))),
            condition(_context.Scope.For(null, instance.Trigger, instance.Key, Viewpoint.AfterInstant(decision.DecisiveInstant))));

    private static ImmutableArray<string> InOrder(IEnumerable<string> people) => [.. people.Distinct().Order(StringComparer.Ordinal)];

    private static ImmutableArray<string> ActorsOf(ImmutableArray<LoggedEvent> evidence) => evidence.Length switch
    {
        0 => [],
        1 => Name(evidence[0].Actor),
        _ => [.. evidence.Select(e => e.Actor).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
    };

    private static ImmutableArray<string> With(ImmutableArray<string> people, string? person) =>
        person is null || people.Contains(person) ? people : [.. people.Append(person).Order(StringComparer.Ordinal)];

    private static ImmutableArray<string> Name(string? name) => name is null ? [] : [name];

    private static ImmutableArray<string> IdsOf(LoggedEvent? trigger, ImmutableArray<LoggedEvent> evidence)
    {
        var ids = new string[evidence.Length + (trigger is null ? 0 : 1)];
        var next = 0;
        if (trigger is not null)
        {
            ids[next++] = trigger.Id;
        }

        foreach (var item in evidence)
        {
            ids[next++] = item.Id;
        }

        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(ids);
    }

    /// <summary>The holders of a post in the window; of one held on shift, as far as a cut tells.</summary>
    public ImmutableArray<string> HoldersOf(Instance instance, long cut) =>
        _context.HoldersWithin(instance.Window.Open, EndOfHolding(instance, cut));

    private long EndOfHolding(Instance instance, long cut) => _plan.OnShift ? Math.Min(instance.Window.Close, cut) : instance.Window.Close;

    /// <summary>Whom the bearing expression names.</summary>
    public string? PersonNamed(LoggedEvent? trigger, Viewpoint viewpoint) =>
        _plan.Person!(_context.Scope.For(null, trigger, [_context.PartitionPart], viewpoint)) is { IsKnown: true, Value: var name } ? name : null;

    /// <summary>The person in a field of an event.</summary>
    public static string? PersonIn(Field field, LoggedEvent? item) =>
        item?.Record[field] is { } value ? value.AsText : null;
}
