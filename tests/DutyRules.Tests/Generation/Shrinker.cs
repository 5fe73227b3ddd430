using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>Makes a failing case smaller, one thing at a time, as long as it still fails.</summary>
internal static class Shrinker
{
    public static (Case Case, Discrepancy Found) Shrink(Case @case, Discrepancy found)
    {
        var tries = 0;
        for (var shrunk = true; shrunk && tries < 3_000;)
        {
            shrunk = false;
            foreach (var (smaller, script) in Smaller(@case, found.Script))
            {
                if (tries++ < 3_000 && new Differential(smaller).Play([script]) is { } still)
                {
                    (@case, found, shrunk) = (smaller, still, true);
                    break;
                }
            }
        }

        return (@case, found);
    }

    private static IEnumerable<(Case Case, Script Script)> Smaller(Case @case, Script script)
    {
        foreach (var norm in @case.Policies.Norms.Reverse().Where(norm => !IsFollowed(norm, @case.Policies)))
            yield return (WithNorms(@case, @case.Policies.Norms.Remove(norm)), script);

        foreach (var id in @case.Records.Select(record => record.Id).Distinct())
        {
            yield return (
                @case with { Records = @case.Records.RemoveAll(record => record.Id == id) },
                script with { Steps = script.Steps.RemoveAll(step => step is Observe observe && observe.Record.Id == id) });
        }

        foreach (var i in Enumerable.Range(0, script.Steps.Length - 1).Where(i => script.Steps[i] is not Observe))
            yield return (@case, script with { Steps = script.Steps.RemoveAt(i) });

        foreach (var i in Enumerable.Range(0, script.Steps.Length - 1).Where(i => IsRepeat(script, i)))
            yield return (@case, script with { Steps = script.Steps.RemoveAt(i) });

        foreach (var vocabulary in Simpler(@case.Policies.Vocabulary))
            yield return (@case with { Policies = @case.Policies with { Vocabulary = vocabulary } }, script);

        foreach (var norm in @case.Policies.Norms)
        {
            foreach (var simpler in Simpler(norm))
                yield return (WithNorms(@case, @case.Policies.Norms.Replace(norm, simpler)), script);
        }
    }

    private static bool IsRepeat(Script script, int i) =>
        script.Steps[i] is Observe observe && script.Steps.Take(i).Contains(observe);

    private static bool IsFollowed(Norm norm, PolicySet policies) =>
        policies.Norms.Any(n => n.Frame is OutcomeFrame frame && frame.NormId == norm.Id && n.Revision == norm.Revision)
        || (policies.Vocabulary.Derived.OfType<OutcomesOf>().Any(outcomes => outcomes.NormId == norm.Id) && policies.Norms.Any(n => n.Stratum > norm.Stratum));

    private static Case WithNorms(Case @case, ImmutableArray<Norm> norms) => @case with { Policies = @case.Policies with { Norms = norms } };

    private static IEnumerable<Vocabulary> Simpler(Vocabulary vocabulary)
    {
        if (vocabulary.ClockChanges != ClockChanges.Rfc5545)
            yield return vocabulary with { ClockChanges = ClockChanges.Rfc5545 };
        if (vocabulary.Calendar is not null)
            yield return vocabulary with { Calendar = null };
        foreach (var hours in vocabulary.Hours.Where(hours => hours.Exceptions.Length > 0))
            yield return vocabulary with { Hours = vocabulary.Hours.Replace(hours, hours with { Exceptions = [] }) };
        foreach (var simpler in WorldShrinker.Simpler(vocabulary))
            yield return simpler;
        foreach (var hours in vocabulary.Hours.Where(hours => hours.NeedsCalendar))
            yield return vocabulary with { Hours = vocabulary.Hours.Replace(hours, hours with { OfHolidays = null, OfMakeUpDays = null }) };
    }

    private static IEnumerable<Norm> Simpler(Norm norm)
    {
        foreach (var exception in norm.Exceptions)
            yield return norm with { Exceptions = norm.Exceptions.Remove(exception) };

        foreach (var simpler in WorldShrinker.Simpler(norm))
            yield return simpler;
        if (norm.InForceFrom is not null)
            yield return norm with { InForceFrom = null };
        if (norm.InForceTo is not null)
            yield return norm with { InForceTo = null };
        if (norm.Parties is { Who: not (EachParty or FieldParty or PersonParty or TogetherParty), DoneByAnyone: false })
            yield return norm with { Parties = norm.Parties with { DoneBy = new AnyoneParty() } };

        foreach (var simpler in ShrinkForms.Simpler(norm))
            yield return simpler;
        foreach (var content in Simpler(norm.Content))
            yield return norm with { Content = content };
        foreach (var window in Simpler(norm.Window))
            yield return norm with { Window = window };
        foreach (var frame in Simpler(norm.Frame))
            yield return norm with { Frame = frame };
        foreach (var exception in norm.Exceptions)
        {
            foreach (var simpler in ShrinkForms.Simpler(exception))
                yield return norm with { Exceptions = norm.Exceptions.Replace(exception, simpler) };
        }
    }

    private static IEnumerable<Content> Simpler(Content content)
    {
        if (content is CountContent count)
        {
            if (count.Apart is not null)
                yield return count with { Apart = null };
            if (count.EachLasting is not null)
                yield return count with { EachLasting = null };
            if (count.Same.Length > 0)
                yield return count with { Same = [] };
            if (count.Event.Where is { } where)
            {
                yield return count with { Event = count.Event with { Where = null } };
                foreach (var part in Parts(where))
                    yield return count with { Event = count.Event with { Where = part } };
            }
        }

        if (content is StayContent stay)
        {
            if (stay.Gaps is { Value: var gaps } && gaps > Duration.Zero)
                yield return stay with { Gaps = null };
            foreach (var part in Parts(stay.Condition))
                yield return stay with { Condition = part };
        }

        if (content is TotalContent total)
        {
            if (total.MeanOf > 1)
                yield return total with { MeanOf = 1 };
            foreach (var part in Parts(total.Condition))
                yield return total with { Condition = part };
        }
    }

    /// <summary>The window with simpler days.</summary>
    private static IEnumerable<Window> Simpler(Window window)
    {
        foreach (var opens in Simpler(window.Opens.Anchor))
            yield return window with { Opens = window.Opens with { Anchor = opens } };
        foreach (var closes in Simpler(window.Closes.Anchor))
            yield return window with { Closes = window.Closes with { Anchor = closes } };
    }

    private static IEnumerable<Anchor> Simpler(Anchor anchor) => anchor switch
    {
        FieldTime => [new FrameStart()],
        EarlierOf x => Simpler(x.First).Select(first => (Anchor)(x with { First = first })).Concat(Simpler(x.Second).Select(second => x with { Second = second })).Prepend(x.Second).Prepend(x.First),
        LaterOf x => Simpler(x.First).Select(first => (Anchor)(x with { First = first })).Concat(Simpler(x.Second).Select(second => x with { Second = second })).Prepend(x.Second).Prepend(x.First),
        Norms.Offset { Base: not FrameStart } x => [x.Base],
        ClockTime x => Simpler(x.Day).Select(day => x with { Day = day }),
        StartOfDay x => Simpler(x.Day).Select(day => x with { Day = day }),
        EndOfDay x => Simpler(x.Day).Select(day => x with { Day = day }),
        OpeningOf x => Simpler(x.Day).Select(day => (Anchor)new StartOfDay(day)).Append(new StartOfDay(x.Day)),
        ClosingOf x => Simpler(x.Day).Select(day => (Anchor)new EndOfDay(day)).Append(new EndOfDay(x.Day)),
        _ => [],
    };

    private static IEnumerable<Day> Simpler(Day day) => day switch
    {
        CountedDays x => [x.Base],
        MovedDay x => [x.Base],
        MonthsLater x => [x.Base],
        FrameDay => [],
        _ => [new FrameDay()],
    };

    private static IEnumerable<Frame> Simpler(Frame frame)
    {
        if (frame is WhenFrame { Trigger: { Where: { } where } trigger } when)
        {
            yield return when with { Trigger = trigger with { Where = null } };
            foreach (var part in Parts(where))
                yield return when with { Trigger = trigger with { Where = part } };
        }

        if (frame is EveryFrame { Period: ShiftPeriod { Kinds.Length: > 0 } shifts })
            yield return new EveryFrame(shifts with { Kinds = [] });
        if (frame is EveryFrame { Period: CalendarUnit { FirstWeekday: not IsoDayOfWeek.Monday } unit })
            yield return new EveryFrame(unit with { FirstWeekday = IsoDayOfWeek.Monday });

        if (frame is WhileFrame spell)
        {
            foreach (var part in Parts(spell.Condition))
                yield return spell with { Condition = part };
        }
    }

    /// <summary>The truths that a truth is made of.</summary>
    public static IEnumerable<Expression> Parts(Expression expression) => expression switch
    {
        BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } x => [x.Left, x.Right],
        UnaryExpression { Operator: UnaryOperator.Not } x => [x.Operand],
        ConditionalExpression x => [x.Condition, x.Then, x.Otherwise],
        _ => [],
    };
}
