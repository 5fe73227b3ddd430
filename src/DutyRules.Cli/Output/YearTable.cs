using System.Globalization;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Time;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Cli.Output;

/// <summary>A year of one or more sites: a line for each month with a sign for each day, one for the opening of each day, and the days that are out of the ordinary.</summary>
internal sealed class YearTable(Vocabulary vocabulary, int year, Language language, Surroundings around)
{
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly LocalDatePattern MonthDay = LocalDatePattern.CreateWithInvariantCulture("MM'-'dd");
    private static readonly string[] ShortDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] ShortDaysZh = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

    private readonly Ink _ink = new(around.ColourOut);

    public void Write(IReadOnlyList<Site> sites, WorkCalendar? calendar, SiteHours? opening)
    {
        var names = string.Join(Say(", ", "、"), sites.Select(s => s.Title.In(language)));
        around.Out.WriteLine($"{_ink.Bold($"{vocabulary.Name} {year}")}  {names}  {_ink.Dim(calendar?.Edition ?? Say("no work calendar", "没有工作日历"))}");
        around.Out.WriteLine();
        around.Out.WriteLine("     " + string.Concat(Enumerable.Range(1, 31).Select(d => d.ToString(CultureInfo.InvariantCulture).PadLeft(3))));
        for (var month = 1; month <= 12; month++)
        {
            WriteMonth(month, calendar, opening);
        }

        around.Out.WriteLine();
        WriteLegend(calendar, opening);
        WriteDays(calendar, opening);
        around.Out.WriteLine();
    }

    private void WriteMonth(int month, WorkCalendar? calendar, SiteHours? opening)
    {
        var days = Enumerable.Range(1, CalendarSystem.Iso.GetDaysInMonth(year, month)).Select(d => new LocalDate(year, month, d)).ToList();
        around.Out.WriteLine($"{month,4} " + string.Concat(days.Select(d => "  " + Sign(calendar?.KindOf(d)))));
        if (opening is not null)
        {
            around.Out.WriteLine("     " + string.Concat(days.Select(d => "  " + Opening(d, calendar, opening))).TrimEnd());
        }
    }

    private string Sign(DateKind? kind) => kind switch
    {
        DateKind.Working => "w",
        DateKind.RestDay => _ink.Dim("-"),
        DateKind.Holiday => _ink.RedBold("H"),
        DateKind.MakeUp => _ink.YellowBold("M"),
        _ => _ink.Blue("?"),
    };

    private string Opening(LocalDate date, WorkCalendar? calendar, SiteHours opening) => opening.On(date, calendar) switch
    {
        null => _ink.Blue("?"),
        { IsClosed: true } => " ",
        var hours => hours == opening.OfWeekdays.GetValueOrDefault(date.DayOfWeek, DayHours.Closed) ? _ink.Green("o") : _ink.Yellow("*"),
    };

    private void WriteLegend(WorkCalendar? calendar, SiteHours? opening)
    {
        var kinds = Say(
            $"w day of work, {Sign(DateKind.RestDay)} rest day, {Sign(DateKind.Holiday)} holiday, {Sign(DateKind.MakeUp)} make-up day of work, {Sign(null)} not known",
            $"w 工作日，{Sign(DateKind.RestDay)} 休息日，{Sign(DateKind.Holiday)} 节假日，{Sign(DateKind.MakeUp)} 调休上班日，{Sign(null)} 未知");
        var hours = Say($"; below: {_ink.Green("o")} open, {_ink.Yellow("*")} open at other hours than its weekday's", $"；下行：{_ink.Green("o")} 营业，{_ink.Yellow("*")} 营业时间与平日不同");
        around.Out.WriteLine(kinds + (opening is null ? "" : hours));
        if (calendar is null)
        {
            around.Out.WriteLine(_ink.Yellow(Say("There is no work calendar, so no date is known.", "没有工作日历，因此所有日期都未知。")));
        }
        else if (!calendar.KnownYears.Contains(year))
        {
            var known = calendar.KnownYears.IsEmpty ? Say("none", "无") : string.Join(Say(", ", "、"), calendar.KnownYears);
            around.Out.WriteLine(_ink.Yellow(Say(
                $"{calendar.Edition} does not know {year} (known: {known}): only the days that it lists are known.", $"{calendar.Edition} 未收录 {year} 年（已知：{known}）：只有列出的日期是已知的。")));
        }
    }

    private void WriteDays(WorkCalendar? calendar, SiteHours? opening)
    {
        foreach (var holiday in calendar?.Holidays.Where(h => h.Last.Year >= year && h.First.Year <= year) ?? [])
        {
            around.Out.WriteLine($"  {Dates(holiday.First, holiday.Last)}  {_ink.RedBold("H")} {holiday.Name.In(language)}");
        }

        foreach (var day in calendar?.MakeUpDays.Where(d => d.Date.Year == year) ?? [])
        {
            around.Out.WriteLine($"  {Dates(day.Date, day.Date)}  {_ink.YellowBold("M")}{(day.For is { } reason ? Say($" for {reason.En}", $" {reason.Zh}") : "")}");
        }

        if (opening is null)
        {
            return;
        }

        foreach (var (label, hours) in Weekly(opening))
        {
            around.Out.WriteLine($"  {TextWidth.Pad(label, 13)}  {_ink.Green("o")} {hours}");
        }

        foreach (var exception in opening.Exceptions.Where(e => e.Last.Year >= year && e.First.Year <= year))
        {
            around.Out.WriteLine($"  {Dates(exception.First, exception.Last)}  {_ink.Yellow("*")} {Hours(exception.Hours)}{(exception.Because is { } because ? $" ({because.In(language)})" : "")}");
        }
    }

    // Weekdays of equal hours that follow each other stand together.
    private IEnumerable<(string Label, string Hours)> Weekly(SiteHours opening)
    {
        var names = language == Language.Chinese ? ShortDaysZh : ShortDays;
        for (int first = 0, next; first < 7; first = next)
        {
            var hours = opening.OfWeekdays.GetValueOrDefault((IsoDayOfWeek)(first + 1), DayHours.Closed);
            for (next = first + 1; next < 7 && hours == opening.OfWeekdays.GetValueOrDefault((IsoDayOfWeek)(next + 1), DayHours.Closed); next++)
            {
            }

            yield return (next - first == 1 ? names[first] : $"{names[first]} – {names[next - 1]}", Hours(hours));
        }

        if (opening.OfHolidays is { } ofHolidays)
        {
            yield return (Say("holidays", "节假日"), Hours(ofHolidays));
        }

        if (opening.OfMakeUpDays is { } ofMakeUpDays)
        {
            yield return (Say("make-up days", "调休上班日"), Hours(ofMakeUpDays));
        }
    }

    private string Hours(DayHours hours) => hours.IsClosed
        ? Say("closed", "不营业")
        : string.Join(Say(", ", "、"), hours.Spans.Select(s => $"{Minute.Format(s.From)}–{(s.To == LocalTime.Midnight ? "24:00" : Minute.Format(s.To))}"));

    private static string Dates(LocalDate first, LocalDate last) =>
        (first == last ? MonthDay.Format(first) : $"{MonthDay.Format(first)} – {MonthDay.Format(last)}").PadRight(13);

    private string Say(string en, string zh) => language == Language.Chinese ? zh : en;
}
