using System.Collections.Immutable;
using DutyRules.Expressions;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Instances;

/// <summary>From a decision to a verdict: birth, exceptions, people (rules W4, X1, B1).</summary>
internal sealed partial class NormState
{
    /// <summary>Ends an instance with a decision, dated not before its birth (rule W4), after exceptions (rule X1).</summary>
    private void Commit(Instance instance, Decision decision)
    {
        if (decision.Cut < instance.BirthCut)
        {
            decision = decision with { DecidedAt = instance.BirthDecidedAt, Cut = instance.BirthCut, Event = null };
        }

        _instances.Remove(instance);
        MarkDecided(instance);
        Emit(instance, WasUnassigned(instance, decision) ? decision with { Status = VerdictStatus.Undetermined, Reason = ReasonCode.Unassigned } : Excuse(instance, decision));
    }

    /// <summary>What silence decides of a post on shift says nothing if nobody was on shift (rule F8).</summary>
    private bool WasUnassigned(Instance instance, Decision decision) =>
        decision is { Status: VerdictStatus.Breached, Event: null } && _plan.OnShift && !_plan.Each && _plan.HasWindow && !_plan.IsAct
        && _plan.ShiftFrame is null && HoldersOf(instance, decision.Cut).IsEmpty;

    /// <summary>The holders of a post in the window; of one held on shift, as far as a cut tells.</summary>
    private ImmutableArray<string> HoldersOf(Instance instance, long cut) =>
        _context.HoldersWithin(instance.Window.Open, EndOfHolding(instance, cut));

    private long EndOfHolding(Instance instance, long cut) => _plan.OnShift ? Math.Min(instance.Window.Close, cut) : instance.Window.Close;

    private Decision Excuse(Instance instance, Decision decision)
    {
        if (instance.Clock is { WasUnknown: true } && decision.Status == VerdictStatus.Fulfilled && _plan.Norm.Content is CountContent { Times.Upper: not null })
        {
            return decision.Undetermined();
        }

        if (decision.Status != VerdictStatus.Breached)
        {
            return decision;
        }

        var unknown = instance.LapseUnknown || instance.Clock is { WasUnknown: true };
        foreach (var condition in _plan.Unless)
        {
            var holds = Holds(condition, instance, decision);
            if (holds is { IsKnown: true, Value: true })
            {
                return decision with { Status = VerdictStatus.Excused, Reason = ReasonCode.Exception };
            }

            unknown |= !holds.IsKnown;
        }

        return unknown ? decision.Undetermined() : decision;
    }

    private void Emit(Birth birth, ResolvedWindow window, Decision decision) =>
        Emit(NewInstance(birth, window, AtOnce.Instance), decision);

    private void Emit(Instance instance, Decision decision)
    {
        var norm = _plan.Norm;
        var evidence = decision.Evidence;
        var trigger = instance.Trigger;
        var people = PeopleOf(instance, decision.Cut, decision.DecisiveInstant);
        var charges = decision.Status == VerdictStatus.Breached ? ChargesOf(instance, people, decision) : [];
        _sink(new Outcome(
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
                Liable = [.. charges.Select(c => c.Person)],
                Charges = [.. charges.Where(c => c.Points != 0)],
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
            trigger));
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
            return [.. bearers.Select(person => new Charge(person, norm.Consequences.Points.Value))];
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
    private Maybe<bool> Holds(Condition condition, Instance instance, Decision decision) => decision.Event is { } act
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
}
