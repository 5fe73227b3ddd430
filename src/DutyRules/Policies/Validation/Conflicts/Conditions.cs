using DutyRules.Diagnostics;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>What must be so and what must be so at the same time cannot both be so.</summary>
internal sealed class Conditions
{
    // What a norm keeps is asked once for each of its pairs.
    private readonly Dictionary<Norm, Kept?> _kept = new(ReferenceEqualityComparer.Instance);

    public LocalizedText? Check(Pair pair)
    {
        if (KeptBy(pair.First) is not { } one || KeptBy(pair.Second) is not { } other || (one.Who != other.Who && (one.Who is EachParty || other.Who is EachParty))
            || !AreTogether(one, other) || !one.Claims.And(other.Claims).AreImpossible || pair.Meeting is not { } meeting)
        {
            return null;
        }

        var time = one.Hours.And(other.Hours) is { Length: < WindowPlaces.Day } hours ? LocalTime.FromTicksSinceMidnight(hours.From) : (LocalTime?)null;
        var when = meeting.When(time);
        var (en, zh) = (ExpressionPrinter.ToText(one.Condition, Language.English), ExpressionPrinter.ToText(one.Condition, Language.Chinese));
        var (kept, broken) = one.Forbids ? (pair.Second.Id, pair.First.Id) : (pair.First.Id, pair.Second.Id);
        return new LocalizedText(
            $"say, {when.En} “{en}” holds throughout: that breaks `{broken}`; if it does not, that breaks `{kept}`",
            $"例如 {when.Zh}，“{zh}”始终成立：违反 `{broken}`；否则：违反 `{kept}`");
    }

    // One of them holds for a time at which the other may not be otherwise.
    private static bool AreTogether(Kept a, Kept b) => (a.IsOnce, b.IsOnce) switch
    {
        (true, true) => false,
        (true, false) => b.Tolerance is null && b.Hours.Include(a.Hours),
        (false, true) => a.Tolerance is null && a.Hours.Include(b.Hours),
        _ => (a.Tolerance is null || b.Tolerance is null) && a.Hours.And(b.Hours).Length > (a.Tolerance ?? b.Tolerance ?? 0),
    };

    private Kept? KeptBy(Norm norm)
    {
        if (!_kept.TryGetValue(norm, out var kept))
        {
            _kept[norm] = kept = Of(norm);
        }

        return kept;
    }

    private static Kept? Of(Norm norm) => norm switch
    {
        { Modality: Modality.Must, Frame: EveryFrame, Content: StayContent { Share: null } stays } when Hours.OfEvery(norm) is { } hours =>
            new Kept(stays.Condition, Claims.Of(stays.Condition), hours, norm.Parties.Who) { Tolerance = stays.Gaps?.Value.BclCompatibleTicks },
        { Modality: Modality.Must, Frame: EveryFrame, Content: MeetContent met } when Hours.OfEvery(norm) is { } hours =>
            new Kept(met.Condition, Claims.Of(met.Condition), hours, norm.Parties.Who) { IsOnce = true },
        { Modality: Modality.MustNot, Frame: WhileFrame { Lasting: null or { Term.Computed: null } } spell, Content: HappeningContent } =>
            new Kept(spell.Condition, Claims.Of(spell.Condition, holds: false), Hours.All, norm.Parties.Who) { Tolerance = spell.Lasting?.Value.BclCompatibleTicks, Forbids = true },
        _ => null,
    };

    /// <summary>What must be so during hours, or at some time of them; a tolerance is the time for which it may be otherwise.</summary>
    private sealed record Kept(Expression Condition, Claims Claims, Hours Hours, Party Who)
    {
        public long? Tolerance { get; init; }

        public bool IsOnce { get; init; }

        public bool Forbids { get; init; }
    }
}
