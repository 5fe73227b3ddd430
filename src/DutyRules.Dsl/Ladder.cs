using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using DutyRules.Dsl.Writing;
using DutyRules.Norms;
using DutyRules.Policies;

namespace DutyRules.Dsl;

/// <summary>Measures that follow one another while a condition lasts. What is said here holds for every step that does not say otherwise.</summary>
public sealed class Ladder : Clauses<Ladder>
{
    internal Ladder(Draft draft)
        : base(draft)
    {
    }

    /// <summary>The greatest step that was taken, 0 before the first.</summary>
    public Ladder DoneSoFar(State<int> state, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.DoneSoFar, pen => pen.Word(state.Name), file, line);

    /// <summary>The condition that lasts.</summary>
    public Ladder While(Expression<Func<bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.While, pen => pen.Condition(condition), file, line);

    /// <summary>How long the condition must have lasted.</summary>
    public Ladder Lasting(Limits length, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Lasting, pen => pen.Text(length.Text), file, line);

    /// <summary>For one step: at once, whatever the ladder says.</summary>
    public Ladder LastingAtOnce([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Lasting, pen => pen.Words(Keywords.AtOnce), file, line);

    /// <summary>What becomes of a step when the condition ends first.</summary>
    public Ladder IfItEndsFirst(EndsFirst then, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.IfItEndsFirst, pen => pen.Words(then == EndsFirst.Lapses ? Keywords.Lapses : Keywords.StillOwed), file, line);

    /// <summary>The next step.</summary>
    public Ladder Step(Action<Ladder> step, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var draft = Draft.Of("", Draft.Findings, file, line);
        step(new Ladder(draft));
        if (Draft.Has(Keywords.Steps))
        {
            Draft.Add(Keywords.Steps, _ => [draft.Node()], file, line);
        }
        else
        {
            Draft.Set(Keywords.Steps, pen => pen.List([draft.Node()]), file, line);
        }

        return this;
    }

    /// <summary>Of a step: it cannot be taken while this holds, and the next one is.</summary>
    public Ladder ImpossibleWhen(Expression<Func<bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.ImpossibleWhen, pen => pen.Condition(condition), file, line);

    /// <summary>Only the last step that was taken may be taken back.</summary>
    /// <param name="step">Which step the event takes back.</param>
    /// <param name="more">What else is said of it, such as <c>OnlyIf</c>.</param>
    /// <param name="file">The file of this line.</param>
    /// <param name="line">This line.</param>
    /// <typeparam name="TEvent">The event that takes a step back.</typeparam>
    public Ladder StandDown<TEvent>(
        Expression<Func<TEvent, object>> step, Action<Duty<TEvent>>? more = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening
    {
        var draft = new Draft(Draft.Key, Draft.Findings);
        draft.SetAll(pen => [pen.Entry(Keywords.When, pen.Word(DeclaredName.Of(typeof(TEvent)))), pen.Entry(Keywords.Step, pen.Condition(step))], file, line);
        more?.Invoke(new Duty<TEvent>(draft));
        return Say(Keywords.StandDown, _ => draft.Node(), file, line);
    }

    private protected override Ladder New(Draft draft) => new(draft);
}
