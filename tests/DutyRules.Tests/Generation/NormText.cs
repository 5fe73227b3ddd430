using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>Says in short words what a norm or a state is.</summary>
internal static class NormText
{
    public static string Of(Norm norm) =>
        $"norm {norm.Id} rev {norm.Revision}{Force(norm)}{Place(norm)}, {Of(norm.Frame)}: {Of(norm.Parties)} {(norm.Modality == Modality.Must ? "must" : "must not")} "
        + $"{Of(norm.Content)} in {Of(norm.Window)}{string.Concat(norm.Exceptions.Select(Of))}";

    public static string Of(StateDefinition state) =>
        $"state {state.Name}({string.Join(", ", state.Of)}) initially {state.Initially?.ToString() ?? "not said"}: " + state switch
        {
            SwitchState s => $"on {All(s.On)} off {All(s.Off)}{(s.OnFor is { } d ? $" for {d}" : "")}",
            SumState s => $"plus {All(s.Plus)} minus {All(s.Minus)}{Anew(s.Per, s.Over)}",
            CountState s => $"up {All(s.Up)} down {All(s.Down)}{Anew(s.Per, s.Over)}",
            MembershipState s => $"{s.Member} in {All(s.In)} out {All(s.Out)}",
            LatestState s => $"latest {string.Join(" or ", s.Samples.Select(sample => $"{Of(sample.Pattern)} {sample.Field?.Name ?? "time"}"))} back to {All(s.Back)} stale after {s.StaleAfter?.ToString() ?? "never"}",
            DayState s => $"day of class {s.Class}",
            HoursState s => $"in hours {s.Hours}",
            _ => "",
        };

    public static string Of(Expression e) => e switch
    {
        LiteralExpression x => $"{x.Value}",
        FieldExpression x => $"{x.Event}.{x.Field.Name}",
        EventPropertyExpression x => $"{x.Event}.{x.Property}",
        StateExpression x => $"{x.State.Name}({string.Join(", ", x.Key.Select(Of))})",
        KeyExpression x => $"key.{x.Name}",
        TableExpression x => $"{x.Table.Name}({string.Join(", ", x.Keys.Select(Of))})",
        HoldsExpression x => $"holds({Of(x.Person)}, {x.Role.Name})",
        UnaryExpression x => $"{x.Operator}({Of(x.Operand)})",
        BinaryExpression x => $"({Of(x.Left)} {x.Operator} {Of(x.Right)})",
        ConditionalExpression x => $"({Of(x.Condition)} ? {Of(x.Then)} : {Of(x.Otherwise)})",
        WidenExpression x => Of(x.Operand),
        IsExpression x => $"({Of(x.Operand)} is {x.Pattern})",
        _ => e.ToString(),
    };

    public static string Of(DerivedEvents derived) => derived switch
    {
        CountsAs counts => $"as {counts.Type.Name} count {All(counts.Sources)}",
        OutcomesOf outcomes => $"{outcomes.Type.Name} are the outcomes of {outcomes.NormId}",
        _ => "",
    };

    public static string Of(Table table) => $"table {table.Name}: {string.Join("; ", table.Rows.Select(row => $"{string.Join(", ", row.Cells)} -> {row.Value?.ToString() ?? "not filled in"}"))}";

    private static string Anew(CalendarUnit? per, Duration? over) => $"{(per is null ? "" : $" per {per}")}{(over is { } d ? $" over {d}" : "")}";

    private static string Place(Norm norm) =>
        $"{(norm.At is { } at ? $" {(at.Except ? "not at" : "at")} {string.Join(' ', at.Names)}" : "")}{(norm.ForEach is { } set ? $" for each {set.Name}" : "")}";

    private static string Force(Norm norm) =>
        norm.InForceFrom is null && norm.InForceTo is null ? "" : $" in force {CaseText.Of(norm.InForceFrom)} .. {CaseText.Of(norm.InForceTo)}";

    private static string Of(Frame frame) => frame switch
    {
        EveryFrame { Period: ShiftPeriod x } => $"every shift of {x.Role.Name} [{string.Join(' ', x.Kinds)}]",
        EveryFrame { Period: RecurringDays x } => $"every {x.Rule.Rule} from {x.Rule.Start}",
        EveryFrame every => $"every {every.Period}",
        WhenFrame x => $"when {Of(x.Trigger)}",
        WhileFrame { Lasting: { } d } w => $"while {Of(w.Condition)} for {(d.Inclusive ? "at least" : "more than")} {d.Value} ({w.EndsFirst})",
        WhileFrame w => $"while {Of(w.Condition)} ({w.EndsFirst})",
        OutcomeFrame outcome => $"if {(outcome.Trigger is { Type.Origin: EventOrigin.Outcome } named ? $"(as {named.Type.Name}) " : "")}{outcome.NormId} is {string.Join(" or ", outcome.Statuses)}{(outcome.If is { } only ? $" and {Of(only)}" : "")}",
        _ => "",
    };

    private static string Of(Parties parties) =>
        Of(parties.Who) + DoneBy(parties.DoneBy) + (parties.Liable.IsEmpty ? "" : $" (liable {string.Join(", ", parties.Liable.Select(Of))})");

    private static string Of(Liability liability) =>
        $"{(liability.Who is { } who ? Of(who) : "the bearer")}{(liability.At is { } at ? $" at {at.Name}" : "")}{(liability.If is { } only ? $" if {Of(only)}" : "")}{(liability.Points is { } points ? $" {points.Value} points" : "")}";

    private static string Of(Party party) => party switch
    {
        PostParty post => $"the {post.Role.Name}",
        EachParty each => $"each {each.Role.Name}",
        FieldParty field => $"the {field.Field.Name} of the trigger",
        AnyoneParty => "anyone",
        PersonParty person => $"whom {Of(person.Person)} names{(person.Moving ? " at each moment" : "")}",
        TogetherParty together => $"together {string.Join(" and ", together.People.Select(Of))}",
        _ => "the site",
    };

    private static string DoneBy(Party? party) => party is null ? "" : $" (done by {Of(party)})";

    private static string Of(Content content) => content switch
    {
        CountContent c => $"{Of(c.Event)}{(c.Once ? " once" : "")} times {Of(c.Times)}{(c.EachLasting is { } l ? $" each lasting {Of(l)}" : "")}{(c.Apart is { } a ? $" apart {a.Value}" : "")}{Same(c.Same)}",
        OneOfEachContent c => $"{Of(c.Event)} one of each {c.Field.Name}{Same(c.Same)}",
        StayContent c => $"stay {Of(c.Condition)}{(c.Share is { } s ? $" for {s.Value}" : "")}{(c.Of is { } of ? $" of {Of(of)}" : "")}{(c.Gaps is { } g ? $" gaps {g.Value}" : "")}",
        TotalContent c => $"total of {Of(c.Condition)} {Of(c.Time)}, mean of {c.MeanOf}",
        ConditionContent c => $"only if {Of(c.Condition)}",
        ActorContent c => $"only by {c.Role.Name}",
        CompositeContent c => $"{c.How} of {string.Join(" + ", c.Items.Select(Of))}{Same(c.Same)}",
        MeasureContent c => $"{c.Kind} of {Of(c.Of)} of {Of(c.Event)} {Of(c.Bounds)}{Same(c.Same)}",
        CoveringContent c => $"cover {Of(c.Set)} as of {(c.AsOfOpening ? "open" : "close")} by {c.Field.Name} of {Of(c.Event)}, share {Share(c)} {c.Rounding}{Same(c.Same)}",
        MeetContent c => $"meet {Of(c.Condition)}",
        AttestedContent c => $"attested by {c.By?.Name ?? "anyone"} in {Of(c.Event)}",
        _ => "happen",
    };

    private static string Of(ContentItem item) =>
        $"({Of(item.Event)} x {Of(item.Times)}{DoneBy(item.DoneBy)}{(item.If is { } condition ? $" if {Of(condition)}" : "")})";

    private static string Of(CoveredSet set) => set switch
    {
        HoldersSet x => $"the holders of {x.Role.Name}",
        OnSet x => $"where {x.State.Name}",
        ValuesSet x => $"the {x.Field.Name} of {Of(x.Event)}",
        _ => set.ToString(),
    };

    private static string Share(CoveringContent content) => content.ByCount is not { } table ? $"{content.Share.Value}"
        : string.Join(", ", table.Rows.Select(row => $"{row.Cells[0].From}-{row.Cells[0].To}: {row.Value?.ToString() ?? "blank"}"));

    private static string Same(IEnumerable<string> same) => same.Any() ? $" same {string.Join(", ", same)}" : "";

    private static string Of(NormException exception) => exception switch
    {
        UnlessException x => $", unless {Of(x.Condition)}",
        LapsesException x => $", lapses when {Of(x.Condition)}",
        LiftedException x => $", lifted while {Of(x.Condition)}",
        PausesException x => $", pauses while {Of(x.Condition)}",
        _ => exception.ToString(),
    };

    private static string All(IEnumerable<EventPattern> patterns) => string.Join(" or ", patterns.Select(Of));

    private static string All(IEnumerable<AmountSource> sources) => string.Join(" and ", sources.Select(source => $"{source.Amount.Name} of {Of(source.Pattern)}"));

    private static string Of(EventPattern pattern) => pattern.Type.Name + (pattern.Where is { } where ? $"[{Of(where)}]" : "");

    private static string Of<T>(Bound<T> bound)
        where T : struct, IComparable<T> =>
        $"{(bound.Lower is { } low ? (low.Inclusive ? ">=" : ">") + Of(low.Term) : "")} {(bound.Upper is { } high ? (high.Inclusive ? "<=" : "<") + Of(high.Term) : "")}".Trim();

    private static string Of<T>(Term<T> term)
        where T : struct => term.Computed is { } computed ? Of(computed) : $"{term.Value}";

    private static string Of(Window window) =>
        $"{(window.Opens.Inclusive ? "[" : "(")}{Of(window.Opens.Anchor)} .. {Of(window.Closes.Anchor)}{(window.Closes.Inclusive ? "]" : ")")}";

    private static string Of(Anchor anchor) => anchor switch
    {
        FrameStart => "start",
        FrameEnd => "end",
        ClockTime clock => $"{clock.Time.Value} of {Of(clock.Day)}",
        StartOfDay day => $"begin of {Of(day.Day)}",
        EndOfDay day => $"end of {Of(day.Day)}",
        Norms.Offset offset => $"{Of(offset.Base)} {(offset.Before ? "-" : "+")} {offset.By.Value}",
        FieldTime x => $"{x.Field.Name} of the trigger",
        EarlierOf x => $"the earlier of ({Of(x.First)}) and ({Of(x.Second)})",
        LaterOf x => $"the later of ({Of(x.First)}) and ({Of(x.Second)})",
        FirstEvent x => $"the first {Of(x.Event)}{Same(x.Same)}{(x.Backstop is { } backstop ? $" until {Of(backstop.Anchor)}{(backstop.Inclusive ? "]" : ")")}{(x.StillOwed ? " (still owed)" : "")}" : "")}",
        OpeningOf day => $"opening of {Of(day.Day)}",
        ClosingOf day => $"closing of {Of(day.Day)}",
        _ => anchor.ToString(),
    };

    private static string Of(Day day) => day switch
    {
        FrameDay d => d.PlusDays == 0 ? "day" : $"day+{d.PlusDays}",
        FieldDay d => $"the date in {d.Field.Name} of the trigger",
        DayOfMonth d => $"day {d.Number} of month+{d.Months} ({d.IfMissing})",
        WeekdayOf d => $"{d.Weekday}",
        CountedDays d => $"{d.Count} {d.Class} days from {Of(d.Base)}{(d.IncludingBase ? " (included)" : "")}",
        MovedDay d => $"{Of(d.Base)} or the {(d.Later ? "next" : "previous")} of class {d.Class}",
        MonthsLater d => $"{d.Months} months after {Of(d.Base)} ({d.IfMissing})",
        _ => day.ToString(),
    };
}
