using DutyRules.Expressions;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Instances;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime.Text;

namespace DutyRules.Monitoring.Lanes;

/// <summary>A condition that must not last longer than so long. Norms that differ in that time only watch one spell, which reaches one after the other (rules F7, C12).</summary>
internal sealed class SpellFamily : Family
{
    private readonly Stage[] _stages;
    private readonly Spell[] _spells;

    public SpellFamily(IReadOnlyList<LaneMember> members, int sites)
    {
        _stages =
        [
            .. members.GroupBy(m => ((WhileFrame)m.Plan.Norm.Frame).Lasting!.Value).Select(g => new Stage(Ticks.Of(g.Key.Value), g.Key.Inclusive, [.. g]))
                .OrderBy(s => s.CutAfter).ThenBy(s => s.Lasting),
        ];
        _spells = new Spell[sites];
        Array.Fill(_spells, new Spell { TrueSince = Never, NotFalseSince = Never });
    }

    private const long Never = long.MinValue;

    /// <summary>Norms that allow the same time.</summary>
    private sealed record Stage(long Lasting, bool Inclusive, LaneMember[] Members)
    {
        /// <summary>The cut at which a spell of that length is one, after its beginning.</summary>
        public long CutAfter { get; } = Inclusive ? Lasting : Lasting + 1;

        public DueLane Lane { get; } = new();
    }

    /// <summary>How the condition stands at a site.</summary>
    private struct Spell
    {
        /// <summary>Since when it is true; or never.</summary>
        public long TrueSince;

        /// <summary>Since when it is true or not known; or never.</summary>
        public long NotFalseSince;

        /// <summary>How many stages have heard of it since it was last false.</summary>
        public int Said;
    }

    public required LaneCondition While { get; init; }

    /// <summary>Reads the condition at the end of an instant.</summary>
    public void Read(LaneMoment moment)
    {
        var value = While.Test(moment);
        ref var spell = ref _spells[moment.SiteIndex];
        if (value is { IsKnown: true, Value: false })
        {
            if (spell.NotFalseSince != Never)
            {
                spell = new Spell { TrueSince = Never, NotFalseSince = Never };
            }

            return;
        }

        var time = moment.Time;
        var begins = spell.NotFalseSince == Never;
        if (begins)
        {
            spell.NotFalseSince = time;
        }

        if (!value.IsKnown)
        {
            spell.TrueSince = Never;
        }
        else if (spell.TrueSince == Never)
        {
            spell.TrueSince = time;
            begins = true;
        }

        if (begins)
        {
            Await(0, moment.SiteIndex, time);
        }
    }

    protected override void Pass(long cut, LaneVerdicts verdicts)
    {
        for (var i = 0; i < _stages.Length; i++)
        {
            var stage = _stages[i];
            while (stage.Lane.Next <= cut)
            {
                var due = stage.Lane.Take();
                if (Reach(i, Sites[due.Subject], due.Cut, verdicts) && i + 1 < _stages.Length)
                {
                    Await(i + 1, due.Subject, due.Cut - stage.CutAfter);
                }
            }
        }
    }

    protected override long NextDue()
    {
        var next = long.MaxValue;
        foreach (var stage in _stages)
        {
            next = Math.Min(next, stage.Lane.Next);
        }

        return next;
    }

    public override void Write(SnapshotWriter writer, LaneSite site)
    {
        var spell = _spells[site.Index];
        writer.Write(spell.TrueSince);
        writer.Write(spell.NotFalseSince);
        writer.Write(spell.Said);
    }

    public override void Read(SnapshotReader reader, LaneSite site) =>
        _spells[site.Index] = new Spell { TrueSince = reader.ReadInt64(), NotFalseSince = reader.ReadInt64(), Said = reader.ReadInt32() };

    public override void Restored(long now)
    {
        var begun = from site in Sites
                    from since in new[] { _spells[site.Index].NotFalseSince, _spells[site.Index].TrueSince }.Distinct()
                    where since != Never
                    orderby since
                    select (site.Index, Since: since);
        foreach (var (site, since) in begun)
        {
            var stage = Array.FindIndex(_stages, s => since + s.CutAfter > now);
            if (stage >= 0)
            {
                Await(stage, site, since);
            }
        }
    }

    private void Await(int stage, int site, long since)
    {
        var cut = since + _stages[stage].CutAfter;
        _stages[stage].Lane.Add(new DueLane.Entry(cut, site, 0));
        Wake(cut);
    }

    // False when it is another spell now. What one has told the shorter stages is not told again.
    private bool Reach(int index, LaneSite site, long cut, LaneVerdicts verdicts)
    {
        var stage = _stages[index];
        var since = cut - stage.CutAfter;
        ref var spell = ref _spells[site.Index];
        if (spell.TrueSince == since)
        {
            spell.Said = Math.Max(spell.Said, index + 1);
            Say(stage, site, since, cut, VerdictStatus.Breached, ReasonCode.LastedTooLong, verdicts);
        }
        else if (spell.NotFalseSince == since && spell.Said <= index)
        {
            Say(stage, site, since, cut, VerdictStatus.Undetermined, ReasonCode.NotKnown, verdicts);
        }

        return spell.TrueSince == since || spell.NotFalseSince == since;
    }

    private static void Say(Stage stage, LaneSite site, long since, long cut, VerdictStatus status, ReasonCode reason, LaneVerdicts verdicts)
    {
        if (!verdicts.Wants(status))
        {
            return;
        }

        var start = since + stage.Lasting;
        var window = new ResolvedWindow(since, stage.Inclusive ? start : start + 1, start, !stage.Inclusive);
        var anchor = InstantPattern.ExtendedIso.Format(Ticks.ToInstant(since));
        foreach (var member in stage.Members)
        {
            verdicts.Say(site.Norm(member), anchor, null, window, new LaneDecision(status, reason, start, cut), null);
        }
    }
}
