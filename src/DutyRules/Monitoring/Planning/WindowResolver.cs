using DutyRules.Events;
using DutyRules.Monitoring.Calendars;
using DutyRules.Monitoring.Shifts;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Monitoring.Planning;

/// <summary>A window of an instance in ticks, half-open, and its end as printed.</summary>
internal readonly record struct ResolvedWindow(long Open, long Close, long Due, bool DueInclusive);

/// <summary>What anchors are measured from: where a frame starts and ends, and which shifts its instance can name.</summary>
/// <param name="Start">The start as printed.</param>
/// <param name="End">The end; null where it is not known beforehand.</param>
/// <param name="Shifts">The shift that is chosen, or null when there is none; null where shifts cannot be named.</param>
/// <param name="Trigger">The event whose fields can be named; null where there is none.</param>
internal readonly record struct FrameExtent(long Start, long? End = null, Func<ShiftChoice, PlannedShift?>? Shifts = null, EventRecord? Trigger = null);

/// <summary>Resolves anchors at one site (rules T9, H6, H7, W1, W2).</summary>
internal sealed class WindowResolver
{
    private const long TicksPerDay = NodaConstants.TicksPerDay;

    private readonly SiteCalendar _site;
    private readonly DayResolver _days;
    private readonly UnitPeriods? _units;

    public WindowResolver(Frame frame, SiteCalendar site)
    {
        _site = site;
        var unit = frame is EveryFrame { Period: CalendarUnit u } ? u : null;
        _units = unit is null ? null : new UnitPeriods(unit, site);
        _days = new DayResolver(site, unit is { Kind: PeriodKind.Week } ? unit.FirstWeekday : IsoDayOfWeek.Monday);
    }

    /// <summary>The window of an instance; <c>Open &lt; Close</c> is seen to: what is empty is missing.</summary>
    public Resolved<ResolvedWindow> Resolve(Window window, FrameExtent frame, long earliest, WindowNotes? notes = null)
    {
        var opens = Resolve(window.Opens.Anchor, frame, notes);
        var closes = Resolve(window.Closes.Anchor, frame, notes);
        if (Worse(opens.Missing, closes.Missing) is { } reason)
        {
            return Resolved<ResolvedWindow>.Without(reason);
        }

        var resolved = new ResolvedWindow(
            Math.Max(earliest, window.Opens.Inclusive ? opens.Value : opens.Value + 1),
            window.Closes.Inclusive ? closes.Value + 1 : closes.Value,
            closes.Value,
            window.Closes.Inclusive);
        return resolved.Open < resolved.Close ? resolved : Resolved<ResolvedWindow>.Without(ReasonCode.NoWindow);
    }

    /// <summary>How far before the frame's start an anchor may lie, at most, in ticks; 0 if it cannot.</summary>
    /// <param name="anchor">The anchor.</param>
    /// <param name="longest">The longest that a shift or a period lasts, in ticks, where the anchor can name another.</param>
    public static long LookBack(Anchor anchor, long longest = 0) => anchor switch
    {
        FrameStart or FrameEnd => 0,
        Offset { Before: true } offset => LookBack(offset.Base, longest) + Ticks.Of(offset.By.Value),
        Offset offset => LookBack(offset.Base, longest),
        ClockTime clock => LookBack(clock.Day),
        StartOfDay start => LookBack(start.Day),
        EndOfDay end => LookBack(end.Day),
        OpeningOf opening => LookBack(opening.Day),
        ClosingOf closing => LookBack(closing.Day),
        ShiftStart or ShiftEnd => (ShiftBook.FarthestDays * TicksPerDay) + longest,
        EarlierPeriod earlier => earlier.Periods * longest,
        FieldTime => 0,
        EarlierOf of => Math.Max(LookBack(of.First, longest), LookBack(of.Second, longest)),
        LaterOf of => Math.Max(LookBack(of.First, longest), LookBack(of.Second, longest)),
        _ => throw new NotSupportedException($"the engine does not know the anchor `{anchor}`"),
    };

    private static long LookBack(Day day) => day switch
    {
        FrameDay frameDay => Math.Max(0, 3 - frameDay.PlusDays) * TicksPerDay,
        WeekdayOf => 8 * TicksPerDay,
        FieldDay => 0,
        MonthsLater later => LookBack(later.Base),
        CountedDays counted => LookBack(counted.Base) + (counted.Count > 0 ? 0 : SiteCalendar.FarthestGap * -counted.Count * TicksPerDay),
        MovedDay moved => LookBack(moved.Base) + (moved.Later ? 0 : SiteCalendar.FarthestGap * TicksPerDay),
        _ => 32 * TicksPerDay,
    };

    // Of two reasons the one that is told (rule W5).
    private static ReasonCode? Worse(ReasonCode? left, ReasonCode? right) =>
        Array.Find(_order, reason => left == reason || right == reason) is var first && first != default ? first : left ?? right;

    private static readonly ReasonCode[] _order = [ReasonCode.CalendarMissing, ReasonCode.NotKnown, ReasonCode.NoShift];

    private Resolved<long> Resolve(Anchor anchor, FrameExtent frame, WindowNotes? notes)
    {
        switch (anchor)
        {
            case FrameStart:
                return frame.Start;
            case FrameEnd:
                return frame.End ?? throw new NotSupportedException("only a period has an end that is known beforehand");
            case EarlierPeriod earlier:
                return _units!.StartBefore(frame.Start, earlier.Periods);
            case Offset offset:
                var by = Ticks.Of(offset.By.Value);
                return Resolve(offset.Base, frame, notes).Then<long>(time => time + (offset.Before ? -by : by));
            case ClockTime clock:
                return Date(clock.Day).Then(date => Local(date + clock.Time.Value, notes));
            case StartOfDay start:
                return Date(start.Day).Then<long>(date => _site.StartOf(date));
            case EndOfDay end:
                return Date(end.Day).Then<long>(date => _site.EndOf(date));
            case OpeningOf opening:
                return Date(opening.Day).Then(date => Hours(date, spans => spans.Min(s => s.Start), notes));
            case ClosingOf closing:
                return Date(closing.Day).Then(date => Hours(date, spans => spans.Max(s => s.End), notes));
            case FieldTime field:
                return frame.Trigger?[field.Field] is { } value ? Ticks.Of(value.AsInstant) : Resolved<long>.Without(ReasonCode.NotKnown);
            case EarlierOf of:
                return Both(of.First, of.Second, Math.Min);
            case LaterOf of:
                return Both(of.First, of.Second, Math.Max);
            case ShiftStart start:
                return Shift(start.Shift).Then<long>(shift => shift.Starts);
            case ShiftEnd end:
                return Shift(end.Shift).Then<long>(shift => shift.Ends);
            default:
                throw new NotSupportedException($"the engine does not know the anchor `{anchor}`");
        }

        Resolved<LocalDate> Date(Day day) => _days.Resolve(day, frame, notes);

        Resolved<long> Both(Anchor first, Anchor second, Func<long, long, long> choose) =>
            (Resolve(first, frame, notes), Resolve(second, frame, notes)) is var (a, b) && Worse(a.Missing, b.Missing) is { } reason
                ? Resolved<long>.Without(reason)
                : choose(a.Value, b.Value);

        Resolved<PlannedShift> Shift(ShiftChoice choice) =>
            frame.Shifts?.Invoke(choice) is { } shift ? shift : Resolved<PlannedShift>.Without(ReasonCode.NoShift);
    }

    private Resolved<long> Local(LocalDateTime local, WindowNotes? notes)
    {
        var time = _site.At(local);
        notes?.Clock(local, time);
        return time;
    }

    private Resolved<long> Hours(LocalDate date, Func<IReadOnlyList<Stretch>, long> choose, WindowNotes? notes)
    {
        notes?.Hours(date);
        if (_site.SpansOf(_site.Opening, date) is not { } spans)
        {
            notes?.Unknown(date);
            return Resolved<long>.Without(ReasonCode.CalendarMissing);
        }

        return spans.Count == 0 ? Resolved<long>.Without(ReasonCode.NoWindow) : choose(spans);
    }
}
