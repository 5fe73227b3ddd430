using DutyRules.Events;
using DutyRules.Monitoring.Contents;
using DutyRules.Monitoring.Planning;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime.Text;

namespace DutyRules.Monitoring.Instances;

/// <summary>Instances of a <c>while</c> frame (rules F5, F7, C12).</summary>
internal sealed partial class NormState
{
    private void OpenSpell(Spell spell, long since, long cut)
    {
        if (spell.TrueSince != since)
        {
            return;
        }

        spell.HasOpened = true;
        var birth = SpellBirth(spell, since, cut);
        if (spell.Person is not null && !_context.Holds(spell.Person, birth.Start))
        {
            return;
        }

        if (_plan.Norm.Content is HappeningContent)
        {
            EmitLastedTooLong(birth, since);
            return;
        }

        spell.Opened = Open(birth, _plan.HasWindow ? Resolve(new FrameExtent(birth.Start), birth.Cut) : default);
    }

    private void ReportUnknownSpell(Spell spell, long since, long cut)
    {
        var birth = SpellBirth(spell, since, cut);
        if (spell.NotFalseSince == since && !spell.HasOpened && (spell.Person is null || _context.Holds(spell.Person, birth.Start)))
        {
            Emit(birth, SpellWindow(since, birth.Start), new Decision(VerdictStatus.Undetermined, ReasonCode.NotKnown, birth.Start, cut));
        }
    }

    private void EmitLastedTooLong(Birth birth, long since)
    {
        var window = SpellWindow(since, birth.Start);
        var decision = new Decision(VerdictStatus.Breached, ReasonCode.LastedTooLong, birth.Start, birth.Cut);
        var instance = NewInstance(birth, window, AtOnce.Instance);
        if (birth.Cut == birth.Start + 1 && Lapses(instance, birth.Start))
        {
            decision = Decision.At(birth.Start, VerdictStatus.Void, ReasonCode.Lapsed);
        }

        Emit(instance, Excuse(instance, decision));
    }

    private Birth SpellBirth(Spell spell, long since, long cut) =>
        new(since + Lasting, cut, InstantPattern.ExtendedIso.Format(Ticks.ToInstant(since)), spell.Person, spell.Key, null);

    /// <summary>Since when spells last of which something may have to be said yet.</summary>
    private IEnumerable<long> SpellsToReport => _spells.SelectMany(spell => new[] { spell.NotFalseSince, spell.TrueSince }).OfType<long>().Where(since => since + Lasting + 1 >= Position);

    private long Lasting => ((WhileFrame)_plan.Norm.Frame).Lasting is { } lasting ? Ticks.Of(lasting.Value) : 0;

    /// <summary>The birth cut of a spell that begins at an instant.</summary>
    private long SpellCut(long since) =>
        ((WhileFrame)_plan.Norm.Frame).Lasting is { Inclusive: true } ? since + Lasting : since + Lasting + 1;

    private ResolvedWindow SpellWindow(long since, long start)
    {
        var inclusive = ((WhileFrame)_plan.Norm.Frame).Lasting is not { Inclusive: true };
        return new ResolvedWindow(since, inclusive ? start + 1 : start, start, inclusive);
    }
}
