using System.Collections.Immutable;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Reference;

/// <summary>Decides one instance (section 5): the first decisive instant decides.</summary>
internal sealed class Judgement(Partition partition, Instance instance)
{
    private readonly HashSet<string> _rules = [.. instance.FrameRules];

    private Norm Norm => instance.Norm;

    /// <summary>The verdict, and the rules that were applied.</summary>
    public (Verdict Verdict, ImmutableHashSet<string> Rules) Decide()
    {
        _rules.UnionWith(["T1", "T7", "B1", "E2", "E8"]);
        if (instance.IsUnknown)
            return Conclude(AtStart(VerdictStatus.Undetermined, ReasonCode.NotKnown), Happening);

        if (instance.Window is null && Norm.Content is not HappeningContent)
        {
            // W2
            var noWindow = AtStart(VerdictStatus.Void, ReasonCode.NoWindow) with { Precedence = Precedence.Void };
            return Conclude(noWindow with { At = instance.DatedAt }, new Opening(instance.Start, instance.Start, instance.Start, false));
        }

        var content = ContentJudgement();
        var exceptions = new Exceptions(partition, instance, Window, _rules);
        var candidates = exceptions.Endings().Append(content.Decide()).Select(Dated).ToList();
        var decision = candidates.MinBy(d => (d.Cut, d.Precedence))!;
        if (candidates.Count(d => d.Cut == decision.Cut) > 1)
            _rules.Add("T6");

        return Conclude(exceptions.Excuse(decision), Window);
    }

    /// <summary>The window as it is printed.</summary>
    private Opening Window => Norm.Content is HappeningContent ? Happening : instance.Window!.Value;

    /// <summary>From the beginning of the spell, or from the trigger, to the start; the start inclusive unless `at least` (C12, F6, F7).</summary>
    private Opening Happening
    {
        get
        {
            var (begin, inclusive) = (instance.Interval?.From ?? instance.Start, instance.BirthCut > instance.Start);
            return new Opening(begin, inclusive ? instance.Start + 1 : instance.Start, instance.Start, inclusive);
        }
    }

    private Decision AtStart(VerdictStatus status, ReasonCode reason) =>
        new(status, reason, instance.Start, instance.BirthCut, Precedence.Silence);

    private IContentJudgement ContentJudgement() => Norm.Content switch
    {
        CountContent content => new CountJudgement(partition, instance, content, _rules),
        OneOfEachContent content => new OneOfEachJudgement(partition, instance, content, _rules),
        StayContent content => new StayJudgement(partition, instance, content, _rules),
        var content => new ActJudgement(partition, instance, content, _rules),
    };

    /// <summary>No decision is dated before the birth cut; if one would be, no event decided it (W4).</summary>
    private Decision Dated(Decision decision)
    {
        if (decision.Cut >= instance.BirthCut)
            return decision;

        _rules.Add("W4");
        return decision with { At = instance.DatedAt, Cut = instance.BirthCut, Act = null };
    }

    private (Verdict Verdict, ImmutableHashSet<string> Rules) Conclude(Decision decision, Opening window)
    {
        if (decision.Status == VerdictStatus.Undetermined)
            _rules.Add("C13");

        // E8: the trigger, if there is one, then at most 16 counted events
        IReadOnlyList<Occurrence> counted = [.. decision.Evidence.Take(16)];
        var people = new People(partition, instance);
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
            People = people.Bearing(window),
            Performers = people.Performing(counted),
            Liable = decision.Status == VerdictStatus.Breached ? people.Liable(decision.DecisiveInstant) : [],
            Evidence = [.. instance.Trigger is { } trigger ? [trigger.Id] : Array.Empty<string>(), .. counted.Select(o => o.Id)],
            Counted = decision.Counted,
            Slack = decision.Slack,
            Share = decision.Share,
        };
        return (verdict, [.. _rules]);
    }
}
