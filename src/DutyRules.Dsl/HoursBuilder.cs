using System.Runtime.CompilerServices;
using DutyRules.Diagnostics;
using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Dsl;

/// <summary>From when to when, day by day. A day that is not named is closed.</summary>
public sealed class HoursBuilder
{
    private readonly List<(string Days, List<string> Spans, Pen Pen)> _said = [];
    private readonly List<YamlEntry> _exceptions = [];
    private readonly List<Diagnostic> _findings;

    internal HoursBuilder(List<Diagnostic> findings) => _findings = findings;

    /// <summary>Every day of the week.</summary>
    public HoursBuilder EveryDay(LocalTime from, LocalTime to, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Add(Keywords.EveryDay.En, Span(from, to), file, line);

    /// <summary>Every day of the week, all day.</summary>
    public HoursBuilder EveryDayAllDay([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Add(Keywords.EveryDay.En, Keywords.AllDay.En, file, line);

    /// <summary>A weekday. Said again, the day has one stretch more.</summary>
    public HoursBuilder On(IsoDayOfWeek day, LocalTime from, LocalTime to, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Add(day.ToString(), Span(from, to), file, line);

    /// <summary>From one weekday to another. Said again, the days have one stretch more.</summary>
    public HoursBuilder On(IsoDayOfWeek first, IsoDayOfWeek last, LocalTime from, LocalTime to, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add($"{first} to {last}", Span(from, to), file, line);

    /// <summary>A single date.</summary>
    public HoursBuilder On(LocalDate date, LocalTime from, LocalTime to, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Add(Literals.Date(date), Span(from, to), file, line);

    /// <summary>From one date to another, both included, and why.</summary>
    public HoursBuilder On(LocalDate first, LocalDate last, LocalTime from, LocalTime to, string? zh = null, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Exception(first, last, Span(from, to), zh, en, file, line);

    /// <summary>Closed from one date to another, both included, and why.</summary>
    public HoursBuilder ClosedOn(LocalDate first, LocalDate last, string? zh = null, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Exception(first, last, null, zh, en, file, line);

    /// <summary>A weekday, all day.</summary>
    public HoursBuilder AllDayOn(IsoDayOfWeek day, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Add(day.ToString(), Keywords.AllDay.En, file, line);

    /// <summary>Closed on a weekday, whatever every day has.</summary>
    public HoursBuilder ClosedOn(IsoDayOfWeek day, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Add(day.ToString(), Keywords.Closed.En, file, line);

    /// <summary>Closed on days of work in place of days off.</summary>
    public HoursBuilder ClosedOnMakeUpDays([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Add(Keywords.MakeUpDays.En, Keywords.Closed.En, file, line);

    /// <summary>Closed on a single date.</summary>
    public HoursBuilder ClosedOn(LocalDate date, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Add(Literals.Date(date), Keywords.Closed.En, file, line);

    /// <summary>Holidays.</summary>
    public HoursBuilder Holidays(LocalTime from, LocalTime to, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Add(Keywords.Holidays.En, Span(from, to), file, line);

    /// <summary>Closed on holidays.</summary>
    public HoursBuilder ClosedOnHolidays([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Add(Keywords.Holidays.En, Keywords.Closed.En, file, line);

    /// <summary>Days of work in place of days off.</summary>
    public HoursBuilder MakeUpDays(LocalTime from, LocalTime to, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Add(Keywords.MakeUpDays.En, Span(from, to), file, line);

    /// <summary>What is said of hours.</summary>
    internal static YamlMapping Node(Action<HoursBuilder> say, Pen pen, List<Diagnostic> findings)
    {
        ArgumentNullException.ThrowIfNull(say);
        var hours = new HoursBuilder(findings);
        say(hours);
        return pen.Map([.. hours._said.Select(s => s.Pen.Entry(s.Days, s.Pen.OneOrList([.. s.Spans.Select(s.Pen.Text)]))), .. hours._exceptions]);
    }

    private static string Span(LocalTime from, LocalTime to) => $"{Literals.Time(from)} to {Literals.Time(to)}";

    private HoursBuilder Exception(LocalDate first, LocalDate last, string? hours, string? zh, string? en, string file, int line)
    {
        var pen = new Pen(file, line, _findings);
        YamlNode said = zh is null ? pen.Text(hours ?? Keywords.Closed.En) : pen.Map(
            hours is null ? pen.Entry(Keywords.Closed, pen.Words(Keywords.Yes)) : pen.Entry(Keywords.Open, pen.Text(hours)), pen.Entry(Keywords.Because, pen.Localized(zh, en)));
        _exceptions.Add(pen.Entry($"{Literals.Date(first)} to {Literals.Date(last)}", said));
        return this;
    }

    private HoursBuilder Add(string days, string hours, string file, int line)
    {
        if (_said.Find(s => s.Days == days) is { Spans: { } spans })
        {
            spans.Add(hours);
        }
        else
        {
            _said.Add((days, [hours], new Pen(file, line, _findings)));
        }

        return this;
    }
}
