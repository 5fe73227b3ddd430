using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Time;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>Makes frames, and the events that open them.</summary>
internal sealed partial class PolicyChoices
{
    private Frame MakeFrame() => _choices.Below(10) switch
    {
        _ when Has(Feature.Shifts) && _choices.Chance(60) => new EveryFrame(MakeShiftPeriod()),
        _ when Has(Feature.FieldAnchors) && _choices.Chance(60) => new WhenFrame(MakeTrigger()),
        _ when Has(Feature.ShiftOfAct) && _choices.Chance(50) => new WhenFrame(MakeTrigger()),
        _ when (Has(Feature.SeenIn) || _features.Overlaps(OfPeriods)) && _choices.Chance(70) => new EveryFrame(Period()),
        _ when (Has(Feature.Gate) || Has(Feature.Happening)) && _choices.Chance(60) => new WhenFrame(MakeTrigger()),
        < 3 => new EveryFrame(Period()),
        < 7 when !(Has(Feature.Lasting) && _choices.Chance(60)) => new WhenFrame(MakeTrigger()),
        _ => new WhileFrame(
            _conditions.Any(new Conditions.Scope()),
            Has(Feature.Lasting) ? new Limit<Duration>(_choices.Pick(Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromHours(1)), _choices.Chance(50)) : null,
            _choices.Pick(EndsFirst.Lapses, EndsFirst.StillOwed)),
    };

    /// <summary>What says something of periods.</summary>
    private static readonly Feature[] OfPeriods =
        [Feature.WorkDays, Feature.Hours, Feature.Days, Feature.LongerPeriods, Feature.Recurring, Feature.OpensBefore, Feature.Rolling];

    private FramePeriod Period()
    {
        if (Has(Feature.LongPeriod))
        {
            return Has(Feature.LongerPeriods) && _choices.Chance(70)
                ? _choices.Pick<FramePeriod>(
                    new CalendarUnit(PeriodKind.Week) { FirstWeekday = _choices.Pick(Enum.GetValues<IsoDayOfWeek>()[1..]) },
                    PeriodKind.Quarter, PeriodKind.HalfYear, PeriodKind.Year)
                : _choices.Pick(PeriodKind.Week, PeriodKind.Month);
        }

        // Only calendar units have earlier ones.
        if (Has(Feature.Rolling))
            return PeriodKind.Day;
        if (Has(Feature.Recurring) && Rules.Count > 0 && _choices.Chance(60))
            return new RecurringDays(Recurrence.Parse(_choices.Pick(Rules), _scene.FirstDate.PlusDays(_choices.Between(-3, 1)), out _)!);
        if (Has(Feature.WorkDays) && _choices.Chance(60))
            return _choices.Pick<FramePeriod>(new DaysOf(DayClass.Working), new DaysOf(DayClass.Holiday), new HolidayPeriod());

        return Has(Feature.Hours) && _choices.Chance(70)
            ? _choices.Pick<FramePeriod>(new OpeningPeriod(), new OpeningPeriod(), new DaysOf(DayClass.Opening))
            : PeriodKind.Day;
    }

    /// <summary>Rules of recurrence; none as long as the model does not say what they come to.</summary>
    private static IReadOnlyList<string> Rules { get; } = FindRules();

    private static IReadOnlyList<string> FindRules()
    {
        try
        {
            _ = Recurrence.Parse("FREQ=DAILY", new LocalDate(2026, 1, 1), out _)!.From(new LocalDate(2026, 1, 1)).First();
            return ["FREQ=DAILY", "FREQ=DAILY;INTERVAL=2", "FREQ=WEEKLY;BYDAY=MO,FR,SU", "FREQ=MONTHLY;BYMONTHDAY=-1,1", "FREQ=MONTHLY;BYDAY=1SU"];
        }
        catch (NotSupportedException)
        {
            return [];
        }
    }

    private ShiftPeriod MakeShiftPeriod() => new(_world.Guard) { Kinds = _choices.Chance(40) ? [_choices.Pick(World.ShiftKinds)] : [] };

    private EventPattern MakeTrigger()
    {
        var type = Has(Feature.Derived) && _choices.Chance(60) ? _choices.Pick(_world.More.Derived).Type
            : Has(Feature.FieldAnchors) && _choices.Chance(70) ? _choices.Pick(_world.Visit, _world.Visit, _world.Start, _world.Round)
            : _choices.Pick(_world.Visit, _world.Visit, _world.Start, _world.Stop, _world.Round, _world.Gauge);
        return new EventPattern(type, Has(Feature.Where) && _choices.Chance(70) ? _conditions.Any(new Conditions.Scope(type, type)) : null);
    }

    private OutcomeFrame MakeOutcome(Norm followed) => new(
        followed.Id,
        _choices.Pick(
            VerdictStatus.Breached, VerdictStatus.Breached, VerdictStatus.Breached, VerdictStatus.Fulfilled,
            VerdictStatus.Void, VerdictStatus.Undetermined, VerdictStatus.Excused),
        _outcomes.FirstOrDefault(o => o.NormId == followed.Id) is { } named && _choices.Chance(70) ? new EventPattern(named.Type) : followed.Trigger);
}
