using System.Collections.Immutable;
using System.Globalization;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;
using NodaTime.Text;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Monitoring.Planning;

/// <summary>The parts of norms as text that is equal exactly when they mean the same, in every culture.</summary>
internal static class NormFingerprint
{
    public static string Of(SiteChoice? sites) => sites is null ? "" : $"{(sites.Except ? "not" : "at")} {Names(sites.Names)}";

    public static string Of(Parties parties) =>
        $"{Of(parties.Who)} by {Of(parties.DoneBy)} liable {string.Join('|', parties.Liable.Select(l => $"{Of(l.Who)} at {l.At?.Name} if {Of(l.If)} {Of(l.Points)}"))}";

    public static string Of(EventPattern? pattern) => pattern is null ? "" : $"{pattern.Type.Name}[{Of(pattern.Where)}]";

    public static string Of(Frame frame) => frame switch
    {
        WhenFrame f => $"when {Of(f.Trigger)}",
        WhileFrame f => $"while {Of(f.Condition)} {Of(f.Lasting)} {f.EndsFirst}",
        EveryFrame { Period: CalendarUnit p } => $"every {p.Kind} {p.FirstWeekday}",
        EveryFrame { Period: DaysOf p } => $"every {p.Class} day",
        EveryFrame { Period: ShiftPeriod p } => $"every shift {p.Role.Name} {Names(p.Kinds)}",
        EveryFrame { Period: RecurringDays p } => $"every {p.Rule.Rule} {LocalDatePattern.Iso.Format(p.Rule.Start)}",
        EveryFrame { Period: HolidayPeriod or OpeningPeriod } f => f.Period.GetType().Name,
        OutcomeFrame f => $"on {f.NormId} {string.Join('|', f.Statuses)} {Of(f.If)}",
        _ => throw Unknown(frame),
    };

    public static string Of(Window window) => $"{Of(window.Opens)} to {Of(window.Closes)}";

    public static string Of(Content content) => content switch
    {
        CountContent c => $"count {Of(c.Event)} {Of(c.Times)} {Of(c.EachLasting)} {Of(c.Apart)} {Names(c.Same)} {c.Once}",
        OneOfEachContent c => $"each {Of(c.Event)} {c.Field.Name} {Names(c.Same)}",
        StayContent c => $"stay {Of(c.Condition)} {Of(c.Share)} {Of(c.Of)} {Of(c.Gaps)}",
        TotalContent c => $"total {Of(c.Condition)} {Of(c.Time)} {Word(c.MeanOf)}",
        ConditionContent c => $"if {Of(c.Condition)}",
        ActorContent c => $"by {c.Role.Name}",
        HappeningContent => "happens",
        CompositeContent c => $"{c.How} {Names(c.Same)} {string.Join('|', c.Items.Select(i => $"{Of(i.Event)} {Of(i.Times)} by {Of(i.DoneBy)} if {Of(i.If)}"))}",
        MeasureContent c => $"{c.Kind} {Of(c.Event)} of {Of(c.Of)} {Of(c.Bounds)} {Names(c.Same)}",
        CoveringContent c => $"covers {Of(c.Event)} {c.Field.Name} {Of(c.Set)} {Of(c.Share)} {c.ByCount?.Name} {c.Rounding} {c.AsOfOpening} {Names(c.Same)}",
        MeetContent c => $"meets {Of(c.Condition)}",
        AttestedContent c => $"attested {Of(c.Event)} {c.Kept.Name} {c.By?.Name}",
        _ => throw Unknown(content),
    };

    public static string Of(NormException exception) => exception switch
    {
        UnlessException e => $"unless {Of(e.Condition)}",
        LapsesException e => $"lapses {Of(e.Condition)}",
        LiftedException e => $"lifted {Of(e.Condition)}",
        PausesException e => $"pauses {Of(e.Condition)}",
        _ => throw Unknown(exception),
    };

    public static string Of<T>(Term<T> term)
        where T : struct => term.Computed is { } expression ? Of(expression) : Word(term.Value);

    private static string Of<T>(Term<T>? term)
        where T : struct => term is { } known ? Of(known) : "-";

    private static string Of<T>(Limit<T>? limit)
        where T : struct, IComparable<T> => limit is { } known ? $"{Of(known.Term)} {known.Inclusive}" : "-";

    private static string Of<T>(Bound<T>? bound)
        where T : struct, IComparable<T> => bound is null ? "-" : $"from {Of(bound.Lower)} to {Of(bound.Upper)}";

    private static string Of(Expression? expression) => expression is null ? "" : ExpressionPrinter.ToCSharp(expression);

    private static string Of(Party? party) => party switch
    {
        null => "-",
        PostParty p => $"post {p.Role.Name}",
        EachParty p => $"each {p.Role.Name}",
        FieldParty p => $"field {p.Field.Name}",
        PersonParty p => $"person {Of(p.Person)} {p.Moving}",
        TogetherParty p => $"together {string.Join('|', p.People.Select(Of))}",
        AnyoneParty or SiteParty => party.GetType().Name,
        _ => throw Unknown(party),
    };

    private static string Of(CoveredSet set) => set switch
    {
        HoldersSet s => $"holders {s.Role.Name}",
        OnSet s => $"on {s.State.Name}",
        ValuesSet s => $"values {Of(s.Event)} {s.Field.Name}",
        _ => throw Unknown(set),
    };

    private static string Of(WindowEnd end) => $"{Of(end.Anchor)} {end.Inclusive}";

    private static string Of(Anchor anchor) => anchor switch
    {
        FrameStart => "start",
        FrameEnd => "end",
        ClockTime a => $"{Of(a.Time)} of {Of(a.Day)}",
        StartOfDay a => $"start of {Of(a.Day)}",
        EndOfDay a => $"end of {Of(a.Day)}",
        Offset a => $"({Of(a.Base)} {(a.Before ? "-" : "+")} {Of(a.By)})",
        OpeningOf a => $"opening of {Of(a.Day)}",
        ClosingOf a => $"closing of {Of(a.Day)}",
        ShiftStart a => $"start of {a.Shift}",
        ShiftEnd a => $"end of {a.Shift}",
        EarlierPeriod a => $"{Word(a.Periods)} periods before",
        FieldTime a => $"field {a.Field.Name}",
        EarlierOf a => $"earlier of ({Of(a.First)}, {Of(a.Second)})",
        LaterOf a => $"later of ({Of(a.First)}, {Of(a.Second)})",
        FirstEvent a => $"first {Of(a.Event)} {Names(a.Same)} or {(a.Backstop is null ? "-" : Of(a.Backstop))} {a.StillOwed}",
        _ => throw Unknown(anchor),
    };

    private static string Of(Day day) => day switch
    {
        FrameDay d => $"day {Word(d.PlusDays)}",
        DayOfMonth d => $"day {Word(d.Number)} {d.IfMissing} of month {Word(d.Months)}",
        LastDayOfMonth d => $"last day of month {Word(d.Months)}",
        FieldDay d => $"field {d.Field.Name}",
        WeekdayOf d => $"{d.Weekday}",
        WeekdayOfMonth d => $"{d.Weekday} {Word(d.Nth)} {d.IfMissing} of month {Word(d.Months)}",
        LastDayOfFrame => "last day",
        MonthsLater d => $"({Of(d.Base)} + {Word(d.Months)} months {d.IfMissing})",
        CountedDays d => $"({Of(d.Base)} + {Word(d.Count)} {d.Class} {d.IncludingBase})",
        MovedDay d => $"({Of(d.Base)} to {d.Class} {d.Later})",
        _ => throw Unknown(day),
    };

    private static string Word<T>(T value)
        where T : struct => value switch
    {
        Duration duration => Word(Ticks.Of(duration)),
        LocalTime { Second: 0, NanosecondOfSecond: 0 } time => string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}:00"),
        LocalTime time => LocalTimePattern.ExtendedIso.Format(time),
        IFormattable known => known.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Names(ImmutableArray<string> names) => string.Join('|', names);

    private static NotSupportedException Unknown(object part) => new($"the engine does not know `{part.GetType().Name}`");
}
