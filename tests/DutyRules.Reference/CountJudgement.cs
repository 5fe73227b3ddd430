using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>A number of events in the window (C2 - C5, C7, C11, C20, C21).</summary>
internal sealed class CountJudgement(Partition partition, Instance instance, CountContent content, ISet<string> rules) : IContentJudgement
{
    private readonly IReadOnlyList<Match> _matches =
    [
        .. new Matching(partition, instance, content.Event, rules) { EachLasting = content.EachLasting, Same = content.Same }.All()
            .Where(m => !content.Once || !m.IsSure || instance.Served.Contains(m.Occurrence)),
    ];

    private readonly Bound<long> _times = new AtBirth(partition, instance, rules).Times(content.Times)!;

    private Opening Window => instance.Window!.Value;

    /// <summary>What counts surely; its length is <c>lo</c> (C2).</summary>
    private IReadOnlyList<Occurrence> Sure => Matching.Choose(_matches.Where(m => m.IsSure).Select(m => m.Occurrence), content.Apart);

    /// <summary><c>hi</c> (C2)</summary>
    private long Possible => Matching.Choose(_matches.Select(m => m.Occurrence), content.Apart).Count;

    public Decision Decide()
    {
        rules.UnionWith(["C2", "C7", "E8"]);
        if (instance.Norm.IsGate)
            rules.Add("C11");

        if (content.Once)
            rules.Add("C20");

        var decision = instance.Norm.Modality == Modality.MustNot ? MustNot(NotBelowZero(_times.Greatest() ?? _times.Least() - 1))
            : _times.Greatest() is { } most ? MustWithin(_times.Least(), NotBelowZero(most))
            : MustAtLeast(_times.Least());
        return content.Times.IsComputed ? decision with { Needed = _times.Lower is null ? NotBelowZero(_times.Greatest()!.Value) : _times.Least() } : decision;
    }

    // C21
    private static long NotBelowZero(long number) => Math.Max(0, number);

    // C3
    private Decision MustAtLeast(long least)
    {
        rules.Add("C3");
        if (least <= 0)
            return new AtBirth(partition, instance, rules).Kept() with { Counted = 0 };

        if (Sure.Count >= least)
        {
            var act = Sure[(int)least - 1];
            return ByEvent(VerdictStatus.Fulfilled, ReasonCode.Done, act, least, Precedence.KeptByAnEvent) with
            {
                Slack = Duration.FromTicks(Window.Due - act.Time),
            };
        }

        return Possible < least ? AtClose(VerdictStatus.Breached, ReasonCode.NotDone) : AtClose(VerdictStatus.Undetermined, ReasonCode.NotKnown);
    }

    // C4
    private Decision MustWithin(long least, long most)
    {
        rules.Add("C4");
        return Sure.Count > most ? ByEvent(VerdictStatus.Breached, ReasonCode.TooMany, Sure[(int)most], most + 1, Precedence.BrokenByAnEvent)
            : Sure.Count >= least && Possible <= most ? AtClose(VerdictStatus.Fulfilled, ReasonCode.Done)
            : Possible < least ? AtClose(VerdictStatus.Breached, ReasonCode.NotDone)
            : AtClose(VerdictStatus.Undetermined, ReasonCode.NotKnown);
    }

    // C5
    private Decision MustNot(long most)
    {
        rules.Add("C5");
        if (Sure.Count > most)
        {
            var reason = most == 0 ? ReasonCode.ForbiddenAct : ReasonCode.TooMany;
            return ByEvent(VerdictStatus.Breached, reason, Sure[(int)most], most + 1, Precedence.BrokenByAnEvent);
        }

        var kept = Possible <= most
            ? AtClose(VerdictStatus.Fulfilled, ReasonCode.NoOffence)
            : AtClose(VerdictStatus.Undetermined, ReasonCode.NotKnown);
        if (content.Event.Type.Longest is not { } longest)
            return kept;

        var over = Window.Close + longest.InTicks();
        return kept with { At = over, Cut = over };
    }

    private Decision ByEvent(VerdictStatus status, ReasonCode reason, Occurrence act, long counted, Precedence precedence) =>
        new(status, reason, act.Time, act.Time + 1, precedence)
        {
            Act = act,
            Counted = counted,
            Evidence = [.. Sure.Take((int)counted)],
        };

    private Decision AtClose(VerdictStatus status, ReasonCode reason) =>
        Decision.AtClose(Window, status, reason) with { Counted = Sure.Count, Evidence = Sure };
}
