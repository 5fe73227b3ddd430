using DutyRules.Norms;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Reference;

/// <summary>The window of one instance: <c>[Open, Close)</c> in ticks, and the end as written (T2, W2, W3).</summary>
internal readonly record struct Opening(long Open, long Close, long Due, bool DueInclusive)
{
    /// <summary>
    /// The window of an instance whose frame starts at <paramref name="start"/>; null if it does not exist (W2).
    /// </summary>
    /// <param name="window">The window as written.</param>
    /// <param name="start">The start of the frame, as printed.</param>
    /// <param name="end">The end of the period.</param>
    /// <param name="earliest">It opens no earlier than this (W2).</param>
    /// <param name="zone">The zone of the partition.</param>
    /// <param name="rules">Takes the rules that were applied.</param>
    public static Opening? Resolve(Window window, long start, long end, long earliest, DateTimeZone zone, ISet<string> rules)
    {
        rules.UnionWith(["W1", "W2", "W3", "T2"]);
        var anchors = new Anchors(start, end, zone, rules);
        if (anchors.Resolve(window.Opens.Anchor) is not { } opens || anchors.Resolve(window.Closes.Anchor) is not { } due)
            return null;

        var open = Math.Max(earliest, window.Opens.Inclusive ? opens : opens + 1);
        var close = window.Closes.Inclusive ? due + 1 : due;
        return open < close ? new Opening(open, close, due, window.Closes.Inclusive) : null;
    }

    /// <summary>The instants that anchors name (W1, T9).</summary>
    private sealed record Anchors(long Start, long End, DateTimeZone Zone, ISet<string> Rules)
    {
        private LocalDate StartDate => Start.ToInstant().InZone(Zone).Date;

        public long? Resolve(Anchor anchor) => anchor switch
        {
            FrameStart => Start,
            FrameEnd => End,
            ClockTime clock => DateOf(clock.Day) is { } date ? Local(date + clock.Time.Value) : null,
            StartOfDay begin => DateOf(begin.Day) is { } date ? BeginOf(date) : null,
            EndOfDay over => DateOf(over.Day) is { } date ? BeginOf(date.PlusDays(1)) : null,
            Offset offset => Resolve(offset.Base) + (offset.Before ? -offset.By.Value.InTicks() : offset.By.Value.InTicks()),
            _ => throw new NotSupportedException(anchor.ToString()),
        };

        private LocalDate? DateOf(Day day) => day switch
        {
            FrameDay d => StartDate.PlusDays(d.PlusDays),
            LastDayOfMonth => LastDate,
            DayOfMonth d when d.Number <= LastDate.Day => new LocalDate(StartDate.Year, StartDate.Month, d.Number),
            DayOfMonth { IfMissing: MissingDay.LastDay } => LastDate,
            DayOfMonth => null,
            WeekdayOf d => StartDate.PlusDays((int)d.Weekday - (int)StartDate.DayOfWeek),
            _ => throw new NotSupportedException(day.ToString()),
        };

        private LocalDate LastDate => new LocalDate(StartDate.Year, StartDate.Month, 1).PlusMonths(1).PlusDays(-1);

        /// <summary>A day begins at its first instant (T9).</summary>
        private long BeginOf(LocalDate date) => Zone.AtStartOfDay(date).ToInstant().InTicks();

        /// <summary>Skipped times are shifted forward by the length of the gap, of repeated ones the earlier is taken (T9).</summary>
        private long Local(LocalDateTime local)
        {
            var mapping = Zone.MapLocal(local);
            if (mapping.Count != 1)
                Rules.Add("T9");

            return mapping.Count == 0
                ? local.WithOffset(mapping.EarlyInterval.WallOffset).ToInstant().InTicks()
                : mapping.First().ToInstant().InTicks();
        }
    }
}
