using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Reference;

/// <summary>Somebody says whether the duty was kept (C19).</summary>
internal sealed class AttestedJudgement(Partition partition, Instance instance, AttestedContent content, ISet<string> rules) : IContentJudgement
{
    public Decision Decide()
    {
        rules.Add("C19");
        var words = new Matching(partition, instance, content.Event, rules) { DoneBy = new AnyoneParty() }.All()
            .Where(m => NamesInstance(m.Occurrence) && MaySay(m.Occurrence)).ToList();
        if (words.Count == 0)
            return Decision.AtClose(instance.Window!.Value, VerdictStatus.Undetermined, ReasonCode.NotAttested);

        var ofFirstStep = words.Where(m => Moment.After(m.Occurrence) == Moment.After(words[0].Occurrence)).ToList();
        return ofFirstStep.Select(Decide).MinBy(decision => decision.Status switch
        {
            VerdictStatus.Fulfilled => 0,
            VerdictStatus.Undetermined => 1,
            _ => 2,
        })!;
    }

    private Decision Decide(Match word)
    {
        var act = word.Occurrence;
        var (status, reason, precedence) = (word.IsSure ? act.Record[content.Kept]?.AsTruth : null) switch
        {
            true => (VerdictStatus.Fulfilled, ReasonCode.AttestedKept, Precedence.KeptByAnEvent),
            false => (VerdictStatus.Breached, ReasonCode.AttestedBroken, Precedence.BrokenByAnEvent),
            null => (VerdictStatus.Undetermined, ReasonCode.NotKnown, Precedence.BrokenByAnEvent),
        };
        return new Decision(status, reason, act.Time, act.Time + 1, precedence) { Act = act, Evidence = [act] };
    }

    /// <summary>It names the bearer, the case and the thing, as far as it can and there is one.</summary>
    private bool NamesInstance(Occurrence word) => Names(word, 0, instance.Bearer) && Names(word, 1, Case) && Names(word, 2, Thing);

    private static bool Names(Occurrence word, int which, string? name) =>
        name is null || word.Type.FindField(AttestedContent.NamingFields[which]) is not { } field || word.Record[field]?.AsText == name;

    private string? Case => instance.Trigger?.Type.Case is { } its ? instance.Trigger.Record[its]?.AsText : null;

    private string? Thing => instance.Norm.ForEach is { } set
        ? instance.Key.Where(part => part.Name == set.Name).Select(part => part.Value.AsText).SingleOrDefault()
        : null;

    private bool MaySay(Occurrence word) => content.By is not { } role
        || (word.Actor is { } actor && (role.SeenIn is not null || partition.Holders(role, word.Time).Contains(actor)));
}
