using System.Globalization;
using DutyRules.Cli.Planning;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Time;
using DutyRules.Verdicts;
using DutyRules.Wording;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Cli.Output;

/// <summary>What there is to say of planned duties, in one language.</summary>
internal sealed class DutyWords(Vocabulary vocabulary, Language language)
{
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly LocalTimePattern Second = LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss;FFFFFFF");
    private static readonly LocalDatePattern MonthDay = LocalDatePattern.CreateWithInvariantCulture("MM'-'dd");
    private static readonly string[] Weekdays = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

    public Language Language => language;

    public string Say(string en, string zh) => language == Language.Chinese ? zh : en;

    /// <summary>A date with its weekday, and what the calendar of all sites says of it.</summary>
    public string Day(LocalDate date)
    {
        var weekday = Say(date.DayOfWeek.ToString(), Weekdays[(int)date.DayOfWeek - 1]);
        var shared = vocabulary.Sites.All(s => s.Calendar is null) ? vocabulary.Calendar : null;
        var said = shared?.KindOf(date) switch
        {
            DateKind.Holiday => shared.HolidayOn(date)!.Name.In(language),
            DateKind.MakeUp => Say("make-up day", "调休上班"),
            null when shared is not null => Say($"not known to the calendar {shared.Name}", $"日历 {shared.Name} 未收录"),
            _ => null,
        };
        return $"{LocalDatePattern.Iso.Format(date)} {weekday}{(said is null ? "" : Say($" ({said})", $"（{said}）"))}";
    }

    /// <summary><c>07:45 – 08:00</c>; with the date of the beginning where it is another day; only the beginning for what is decided at once.</summary>
    public string Span(PlannedDuty duty)
    {
        var (opens, due) = (duty.Opens, duty.Due);
        var end = due.Date > duty.Day ? "24:00" : ClockTime(due.TimeOfDay);
        if (duty.Duty.Stage is DutyStage.Void or DutyStage.Undetermined)
        {
            return ClockTime(due.TimeOfDay);
        }

        var begin = opens.Date == duty.Day ? ClockTime(opens.TimeOfDay)
            : opens.Year == duty.Day.Year ? $"{MonthDay.Format(opens.Date)} {ClockTime(opens.TimeOfDay)}"
            : $"{LocalDatePattern.Iso.Format(opens.Date)} {ClockTime(opens.TimeOfDay)}";
        return begin == end ? end : $"{begin} – {end}";
    }

    /// <summary>Who bears it: people, with the role; or a post, the site, anyone.</summary>
    public string Who(PlannedDuty duty)
    {
        var people = string.Join(Say(", ", "、"), duty.People);
        return duty.Role is { } role
            ? people.Length > 0 ? Say($"{people} ({role.Title.En})", $"{people}（{role.Title.Zh}）")
                : role.Title.In(language) + (duty.Duty.Reason == ReasonCode.Unassigned ? Say(": nobody", "：无人") : "")
            : people.Length > 0 ? people
            : duty.Duty.Norm.Parties.Who is AnyoneParty ? Say("anyone", "任何人")
            : Say("the site", "网点");
    }

    /// <summary>What people call the site.</summary>
    public string Site(PlannedDuty duty) => vocabulary.FindSite(duty.Duty.Partition)?.Title.In(language) ?? duty.Duty.Partition;

    /// <summary>The word for a stage.</summary>
    public string Stage(DutyStage stage) => stage switch
    {
        DutyStage.Scheduled => Say("scheduled", "待办"),
        DutyStage.Open => Say("open", "进行中"),
        DutyStage.Void => Say("not owed", "不适用"),
        _ => Say("cannot be judged", "无法判定"),
    };

    /// <summary>Why it will be void or cannot be judged; null where it is neither.</summary>
    public string? Reason(UpcomingDuty duty) => duty.Reason is { } reason ? ReasonText.Of(AsVerdict(duty, reason), vocabulary, language) : null;

    /// <summary>The stage with its reason, where it is not the usual one.</summary>
    public string? Trouble(UpcomingDuty duty) => duty.Stage is DutyStage.Void or DutyStage.Undetermined
        ? Stage(duty.Stage) + (Reason(duty) is { } reason ? Say(": ", "：") + reason : "")
        : null;

    /// <summary>What is worth knowing about the window.</summary>
    public string Notes(UpcomingDuty duty) => string.Join(Say("; ", "；"), duty.Notes.Select(n => n.Text.In(language)));

    /// <summary>The duties of a day that cannot be judged, by reason: why, and which.</summary>
    public IEnumerable<(string Why, string Duties)> CannotBeJudged(IEnumerable<PlannedDuty> day) => day
        .Where(d => d.Duty.Stage == DutyStage.Undetermined)
        .GroupBy(d => Notes(d.Duty) is { Length: > 0 } notes ? Stage(d.Duty.Stage) + Say(": ", "：") + notes : Trouble(d.Duty)!)
        .Select(g => (g.Key, string.Join(Say(", ", "、"), g.Select(d => d.Duty.Norm.Title.In(language)).Distinct())));

    public static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string ClockTime(LocalTime time) => time.Second == 0 && time.TickOfSecond == 0 ? Minute.Format(time) : Second.Format(time);

    // What will be said of it is what would be said of its verdict.
    private static Verdict AsVerdict(UpcomingDuty duty, ReasonCode reason) => new()
    {
        Instance = duty.Instance,
        Norm = duty.Norm,
        Partition = duty.Partition,
        Status = duty.Stage == DutyStage.Void ? VerdictStatus.Void : VerdictStatus.Undetermined,
        Opens = duty.Opens,
        Due = duty.Due,
        DueInclusive = duty.DueInclusive,
        DecidedAt = duty.Due,
        Cut = duty.Due,
        People = duty.People,
        Reason = reason,
        Calendar = duty.Calendar,
    };
}
