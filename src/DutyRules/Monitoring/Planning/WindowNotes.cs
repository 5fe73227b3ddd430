using System.Collections.Immutable;
using System.Globalization;
using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Time;
using DutyRules.Verdicts;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Monitoring.Planning;

/// <summary>Gathers what is worth knowing while a window is computed.</summary>
internal sealed class WindowNotes(SiteCalendar site)
{
    private static readonly LocalDateTimePattern _local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");
    private static readonly LocalDatePattern _date = LocalDatePattern.Iso;

    private readonly List<WindowNote> _notes = [];
    private readonly List<LocalDate> _skipped = [];
    private DayClass _skippedClass;

    public ImmutableArray<WindowNote> All => [.. _notes.Concat(SkippedDays()).Distinct()];

    public void Clock(LocalDateTime local, long time)
    {
        var mapping = site.Zone.MapLocal(local);
        var stands = _local.Format(Ticks.ToInstant(time).InZone(site.Zone).LocalDateTime);
        if (mapping.Count == 0)
        {
            Add(WindowNoteKind.ClockSkipped, $"{_local.Format(local)} does not occur in {site.Zone.Id}; {stands} stands in for it", $"{_local.Format(local)} 在 {site.Zone.Id} 不存在，以 {stands} 代替");
        }
        else if (mapping.Count == 2)
        {
            var later = site.ClockChanges.Repeated == RepeatedTime.Later;
            Add(WindowNoteKind.ClockRepeated, $"{_local.Format(local)} occurs twice in {site.Zone.Id}; the {(later ? "second" : "first")} is meant", $"{_local.Format(local)} 在 {site.Zone.Id} 出现两次，取{(later ? "后" : "前")}一次");
        }
    }

    public void DayMissing(LocalDate month, int number, LocalDate instead) => Add(
        WindowNoteKind.DayMissing,
        $"there is no day {number} in {month.Year:0000}-{month.Month:00}; {_date.Format(instead)} stands in for it",
        $"{month.Year:0000} 年 {month.Month} 月没有 {number} 日，以 {_date.Format(instead)} 代替");

    public void WeekdayMissing(LocalDate month, WeekdayOfMonth nth, LocalDate instead) => Add(
        WindowNoteKind.DayMissing,
        $"there is no {nth.Weekday} number {nth.Nth} in {month.Year:0000}-{month.Month:00}; {_date.Format(instead)} stands in for it",
        $"{month.Year:0000} 年 {month.Month} 月没有第 {nth.Nth} 个周{"一二三四五六日"[(int)nth.Weekday - 1]}，以 {_date.Format(instead)} 代替");

    public void Moved(DayClass @class, LocalDate from, LocalDate to)
    {
        if (from != to)
        {
            Add(
                WindowNoteKind.DayMoved,
                $"{Named(from, @class).En} is no {Title(@class).En}; moved to {_date.Format(to)}",
                $"{Named(from, @class).Zh}不是{Title(@class).Zh}，改为 {_date.Format(to)}");
        }
    }

    public void Skipped(DayClass @class, LocalDate date)
    {
        _skippedClass = @class;
        _skipped.Add(date);
    }

    public void Unknown(LocalDate date) => Add(
        WindowNoteKind.CalendarMissing,
        site.Work is null ? $"there is no work calendar for {_date.Format(date)}" : $"the calendar {site.Work.Edition} does not know {_date.Format(date)}",
        site.Work is null ? $"没有适用于 {_date.Format(date)} 的工作日历" : $"日历 {site.Work.Edition} 没有 {_date.Format(date)} 的数据");

    public void UnknownYear(string period) => Add(
        WindowNoteKind.CalendarMissing,
        site.Work is null ? $"there is no work calendar for {period}" : $"the calendar {site.Work.Edition} does not know {period}",
        site.Work is null ? $"没有适用于 {period} 的工作日历" : $"日历 {site.Work.Edition} 没有 {period} 的数据");

    public void BeforeRecord() => Add(
        WindowNoteKind.BeforeRecord, "the window opens before the record begins", "时段开始早于记录起点");

    public void Hours(LocalDate date)
    {
        if (site.Opening is not { } hours)
        {
            return;
        }

        if (hours.ExceptionOn(date) is { } exception)
        {
            var why = exception.Because;
            Add(
                WindowNoteKind.OtherHours,
                $"other hours on {_date.Format(date)}{(why is null ? "" : $": {why.En}")}",
                $"{_date.Format(date)} 营业时间另有规定{(why is null ? "" : $"：{why.Zh}")}");
        }
        else if (site.Work?.KindOf(date) is DateKind.Holiday && hours.OfHolidays is not null)
        {
            var name = site.Work.HolidayOn(date)!.Name;
            Add(WindowNoteKind.OtherHours, $"holiday hours on {_date.Format(date)} ({name.En})", $"{_date.Format(date)} 按节假日营业时间（{name.Zh}）");
        }
        else if (site.Work?.KindOf(date) is DateKind.MakeUp && hours.OfMakeUpDays is not null)
        {
            Add(WindowNoteKind.OtherHours, $"make-up day hours on {_date.Format(date)}", $"{_date.Format(date)} 按调休上班日营业时间");
        }
    }

    private IEnumerable<WindowNote> SkippedDays()
    {
        if (_skipped.Count == 0)
        {
            yield break;
        }

        var dates = _skipped.Distinct().Order().Select(date => Named(date, _skippedClass)).ToList();
        yield return new WindowNote(
            WindowNoteKind.DaysSkipped,
            new LocalizedText(
                $"not counted, being no {Title(_skippedClass).En}: {string.Join(", ", dates.Select(d => d.En))}",
                $"以下日期不是{Title(_skippedClass).Zh}，不计入：{string.Join("、", dates.Select(d => d.Zh))}"));
    }

    private LocalizedText Named(LocalDate date, DayClass @class)
    {
        var text = _date.Format(date);
        return @class == DayClass.Working && site.Work?.HolidayOn(date)?.Name is { } name
            ? new LocalizedText($"{text} ({name.En})", $"{text}（{name.Zh}）")
            : new LocalizedText($"{text} ({date.DayOfWeek.ToString()[..3]})", $"{text}（周{"一二三四五六日"[(int)date.DayOfWeek - 1]}）");
    }

    private static LocalizedText Title(DayClass @class) => @class switch
    {
        DayClass.Working => new("working day", "工作日"),
        DayClass.Opening => new("opening day", "营业日"),
        _ => new("holiday", "节假日"),
    };

    private void Add(WindowNoteKind kind, FormattableString en, FormattableString zh) =>
        Add(kind, en.ToString(CultureInfo.InvariantCulture), zh.ToString(CultureInfo.InvariantCulture));

    private void Add(WindowNoteKind kind, string en, string zh) => _notes.Add(new WindowNote(kind, new LocalizedText(en, zh)));
}
