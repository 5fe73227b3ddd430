using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Cli.Generating;

/// <summary>Sees to it that an act is allowed, or is not: what has to come before it, what has to hold, who may do it, what is forbidden.</summary>
internal sealed class ActGates(SiteWorld world, SeededRandom random, IReadOnlyList<Norm> norms, Func<Norm, Draft, bool> breaks, Action<Norm, bool?> tell)
{
    private const int Deepest = 3;

    private readonly ILookup<EventType, Norm> _ofTypes = norms.Where(IsOfAct).SelectMany(n => Types(n.Trigger!.Type, world.Vocabulary).Select(t => (Type: t, Norm: n))).ToLookup(x => x.Type, x => x.Norm);

    /// <summary>True when every act of the trigger is judged by itself.</summary>
    public static bool IsOfAct(Norm norm) =>
        norm.Frame is WhenFrame && (norm.Content is ConditionContent or ActorContent or HappeningContent || norm.Window.Closes.Anchor is FrameStart);

    /// <summary>The recorded types whose events are, or may count as, events of a type.</summary>
    public static IEnumerable<EventType> Types(EventType type, Vocabulary vocabulary) => type.Origin switch
    {
        EventOrigin.Recorded => [type],
        EventOrigin.Derived => vocabulary.Derived.OfType<CountsAs>().Where(d => d.Type == type).SelectMany(d => d.Sources).SelectMany(s => Types(s.Type, vocabulary)),
        _ => [],
    };

    /// <summary>True when an act is forbidden, whatever it carries.</summary>
    public bool Forbids(Draft act)
    {
        var fitting = new Fitting(world, random, null, []);
        return _ofTypes[act.Type].Any(n => n.Content is HappeningContent && Concerns(n, act) && fitting.Is(n.Trigger!, act) != false && !(n.Trigger!.Where is { } where && fitting.Fit(where, false, act)));
    }

    /// <summary>What has to come before an act. The act itself may be changed.</summary>
    /// <param name="act">The act.</param>
    /// <param name="earliest">From when on events may still be made up.</param>
    /// <param name="depth">How many acts this one comes before.</param>
    public List<Draft> Before(Draft act, Instant earliest, int depth = 0)
    {
        var before = new List<Draft>();
        // What is asked of the act itself comes first: what precedes it goes by who acts, and by what it carries.
        foreach (var norm in _ofTypes[act.Type].Where(_ => depth <= Deepest).OrderBy(n => n.Content is CountContent or CompositeContent))
        {
            // What is told of the act is told as of the trigger.
            var fitting = new Fitting(world, random, null, []);
            if (fitting.Is(norm.Trigger!, act) == false || (norm.At is { } at && !at.Covers(world.Name)) || !Concerns(norm, act))
            {
                continue;
            }

            var broken = norm.Content is HappeningContent ? act.Forbidden == norm.Id : breaks(norm, act);
            var did = Heed(norm, act, broken, earliest, fitting, before);
            tell(norm, did ? broken : null);
        }

        return [.. before.SelectMany(b => Before(b, earliest, depth + 1).Append(b))];
    }

    private bool Concerns(Norm norm, Draft act) => norm.Parties.Who switch
    {
        EachParty each => act.Actor is { } actor && world.Holders(each.Role, act.At).Contains(actor),
        PostParty post => act.Actor is { } actor && world.Holders(post.Role, act.At).Contains(actor),
        _ => true,
    };

    private bool Heed(Norm norm, Draft act, bool broken, Instant earliest, Fitting fitting, List<Draft> before)
    {
        switch (norm.Content)
        {
            case HappeningContent:
                return broken || (norm.Trigger!.Where is { } forbidden && fitting.Fit(forbidden, false, act));
            case ActorContent actor:
                var holders = world.Holders(actor.Role, act.At);
                var others = world.People.Except(holders).ToList();
                var wanted = broken ? others : holders;
                return (act.Actor is { } who && wanted.Contains(who)) || (act.Type.Actor is { } field && wanted.Count > 0 && act.Set(field.Name, Value.Text(random.Pick(wanted))));
            case ConditionContent condition:
                return fitting.Fit(condition.Condition, !broken, act) && Bring(condition, act, !broken, fitting, earliest, before);
            case CountContent or CompositeContent:
                return broken || Precede(norm, act, earliest, before);
            default:
                return false;
        }
    }

    private bool Bring(ConditionContent condition, Draft act, bool want, Fitting fitting, Instant earliest, List<Draft> before)
    {
        if (fitting.Evaluate(condition.Condition, act) is { } known)
        {
            return known.AsTruth == want;
        }

        var asTrigger = new Fitting(world, random, act.ToRecord("act"), []);
        var events = new StateMover(world, random, asTrigger).Bring(condition.Condition, want, Instant.Max(earliest, act.At - Duration.FromMinutes(1)));
        before.AddRange(events ?? []);
        return events is not null;
    }

    // only after: the events come shortly before, within the time in which they are looked for.
    private bool Precede(Norm norm, Draft act, Instant earliest, List<Draft> before)
    {
        var back = norm.Window.Opens.Anchor is Norms.Offset { Before: true, By.Value: var by } ? by : Duration.FromMinutes(30);
        var opens = Instant.Max(earliest, act.At - Duration.Min(back, Duration.FromMinutes(20)));
        if (opens >= act.At)
        {
            return false;
        }

        var date = act.At.InZone(world.Zone).Date;
        opens = Instant.Max(opens, world.Zone.AtStartOfDay(date).ToInstant());
        var duty = new Monitoring.UpcomingDuty(norm, new Verdicts.InstanceId(norm.Id, norm.Revision, KeyOf(norm, act), "act"), world.Name, opens, act.At, []);
        if (new DutyActs(world, random, duty, act, opens).Plan(false) is not { } acts)
        {
            return false;
        }

        before.AddRange(acts);
        return true;
    }

    private static System.Collections.Immutable.ImmutableArray<Verdicts.KeyPart> KeyOf(Norm norm, Draft act) =>
        norm.Parties.DoneBy is null && act.Actor is { } actor ? [new Verdicts.KeyPart("person", Value.Text(actor))] : [];
}
