using System.Collections.Immutable;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>Decides one instance (section 5): the first decisive instant decides.</summary>
internal sealed class Judgement(Partition partition, Instance instance)
{
    private readonly HashSet<string> _rules = [.. instance.FrameRules];

    private Norm Norm => instance.Norm;

    /// <summary>The verdict, and the rules that were applied.</summary>
    public (Verdict Verdict, ImmutableHashSet<string> Rules) Conclude()
    {
        var (decision, window) = Decide();
        return Conclude(decision, window);
    }

    /// <summary>The first decision, and the window as it is printed.</summary>
    public (Decision Decision, Opening Window) Decide()
    {
        _rules.UnionWith(["T1", "T7", "B1", "E2", "E8", .. NormRules.Of(Norm)]);
        if (instance.IsUnknown)
            return (AtStart(VerdictStatus.Undetermined, ReasonCode.NotKnown), Happening);

        if (instance.AtOnce is { } reason && !(Norm.Content is HappeningContent && reason == ReasonCode.NoWindow))
        {
            _rules.Add("W5");
            var status = reason == ReasonCode.NoWindow ? VerdictStatus.Void : VerdictStatus.Undetermined;
            return (AtStart(status, reason) with { At = instance.DatedAt }, new Opening(instance.Start, instance.Start, instance.Start, false));
        }

        // What is kept at birth has the window before anything came (W6, F16).
        if (instance.Window is not null && ContentJudgement(instance).Decide().IsAtBirth)
            return Decide(new Stage(instance) { HasBegun = Norm.Window.Opens.Anchor is not FirstEvent })!.Value;

        return new Stages(partition, instance, _rules).All().Select(Decide).First(found => found is not null)!.Value;
    }

    /// <summary>What decides as long as the instance has this window; null if nothing does.</summary>
    private (Decision Decision, Opening Window)? Decide(Stage stage)
    {
        var window = Window(stage.Instance);
        var exceptions = new Exceptions(partition, stage.Instance, window, _rules);
        var candidates = exceptions.Endings(stage.HasBegun).Concat(OfContent(stage)).Concat(stage.Otherwise is { } otherwise ? [otherwise] : []).ToList();
        if (candidates.MinBy(d => (d.Cut, d.Precedence)) is not { } first || !stage.Decides(first))
            return null;

        candidates = [.. candidates.Where(d => stage.Decides(d)).Select(d => Dated(d, stage.Instance))];
        var decision = candidates.MinBy(d => (d.Cut, d.Precedence))!;

        if (candidates.Count(d => d.Cut == decision.Cut) > 1)
            _rules.Add("T6");

        decision = exceptions.Excuse(ByNobody(decision, window));
        return instance.Clock is { } clock ? AsOf(clock, decision, window) : (decision, window);
    }

    /// <summary>The due of a window whose clock stood still, as it is when it is decided (W7).</summary>
    private static (Decision Decision, Opening Window) AsOf(Pauses clock, Decision decision, Opening window)
    {
        window = clock.AsOf(window, decision.At);
        return (decision.Slack is null ? decision : decision with { Slack = Duration.FromTicks(window.Due - decision.At) }, window);
    }

    private IEnumerable<Decision> OfContent(Stage stage)
    {
        // What is kept at birth needs nothing to come (F16).
        var decision = ContentJudgement(stage.Instance).Decide();
        var isSilence = decision.Precedence == Precedence.Silence && decision.Cut == stage.Instance.Window?.Close;
        return decision.IsAtBirth || (stage.HasBegun && !(stage.HasNoSilence && isSilence)) ? [decision] : [];
    }

    /// <summary>A breach that no event decided, of a post held on shift that nobody held so far, is undetermined (F8).</summary>
    private Decision ByNobody(Decision decision, Opening window)
    {
        if (decision is not { Status: VerdictStatus.Breached, Precedence: Precedence.Silence } || instance.IsAct || !Norm.CountsOrMeasures || instance.Shift is not null
            || Norm.Parties.Who is not PostParty { Role: { IsOnShift: true } role }
            || partition.Holders(role, window.Open, Math.Min(window.Close, decision.Cut)).Count > 0)
        {
            return decision;
        }

        _rules.Add("F8");
        return decision with { Status = VerdictStatus.Undetermined, Reason = ReasonCode.Unassigned };
    }

    // K5
    private string? Edition
    {
        get
        {
            if (!Forms.DependsOnCalendar(Norm, partition.Work))
                return null;

            _rules.Add("K5");
            return partition.Work.Calendar?.Edition;
        }
    }

    /// <summary>The window as it is printed.</summary>
    private Opening Window(Instance staged) => Norm.Content is HappeningContent ? Happening : staged.Window!.Value;

    /// <summary>From the beginning of the spell, or from the trigger, to the start; the start inclusive unless `at least` (C12, F6, F7, F15).</summary>
    private Opening Happening
    {
        get
        {
            var (begin, inclusive) = (instance.Interval?.From ?? instance.Start, instance.BirthCut > instance.Start || Norm.Frame is OutcomeFrame);
            return new Opening(begin, inclusive ? instance.Start + 1 : instance.Start, instance.Start, inclusive);
        }
    }

    private Decision AtStart(VerdictStatus status, ReasonCode reason) =>
        new(status, reason, instance.Start, instance.BirthCut, Precedence.Silence);

    private IContentJudgement ContentJudgement(Instance staged) => Norm.Content switch
    {
        CountContent content when Norm.Parties.Who is TogetherParty => new CompositeJudgement(partition, staged, content, _rules),
        CountContent content => new CountJudgement(partition, staged, content, _rules),
        OneOfEachContent content => new OneOfEachJudgement(partition, staged, content, _rules),
        StayContent content => new StayJudgement(partition, staged, content, _rules),
        TotalContent content => new TotalJudgement(partition, staged, content, _rules),
        CompositeContent content => new CompositeJudgement(partition, staged, content, _rules),
        MeasureContent content => new MeasureJudgement(partition, staged, content, _rules),
        CoveringContent content => new CoveringJudgement(partition, staged, content, _rules),
        MeetContent content => new MeetJudgement(partition, staged, content, _rules),
        AttestedContent content => new AttestedJudgement(partition, staged, content, _rules),
        var content => new ActJudgement(partition, staged, content, _rules),
    };

    /// <summary>No decision is dated before the birth cut, or before the first event that opened the window has come (W6); if one would be, no event decided it (W4).</summary>
    private Decision Dated(Decision decision, Instance staged)
    {
        var (at, cut) = staged.Openers is [var opener, ..] && opener.Time + 1 > instance.BirthCut
            ? (opener.Time, opener.Time + 1)
            : (instance.DatedAt, instance.BirthCut);
        if (decision.Cut >= cut)
            return decision;

        _rules.Add("W4");
        return decision with { At = at, Cut = cut, Act = null };
    }

    private (Verdict Verdict, ImmutableHashSet<string> Rules) Conclude(Decision decision, Opening window)
    {
        if (decision is { Status: VerdictStatus.Undetermined, Reason: ReasonCode.NotKnown })
            _rules.Add("C13");

        // E8: the trigger, if there is one, then at most 16 counted events
        IReadOnlyList<Occurrence> counted = [.. decision.Evidence.Take(16)];
        var people = new People(partition, instance, _rules);
        var charges = decision.Status == VerdictStatus.Breached ? new Liabilities(partition, instance, people, _rules).Of(decision) : [];
        var verdict = new Verdict
        {
            Instance = instance.Id,
            Norm = Norm,
            Partition = partition.Name,
            Status = decision.Status,
            Reason = decision.Reason,
            Opens = window.Open.ToInstant(),
            Due = window.Due.ToInstant(),
            DueInclusive = window.DueInclusive,
            DecidedAt = decision.At.ToInstant(),
            Cut = decision.Cut.ToInstant(),
            People = people.Bearing(window, decision),
            Performers = people.Performing(counted),
            Liable = [.. charges.Select(charge => charge.Person)],
            Charges = [.. charges.Where(charge => charge.Points != 0)],
            Evidence = [.. instance.Trigger is { } trigger ? [trigger.Id] : Array.Empty<string>(), .. counted.Select(o => o.Id)],
            Counted = decision.Counted,
            Slack = decision.Slack,
            Share = decision.Share,
            Total = decision.Total,
            Measured = decision.Measured,
            Needed = decision.Needed,
            Calendar = Edition,
        };
        return (verdict, [.. _rules]);
    }
}
