using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using DutyRules.Dsl.Writing;
using DutyRules.Policies;

namespace DutyRules.Dsl;

/// <summary>A duty that an event opened, which what it says can read.</summary>
/// <typeparam name="T">The event.</typeparam>
public sealed class Duty<T> : Clauses<Duty<T>>
    where T : Happening
{
    internal Duty(Draft draft)
        : base(draft)
    {
    }

    /// <summary>It was kept, as something that happens.</summary>
    public Outcome<T> Kept => new(Draft.Key.Text, Keywords.Kept);

    /// <summary>It was breached, as something that happens.</summary>
    public Outcome<T> Breached => new(Draft.Key.Text, Keywords.Breached);

    /// <summary>It was excused, as something that happens.</summary>
    public Outcome<T> Excused => new(Draft.Key.Text, Keywords.Excused);

    /// <summary>It became void, as something that happens.</summary>
    public Outcome<T> Void => new(Draft.Key.Text, Keywords.Void);

    /// <summary>It cannot be judged, as something that happens.</summary>
    public Outcome<T> Undetermined => new(Draft.Key.Text, Keywords.Undetermined);

    /// <summary>It was kept, breached or excused, as something that happens.</summary>
    public Outcome<T> Settled => new(Draft.Key.Text, Keywords.Settled);

    /// <summary>Only if this holds for the event that opens it; states are read as they were just before.</summary>
    public Duty<T> If(Expression<Func<T, bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.If, pen => pen.Condition(condition), file, line);

    /// <summary>Who bears it: the person in a field of the event, or whom an expression names.</summary>
    public Duty<T> Who(Expression<Func<T, Party>> party, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Who, pen => pen.Person(party), file, line);

    /// <summary>Whose acts count: the person in a field of the event, or whom an expression names.</summary>
    public Duty<T> DoneBy(Expression<Func<T, Party>> party, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.DoneBy, pen => pen.Person(party), file, line);

    /// <summary>To whom what is done has to be addressed: the person in a field of the event, or whom an expression names.</summary>
    public Duty<T> AddressedTo(Expression<Func<T, Party>> party, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Addressee, pen => pen.Person(party), file, line);

    /// <summary>It must happen, in a way that has to do with the event that opened the duty.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public Duty<T> Must<TEvent>(Expression<Func<TEvent, T, bool>> where, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        Happens(Keywords.Must, new Occurrence<TEvent>(where), file, line);

    /// <summary>It must not happen.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public Duty<T> MustNot<TEvent>(Expression<Func<TEvent, bool>>? where = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        Happens(Keywords.MustNot, Words.Event(where), file, line);

    /// <summary>It must not happen, in a way that has to do with the event that opened the duty.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public Duty<T> MustNot<TEvent>(Expression<Func<TEvent, T, bool>> where, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        Happens(Keywords.MustNot, new Occurrence<TEvent>(where), file, line);

    /// <summary>The act may only come after such an event.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public Duty<T> OnlyAfter<TEvent>(Expression<Func<TEvent, bool>>? where = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        Happens(Keywords.OnlyAfter, Words.Event(where), file, line);

    /// <summary>The act may only come after such an event.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public Duty<T> OnlyAfter<TEvent>(Expression<Func<TEvent, T, bool>> where, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        Happens(Keywords.OnlyAfter, new Occurrence<TEvent>(where), file, line);

    /// <summary>The act may only come after this.</summary>
    public Duty<T> OnlyAfter(Occurrence what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Happens(Keywords.OnlyAfter, what, file, line);

    /// <summary>The act may only come after several events.</summary>
    public Duty<T> OnlyAfter(Group group, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.OnlyAfter, pen => group.Node(pen), file, line);

    /// <summary>The act may only be done if this holds.</summary>
    public Duty<T> OnlyIf(Expression<Func<bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.OnlyIf, pen => pen.Condition(condition), file, line);

    /// <summary>The act may only be done if this holds.</summary>
    public Duty<T> OnlyIf(Expression<Func<T, bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.OnlyIf, pen => pen.Condition(condition), file, line);

    /// <summary>The act may only be done by a holder of this role.</summary>
    public Duty<T> OnlyBy(Party party, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.OnlyBy, pen => party.Node(pen), file, line);

    /// <summary>A condition must hold all the time.</summary>
    public Duty<T> MustStay(Expression<Func<T, bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.MustStay, pen => pen.Condition(condition), file, line);

    /// <summary>A condition must come true.</summary>
    public Duty<T> MustBe(Expression<Func<T, bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.MustBe, pen => pen.Condition(condition), file, line);

    /// <summary>The time during which a condition holds must come to what <c>TotalTime</c> says.</summary>
    public Duty<T> MustTotal(Expression<Func<T, bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.MustTotal, pen => pen.Condition(condition), file, line);

    /// <summary>The share is of the time during which this holds.</summary>
    public Duty<T> Of(Expression<Func<T, bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Of, pen => pen.Condition(condition), file, line);

    /// <summary>Excused if this holds. May be said several times.</summary>
    public Duty<T> Unless(Expression<Func<T, bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.Unless, pen => [pen.Condition(condition)], file, line);

    /// <summary>No longer owed as soon as this holds. May be said several times.</summary>
    public Duty<T> LapsesWhen(Expression<Func<T, bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.LapsesWhen, pen => [pen.Condition(condition)], file, line);

    /// <summary>While this holds, nothing counts. May be said several times.</summary>
    public Duty<T> LiftedWhile(Expression<Func<T, bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.LiftedWhile, pen => [pen.Condition(condition)], file, line);

    /// <summary>While this holds, the clock stands still. May be said several times.</summary>
    public Duty<T> PausesWhile(Expression<Func<T, bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.PausesWhile, pen => [pen.Condition(condition)], file, line);

    /// <summary>By when, that instant included.</summary>
    public Duty<T> Due(Expression<Func<T, Moment>> moment, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Due, pen => pen.Moment(moment), file, line);

    /// <summary>By when, that instant excluded.</summary>
    public Duty<T> Before(Expression<Func<T, Moment>> moment, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Before, pen => pen.Moment(moment), file, line);

    /// <summary>From when on, that instant included.</summary>
    public Duty<T> From(Expression<Func<T, Moment>> moment, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.From, pen => pen.Moment(moment), file, line);

    /// <summary>Until when, that instant included.</summary>
    public Duty<T> To(Expression<Func<T, Moment>> moment, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.To, pen => pen.Moment(moment), file, line);

    /// <summary>From when on, that instant excluded.</summary>
    public Duty<T> After(Expression<Func<T, Moment>> moment, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.After, pen => pen.Moment(moment), file, line);

    /// <summary>How often, computed for each duty.</summary>
    public Duty<T> Times(Expression<Func<T, Limits>> times, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Times, pen => pen.Computed(times), file, line);

    /// <summary>A figure of events must lie within bounds that are computed for each duty.</summary>
    public Duty<T> Measure(Measured figure, Expression<Func<T, Limits>> value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Several(pen => [.. figure.Entries(pen), pen.Entry(Keywords.Value, pen.Computed(value))], file, line);

    /// <summary>The fields that must equal those of the same name in the event that opened the duty: <c>c =&gt; c.Complaint</c>, <c>c =&gt; new { c.Complaint, c.Person }</c>.</summary>
    public Duty<T> Same(Expression<Func<T, object>> fields, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.Same, pen => pen.Fields(fields), file, line);

    private protected override Duty<T> New(Draft draft) => new(draft);
}
