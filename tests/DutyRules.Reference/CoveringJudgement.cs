using System.Numerics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Reference;

/// <summary>Every member of a set, or a part of them, has an event in the window (C17).</summary>
internal sealed class CoveringJudgement(Partition partition, Instance instance, CoveringContent content, ISet<string> rules) : IContentJudgement
{
    private readonly IReadOnlyList<Match> _matches = new Matching(partition, instance, content.Event, rules) { Same = content.Same }.All();

    private Opening Window => instance.Window!.Value;

    /// <summary>When the set is read, on post.</summary>
    private long AsOf => content.AsOfOpening ? Window.Open : Window.Close - 1;

    public Decision Decide()
    {
        rules.UnionWith(["C17", "E8"]);
        var candidates = Candidates();
        var members = candidates.Where(member => member.IsIn == true).Select(member => member.Name).ToHashSet();
        long? number = candidates.Any(member => member.IsIn is null) ? null : members.Count;
        var needed = number is { } n and > 0 ? Needed(n) : null;
        var covered = _matches.Where(m => m.IsSure).Select(m => m.Occurrence).Where(o => Named(o) is { } name && members.Contains(name)).DistinctBy(Named).ToList();
        var possible = _matches.Select(m => Named(m.Occurrence)).OfType<string>().Where(members.Contains).Distinct().Count();
        var (status, reason) = number == 0 ? (VerdictStatus.Void, ReasonCode.NothingToMeasure)
            : needed is null ? (VerdictStatus.Undetermined, ReasonCode.NotKnown)
            : covered.Count >= needed ? (VerdictStatus.Fulfilled, ReasonCode.Done)
            : possible < needed ? (VerdictStatus.Breached, ReasonCode.NotDone)
            : (VerdictStatus.Undetermined, ReasonCode.NotKnown);
        return Decision.AtClose(Window, status, reason) with { Counted = covered.Count, Needed = needed, Evidence = covered };
    }

    private string? Named(Occurrence occurrence) => occurrence.Record[content.Field]?.AsText;

    /// <summary>Who may be in the set, and whether he is.</summary>
    private IReadOnlyList<(string Name, bool? IsIn)> Candidates() => content.Set switch
    {
        HoldersSet set => [.. partition.Holders(set.Role, AsOf).Select(person => (person, (bool?)true))],
        OnSet set => [.. KeysOf(set.State).Select(key => (key.AsText, partition.States.Read(set.State, [key], Moment.At(AsOf), rules)?.AsTruth))],
        ValuesSet set => OfValues(set),
        _ => throw new NotSupportedException(content.Set.ToString()),
    };

    /// <summary>The keys of a state that events speak of; it is off for every other.</summary>
    private IEnumerable<Value> KeysOf(SwitchState state) =>
        from occurrence in partition.Occurrences
        where state.Sources.Any(source => source.Type == occurrence.Type)
        let field = occurrence.Type.FindField(state.Of.Single())
        where field is not null && occurrence.Record[field] is not null
        group occurrence by occurrence.Record[field]!.Value into ofKey
        select ofKey.Key;

    private IReadOnlyList<(string Name, bool? IsIn)> OfValues(ValuesSet set) =>
    [
        .. from match in new Matching(partition, instance, set.Event, rules) { DoneBy = new AnyoneParty() }.All()
           let name = match.Occurrence.Record[set.Field]?.AsText
           where name is not null
           group match by name into ofName
           select (ofName.Key, ofName.Any(m => m.IsSure) ? (bool?)true : null),
    ];

    /// <summary>How many of so many are needed; null if the table does not say.</summary>
    private long? Needed(long number)
    {
        if (Share(number) is not { } share)
            return null;

        var part = Ratio.Of(share) with { Numerator = Ratio.Of(share).Numerator * number };
        var (below, rest) = BigInteger.DivRem(part.Numerator, part.Denominator);
        return (long)(content.Rounding switch
        {
            Rounding.Up => rest.IsZero ? below : below + 1,
            Rounding.Down => below,
            _ => rest * 2 >= part.Denominator ? below + 1 : below,
        });
    }

    private decimal? Share(long number) => content.ByCount is { } table ? table.Find(Value.Integer(number))?.AsNumber : content.Share.Value;
}
