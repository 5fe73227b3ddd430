using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Lanes;

/// <summary>Puts norms together that differ in nothing but a limit.</summary>
internal sealed class FamilyMaker(SiteLanes lanes, int sites)
{
    private readonly List<(ActFamily Family, EventType Type)> _acts = [];
    private readonly List<(WhenFamily Family, EventType Opens, EventType Counts)> _whens = [];
    private readonly List<(EveryFamily Family, EventType Counts)> _everies = [];
    private readonly List<LaneState> _watched = [];

    public IEnumerable<Family> Of(IEnumerable<LaneMember> members) =>
        [.. members.GroupBy(m => FormOf(m.Plan), StringComparer.Ordinal).Select(g => FamilyOf([.. g]))];

    public Listeners ListenersTo(EventType type)
    {
        var acts = _acts.Where(a => a.Type == type).Select(a => a.Family).ToArray();
        var opened = _whens.Where(w => w.Opens == type).Select(w => w.Family).ToArray();
        var counted = _whens.Where(w => w.Counts == type).Select(w => w.Family).ToArray();
        var every = _everies.Where(e => e.Counts == type).Select(e => e.Family).ToArray();
        LaneCondition?[] conditions = [.. acts.Select(a => a.Trigger), .. acts.Select(a => a.OnlyIf), .. opened.Select(w => w.Trigger), .. counted.Select(w => w.Where), .. every.Select(e => e.Where)];
        LaneSource[] states = [.. lanes.States.Select(s => s.SourceOf(type)).OfType<LaneSource>()];
        return new Listeners(states, acts, opened, counted, every)
        {
            Sensitive = [.. conditions.OfType<LaneCondition>().Where(c => c.ReadsStates).Distinct()],
            ChangesSpells = states.Any(s => _watched.Contains(s.State)),
        };
    }

    private Family FamilyOf(IReadOnlyList<LaneMember> members)
    {
        var norm = members[0].Plan.Norm;
        switch (norm.Frame)
        {
            case WhenFrame frame when members[0].Plan.IsAct:
                var act = new ActFamily(members)
                {
                    Sites = lanes.Sites,
                    Clock = lanes.Clock,
                    Trigger = ConditionOf(frame.Trigger),
                    OnlyIf = lanes.ConditionOf(frame.Trigger.Type, (norm.Content as ConditionContent)?.Condition),
                };
                _acts.Add((act, frame.Trigger.Type));
                return act;
            case WhenFrame frame:
                var when = new WhenFamily(members, sites, lanes.PartitionField)
                {
                    Sites = lanes.Sites,
                    Clock = lanes.Clock,
                    Trigger = ConditionOf(frame.Trigger),
                    Where = ConditionOf(((CountContent)norm.Content).Event),
                };
                _whens.Add((when, frame.Trigger.Type, ((CountContent)norm.Content).Event.Type));
                return when;
            case EveryFrame:
                var every = new EveryFamily(members, sites) { Sites = lanes.Sites, Clock = lanes.Clock, Where = ConditionOf(((CountContent)norm.Content).Event) };
                _everies.Add((every, ((CountContent)norm.Content).Event.Type));
                return every;
            case WhileFrame frame:
                _watched.AddRange(ExpressionReads.States(frame.Condition).Select(lanes.StateOf));
                return new SpellFamily(members, sites) { Sites = lanes.Sites, Clock = lanes.Clock, While = lanes.ConditionOf(null, frame.Condition)! };
            default:
                throw new NotSupportedException($"no lane knows the frame `{norm.Frame}`");
        }
    }

    private LaneCondition? ConditionOf(EventPattern pattern) => lanes.ConditionOf(pattern.Type, pattern.Where);

    /// <summary>Equal for norms that may differ in one limit only.</summary>
    private static string FormOf(NormPlan plan)
    {
        var norm = plan.Norm;
        var parties = NormFingerprint.Of(norm.Parties);
        return norm.Frame switch
        {
            WhileFrame frame => $"while {NormFingerprint.Of(frame with { Lasting = null })} {parties}",
            WhenFrame when !plan.IsAct => $"{NormFingerprint.Of(norm.Frame)} {parties} {NormFingerprint.Of(norm.Content)} {norm.Window.Opens.Inclusive}",
            _ => $"{NormFingerprint.Of(norm.Frame)} {parties} {NormFingerprint.Of(norm.Content)} {NormFingerprint.Of(norm.Window)} {norm.Modality}",
        };
    }
}
