using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using DutyRules.Dsl.Writing;
using DutyRules.Norms;
using DutyRules.Policies;

namespace DutyRules.Dsl;

/// <summary>A duty that no event opens, or of which that is not yet said.</summary>
public sealed class Duty : Clauses<Duty>
{
    internal Duty(Draft draft)
        : base(draft)
    {
    }

    /// <summary>It was kept, as something that happens.</summary>
    public Outcome Kept => new(Draft.Key.Text, Keywords.Kept);

    /// <summary>It was breached, as something that happens.</summary>
    public Outcome Breached => new(Draft.Key.Text, Keywords.Breached);

    /// <summary>It was excused, as something that happens.</summary>
    public Outcome Excused => new(Draft.Key.Text, Keywords.Excused);

    /// <summary>It became void, as something that happens.</summary>
    public Outcome Void => new(Draft.Key.Text, Keywords.Void);

    /// <summary>It cannot be judged, as something that happens.</summary>
    public Outcome Undetermined => new(Draft.Key.Text, Keywords.Undetermined);

    /// <summary>It was kept, breached or excused, as something that happens.</summary>
    public Outcome Settled => new(Draft.Key.Text, Keywords.Settled);

    /// <summary>One duty for each of these periods.</summary>
    public Duty Every(Period period, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Every, pen => period.Node(pen), file, line);

    /// <summary>One duty for each time that this comes true.</summary>
    public Duty While(Expression<Func<bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.While, pen => pen.Condition(condition), file, line);

    /// <summary>How long the condition must have lasted.</summary>
    public Duty Lasting(Limits length, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Lasting, pen => pen.Text(length.Text), file, line);

    /// <summary>What becomes of the duty when the condition ends first.</summary>
    public Duty IfItEndsFirst(EndsFirst then, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.IfItEndsFirst, pen => pen.Words(then == EndsFirst.Lapses ? Keywords.Lapses : Keywords.StillOwed), file, line);

    /// <summary>One duty for each thing that the site has.</summary>
    public Duty ForEach(Things things, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.ForEach, pen => pen.Word(things.Name), file, line);

    /// <summary>One duty for each such event.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public Duty<TEvent> When<TEvent>(Expression<Func<TEvent, bool>>? condition = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        Opened(new Duty<TEvent>(Draft), Words.Event<TEvent>().Name, condition, file, line);

    /// <summary>One duty for each time that a norm came to this.</summary>
    public Duty When(Outcome outcome, Expression<Func<bool>>? condition = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Opened(this, outcome.Text, condition, file, line);

    /// <summary>One duty for each time that a norm came to this which such an event opened.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public Duty<TEvent> When<TEvent>(Outcome<TEvent> outcome, Expression<Func<TEvent, bool>>? condition = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        Opened(new Duty<TEvent>(Draft), outcome.Text, condition, file, line);

    /// <summary>Such an event must not happen. Without <c>Every</c>, <c>When</c> or <c>While</c> each act is judged by itself, and is the event that the rest can read.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public Duty<TEvent> MustNot<TEvent>(Expression<Func<TEvent, bool>>? where = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        Act(new Duty<TEvent>(Happens(Keywords.MustNot, Words.Event(where), file, line).Draft));

    private protected override Duty New(Draft draft) => new(draft);

    private Duty<TEvent> Act<TEvent>(Duty<TEvent> duty)
        where TEvent : Happening
    {
        Draft.IsAct = true;
        return duty;
    }

    private TDuty Opened<TDuty>(TDuty duty, string what, LambdaExpression? condition, string file, int line)
    {
        Draft.SetAll(pen => [pen.Entry(Keywords.When, pen.Word(what)), .. condition is null ? [] : new[] { pen.Entry(Keywords.If, pen.Condition(condition)) }], file, line);
        return duty;
    }
}
