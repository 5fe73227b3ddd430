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

    /// <summary>Closed on a single date.</summary>
    public HoursBuilder ClosedOn(LocalDate date, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Add(Literals.Date(date), Keywords.Closed.En, file, line);

    /// <summary>Holidays.</summary>
    public HoursBuilder Holidays(LocalTime from, LocalTime to, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Add(Keywords.Holidays.En, Span(from, to), file, line);

    /// <summary>Closed on holidays.</summary>
    public HoursBuilder ClosedOnHolidays([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Add(Keywords.Holidays.En, Keywords.Closed.En, file, line);

    /// <summary>Days of work in place of days off.</summary>
    public HoursBuilder MakeUpDays(LocalTime from, LocalTime to, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Add(Keywords.MakeUpDays.En, Span(from, to), file, line);

    internal YamlMapping Node(Pen pen) => pen.Map(_said.Select(s => s.Pen.Entry(s.Days, s.Pen.OneOrList([.. s.Spans.Select(s.Pen.Text)]))));

    private static string Span(LocalTime from, LocalTime to) => $"{Literals.Time(from)} to {Literals.Time(to)}";

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
