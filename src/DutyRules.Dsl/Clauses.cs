using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using DutyRules.Dsl.Writing;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Dsl;

/// <summary>What can be said of every duty. Each clause is a key of the language, and stands at its own line of C#.</summary>
/// <typeparam name="TSelf">What is described.</typeparam>
public abstract partial class Clauses<TSelf>
    where TSelf : Clauses<TSelf>
{
    private protected Clauses(Draft draft) => Draft = draft;

    internal Draft Draft { get; }

    /// <summary>What people call it.</summary>
    public TSelf Title(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Title, pen => pen.Localized(zh, en), file, line);

    /// <summary>Who bears it.</summary>
    public TSelf Who(Party party, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Who, pen => party.Node(pen), file, line);

    /// <summary>Whose acts count, if not only those of whoever bears it.</summary>
    public TSelf DoneBy(Party party, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.DoneBy, pen => party.Node(pen), file, line);

    /// <summary>To whom what is done has to be addressed.</summary>
    public TSelf AddressedTo(Party party, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Addressee, pen => party.Node(pen), file, line);

    /// <summary>It must happen.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public TSelf Must<TEvent>(Expression<Func<TEvent, bool>>? where = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        Happens(Keywords.Must, Words.Event(where), file, line);

    /// <summary>It must happen, or what a norm came to must be so.</summary>
    public TSelf Must(Occurrence what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Happens(Keywords.Must, what, file, line);

    /// <summary>Several things must be done.</summary>
    public TSelf Must(Group group, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Must, pen => group.Node(pen), file, line);

    /// <summary>It must not happen.</summary>
    public TSelf MustNot(Occurrence what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Happens(Keywords.MustNot, what, file, line);

    /// <summary>A condition must hold all the time.</summary>
    public TSelf MustStay(Expression<Func<bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.MustStay, pen => pen.Condition(condition), file, line);

    /// <summary>A condition must come true.</summary>
    public TSelf MustBe(Expression<Func<bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.MustBe, pen => pen.Condition(condition), file, line);

    /// <summary>A condition must not hold as long as <c>Lasting</c> says.</summary>
    public TSelf MustNotBe(Expression<Func<bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.MustNotBe, pen => pen.Condition(condition), file, line);

    /// <summary>The time during which a condition holds must come to what <c>TotalTime</c> says.</summary>
    public TSelf MustTotal(Expression<Func<bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.MustTotal, pen => pen.Condition(condition), file, line);

    /// <summary>A figure of events must lie within bounds.</summary>
    public TSelf Measure(Measured figure, Limits value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Several(pen => [.. figure.Entries(pen), pen.Entry(Keywords.Value, pen.Text(value.Text))], file, line);

    /// <summary>A figure of events must lie within bounds that are computed for each duty.</summary>
    public TSelf Measure(Measured figure, Expression<Func<Limits>> value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Several(pen => [.. figure.Entries(pen), pen.Entry(Keywords.Value, pen.Computed(value))], file, line);

    /// <summary>Somebody who holds a role has to say whether it was kept.</summary>
    public TSelf AttestedBy(Party party, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.AttestedBy, pen => party.Node(pen), file, line);

    /// <summary>How often.</summary>
    public TSelf Times(Limits times, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Times, pen => pen.Text(times.Text), file, line);

    /// <summary>How often, computed for each duty.</summary>
    public TSelf Times(Expression<Func<Limits>> times, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Times, pen => pen.Computed(times), file, line);

    /// <summary>How long each must last to count.</summary>
    public TSelf EachLasting(Limits length, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.EachLasting, pen => pen.Text(length.Text), file, line);

    /// <summary>How far apart they must be.</summary>
    public TSelf Apart(Limits length, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Apart, pen => pen.Text(length.Text), file, line);

    /// <summary>One for every word of a field of the event.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public TSelf OneOfEach<TEvent>(Expression<Func<TEvent, object>> field, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        Say(Keywords.OneOfEach, pen => pen.Field(field), file, line);

    /// <summary>What served one duty does not serve another.</summary>
    public TSelf OneForOne(bool once = true, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.OneForOne, pen => pen.Word(once ? Keywords.Yes.En : Keywords.No.En), file, line);

    /// <summary>The thing of <c>ForEach</c> that the event has to be about.</summary>
    public TSelf Same(Things things, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.Same, pen => [pen.Text(things.Name)], file, line);

    /// <summary>The fields that must equal those of the same name in the event that opened the duty, as the event that is asked for has them.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public TSelf Same<TEvent>(Expression<Func<TEvent, object>> fields, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        More(Keywords.Same, pen => pen.Fields(fields), file, line);

    /// <summary>For which share of the time, or of a set.</summary>
    public TSelf Share(Limits share, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Share, pen => pen.Text(share.Text), file, line);

    /// <summary>For which share, by the number of members.</summary>
    public TSelf Share(Handle table, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Share, pen => pen.Text(table.Name), file, line);

    /// <summary>The share is of the time during which this holds.</summary>
    public TSelf Of(Expression<Func<bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Of, pen => pen.Condition(condition), file, line);

    /// <summary>Gaps up to this long are allowed.</summary>
    public TSelf AllowingGapsOfAtMost(Length length, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Gaps, pen => pen.Text(length.Text), file, line);

    /// <summary>The bounds of the time that is added up.</summary>
    public TSelf TotalTime(Limits time, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.TotalTime, pen => pen.Text(time.Text), file, line);

    /// <summary>The time that counts begins so many periods earlier.</summary>
    public TSelf OverLast(int count, Period periods, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Over, pen => pen.Text($"last {count} {periods.Text}s"), file, line);

    /// <summary>The bounds are those of the mean of each of these periods.</summary>
    public TSelf MeanPer(Period period, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.MeanPer, pen => pen.Text(period.Text), file, line);

    /// <summary>Every one of a set, or a share of them, has to be named in an event.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public TSelf Covering<TEvent>(Covered set, Expression<Func<TEvent, object>>? namedIn = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        Several(pen => [pen.Entry(Keywords.Covering, set.Node(pen)), .. namedIn is null ? [] : new[] { pen.Entry(Keywords.NamedIn, pen.Field(namedIn)) }], file, line);

    /// <summary>How the number that is needed is made whole.</summary>
    public TSelf Rounded(Rounding rounding, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Rounded, pen => pen.Words(rounding switch { Rounding.Down => Keywords.RoundedDown, Rounding.Nearest => Keywords.Nearest, _ => Keywords.RoundedUp }), file, line);

    /// <summary>The set is that of the beginning of the window.</summary>
    public TSelf AsOfBeginning(bool beginning = true, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.AsOf, pen => pen.Words(beginning ? Keywords.Beginning : Keywords.AtTheEnd), file, line);

    /// <summary>On which history it is judged.</summary>
    public TSelf JudgedOn(Timelines histories, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.JudgedOn, pen => pen.OneOrList([.. new[] { (Timelines.Plan, Keywords.Plan), (Timelines.Actual, Keywords.Actual) }.Where(t => histories.HasFlag(t.Item1)).Select(t => (YamlNode)pen.Words(t.Item2))]), file, line);

    /// <summary>By when, that instant included.</summary>
    public TSelf Due(Moment moment, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Due, pen => moment.Node(pen), file, line);

    /// <summary>By when, that instant excluded.</summary>
    public TSelf Before(Moment moment, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Before, pen => moment.Node(pen), file, line);

    /// <summary>From when on, that instant included.</summary>
    public TSelf From(Moment moment, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.From, pen => moment.Node(pen), file, line);

    /// <summary>Until when, that instant included.</summary>
    public TSelf To(Moment moment, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.To, pen => moment.Node(pen), file, line);

    /// <summary>From when on, that instant excluded.</summary>
    public TSelf After(Moment moment, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.After, pen => moment.Node(pen), file, line);

    /// <summary>For how long from the event, or from when the condition had lasted long enough.</summary>
    public TSelf Within(Length length, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Within, pen => pen.Text(length.Text), file, line);

    /// <summary>Excused if this holds. May be said several times.</summary>
    public TSelf Unless(Expression<Func<bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.Unless, pen => [pen.Condition(condition)], file, line);

    /// <summary>No longer owed as soon as this holds. May be said several times.</summary>
    public TSelf LapsesWhen(Expression<Func<bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.LapsesWhen, pen => [pen.Condition(condition)], file, line);

    /// <summary>While this holds, nothing counts. May be said several times.</summary>
    public TSelf LiftedWhile(Expression<Func<bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.LiftedWhile, pen => [pen.Condition(condition)], file, line);

    /// <summary>While this holds, the clock stands still. May be said several times.</summary>
    public TSelf PausesWhile(Expression<Func<bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.PausesWhile, pen => [pen.Condition(condition)], file, line);

    /// <summary>The roles to be told of a breach.</summary>
    public TSelf Notify(Posts posts, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.Notify, pen => posts.Select(p => (YamlNode)pen.Text(p.Name)), file, line);

    /// <summary>How many points a breach costs.</summary>
    public TSelf Points(Figure points, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Points, pen => pen.Text(points.Text), file, line);

    /// <summary>Who answers for a breach, if not whoever bears the duty. May be said several times.</summary>
    public TSelf Liable(Liable liable, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.Liable, pen => [liable.Node(pen)], file, line);

    /// <summary>The clauses of the source that it follows.</summary>
    public TSelf Cites(Texts clauses, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.Cites, pen => clauses.Select(c => (YamlNode)pen.Text(c)), file, line);

    /// <summary>How the wording of the source is read, where it is open.</summary>
    public TSelf Reading(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Reading, pen => pen.Localized(zh, en), file, line);

    /// <summary>In force from this day on.</summary>
    public TSelf EffectiveFrom(LocalDate date, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.EffectiveFrom, pen => pen.Text(Literals.Date(date)), file, line);

    /// <summary>In force from this local time on.</summary>
    public TSelf EffectiveFrom(LocalDateTime time, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.EffectiveFrom, pen => pen.Text(Literals.DateTime(time)), file, line);

    /// <summary>In force until this day, exclusive.</summary>
    public TSelf EffectiveTo(LocalDate date, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.EffectiveTo, pen => pen.Text(Literals.Date(date)), file, line);

    /// <summary>In force until this local time, exclusive.</summary>
    public TSelf EffectiveTo(LocalDateTime time, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.EffectiveTo, pen => pen.Text(Literals.DateTime(time)), file, line);

    /// <summary>Kept on the list with this reason, and not applied.</summary>
    public TSelf Disabled(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Disabled, pen => pen.Localized(zh, en), file, line);

    /// <summary>What it says, in short; of what is not applied.</summary>
    public TSelf Gist(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Gist, pen => pen.Localized(zh, en), file, line);

    /// <summary>The words it is listed under.</summary>
    public TSelf Tags(Texts tags, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.Tags, pen => tags.Select(t => (YamlNode)pen.Text(t)), file, line);

    /// <summary>How much a breach matters.</summary>
    public TSelf Severity(Norms.Severity severity, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Severity, pen => pen.Word(severity.ToString().ToLowerInvariant()), file, line);

    /// <summary>The only sites where it holds.</summary>
    public TSelf AtSites(Texts sites, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.At, pen => pen.Names(sites), file, line);

    /// <summary>It holds everywhere but at these sites.</summary>
    public TSelf AtAllSitesBut(Texts sites, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.At, pen => pen.Word($"{Keywords.AllBut.En} {string.Join(", ", sites)}"), file, line);

    /// <summary>What is owed when this was breached.</summary>
    public TSelf Otherwise(Action<TSelf> followUp, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Follows(followUp, file, line);

    /// <summary>What a follow-up is called, if not as what it follows with <c>.otherwise</c>.</summary>
    public TSelf Id(string id, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Id, pen => pen.Text(id), file, line);

    private protected abstract TSelf New(Draft draft);

    private protected TSelf Say(Keyword key, Func<Pen, YamlNode> value, string file, int line)
    {
        Draft.Set(key, value, file, line);
        return (TSelf)this;
    }

    private protected TSelf Several(Func<Pen, IEnumerable<YamlEntry>> entries, string file, int line)
    {
        Draft.SetAll(entries, file, line);
        return (TSelf)this;
    }

    private protected TSelf More(Keyword key, Func<Pen, IEnumerable<YamlNode>> values, string file, int line)
    {
        Draft.Add(key, values, file, line);
        return (TSelf)this;
    }

    private protected TSelf Happens(Keyword key, Occurrence what, string file, int line) => Several(pen => what.Entries(pen, key), file, line);

    private TSelf Follows(Action<TSelf> followUp, string file, int line)
    {
        var draft = new Draft(Draft.Key, Draft.Findings);
        followUp(New(draft));
        Draft.Take(Keywords.Otherwise, draft, file, line);
        return (TSelf)this;
    }
}
