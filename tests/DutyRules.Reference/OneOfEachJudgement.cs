using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>At least one event for every word of a choice field (C6).</summary>
internal sealed class OneOfEachJudgement(Partition partition, Instance instance, OneOfEachContent content, ISet<string> rules)
    : IContentJudgement
{
    private readonly IReadOnlyList<Match> _matches = new Matching(partition, instance, content.Event, rules) { Same = content.Same }.All();

    private int Words => content.Field.Type.Choices.Length;

    public Decision Decide()
    {
        rules.UnionWith(["C6", "C7", "E8"]);
        var window = instance.Window!.Value;
        var first = FirstOfEachWord(_matches.Where(m => m.IsSure));
        if (first.Count == Words)
        {
            var act = first[^1];
            return new Decision(VerdictStatus.Fulfilled, ReasonCode.Done, act.Time, act.Time + 1, Precedence.KeptByAnEvent)
            {
                Act = act,
                Slack = Duration.FromTicks(window.Due - act.Time),
                Counted = Words,
                Evidence = first,
            };
        }

        var possible = FirstOfEachWord(_matches).Count == Words;
        return Decision.AtClose(
            window,
            possible ? VerdictStatus.Undetermined : VerdictStatus.Breached,
            possible ? ReasonCode.NotKnown : ReasonCode.NotDone) with { Counted = first.Count, Evidence = first };
    }

    /// <summary>The first event of each word, in (time, seq, id) order. An event without a word is of none.</summary>
    private List<Occurrence> FirstOfEachWord(IEnumerable<Match> matches) =>
    [
        .. matches.Select(m => m.Occurrence)
            .Where(o => o.Record[content.Field] is not null)
            .GroupBy(o => o.Record[content.Field]!.Value.AsText)
            .Select(word => word.First()),
    ];
}
