using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Dsl;

/// <summary>How a state follows from events.</summary>
/// <typeparam name="T">The type of its value.</typeparam>
public sealed class StateBuilder<T>
{
    private readonly Draft _draft;

    internal StateBuilder(Draft draft) => _draft = draft;

    /// <summary>What people call it.</summary>
    public StateBuilder<T> Title(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Title, pen => pen.Localized(zh, en), file, line);

    /// <summary>By which fields a value is kept, as this event has them.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public StateBuilder<T> Of<TEvent>(Expression<Func<TEvent, object>> fields, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        More(Keywords.Of, pen => pen.Fields(fields), file, line);

    /// <summary>By which fields a value is kept, by name.</summary>
    public StateBuilder<T> Of(Texts fields, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.Of, pen => fields.Select(f => (YamlNode)pen.Word(f)), file, line);

    /// <summary>What turns it on.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public StateBuilder<T> OnFrom<TEvent>(Expression<Func<TEvent, bool>>? where = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        More(Keywords.OnFrom, pen => [Words.Event(where).Node(pen)], file, line);

    /// <summary>What turns it on.</summary>
    public StateBuilder<T> OnFrom(Occurrence what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.OnFrom, pen => [what.Node(pen)], file, line);

    /// <summary>What turns it off.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public StateBuilder<T> OffAt<TEvent>(Expression<Func<TEvent, bool>>? where = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        More(Keywords.OffAt, pen => [Words.Event(where).Node(pen)], file, line);

    /// <summary>What turns it off.</summary>
    public StateBuilder<T> OffAt(Occurrence what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.OffAt, pen => [what.Node(pen)], file, line);

    /// <summary>How long it stays on by itself.</summary>
    public StateBuilder<T> For(Length length, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.For, pen => pen.Text(length.Text), file, line);

    /// <summary>How many are in: the field that names them.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public StateBuilder<T> Members<TEvent>(Expression<Func<TEvent, object>> field, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        Say(Keywords.Members, pen => pen.Field(field), file, line);

    /// <summary>What brings one in.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public StateBuilder<T> In<TEvent>(Expression<Func<TEvent, bool>>? where = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        More(Keywords.In, pen => [Words.Event(where).Node(pen)], file, line);

    /// <summary>What brings one in.</summary>
    public StateBuilder<T> In(Occurrence what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.In, pen => [what.Node(pen)], file, line);

    /// <summary>What takes one out.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public StateBuilder<T> Out<TEvent>(Expression<Func<TEvent, bool>>? where = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        More(Keywords.Out, pen => [Words.Event(where).Node(pen)], file, line);

    /// <summary>What takes one out.</summary>
    public StateBuilder<T> Out(Occurrence what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.Out, pen => [what.Node(pen)], file, line);

    /// <summary>The latest value of a field. May be said several times.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public StateBuilder<T> Latest<TEvent>(Expression<Func<TEvent, object>> field, Expression<Func<TEvent, bool>>? where = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        More(Keywords.Latest, pen => [pen.Value(field, where)], file, line);

    /// <summary>The time of the latest such event. May be said several times.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public StateBuilder<T> Latest<TEvent>([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        More(Keywords.Latest, pen => [Words.Event<TEvent>().Node(pen)], file, line);

    /// <summary>The time of the latest of these. May be said several times.</summary>
    public StateBuilder<T> Latest(Occurrence what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.Latest, pen => [what.Node(pen)], file, line);

    /// <summary>After so long without a sample it is unknown.</summary>
    public StateBuilder<T> StaleAfter(Length length, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.StaleAfter, pen => pen.Text(length.Text), file, line);

    /// <summary>What sets it back to what it is initially.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public StateBuilder<T> BackToStartOn<TEvent>(Expression<Func<TEvent, bool>>? where = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        More(Keywords.BackToStartOn, pen => [Words.Event(where).Node(pen)], file, line);

    /// <summary>What sets it back to what it is initially.</summary>
    public StateBuilder<T> BackToStartOn(Occurrence what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.BackToStartOn, pen => [what.Node(pen)], file, line);

    /// <summary>What counts.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public StateBuilder<T> PlusOneOn<TEvent>(Expression<Func<TEvent, bool>>? where = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        More(Keywords.PlusOneOn, pen => [Words.Event(where).Node(pen)], file, line);

    /// <summary>What counts.</summary>
    public StateBuilder<T> PlusOneOn(Occurrence what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.PlusOneOn, pen => [what.Node(pen)], file, line);

    /// <summary>What counts down.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public StateBuilder<T> MinusOneOn<TEvent>(Expression<Func<TEvent, bool>>? where = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        More(Keywords.MinusOneOn, pen => [Words.Event(where).Node(pen)], file, line);

    /// <summary>What counts down.</summary>
    public StateBuilder<T> MinusOneOn(Occurrence what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.MinusOneOn, pen => [what.Node(pen)], file, line);

    /// <summary>Adds up a field. May be said several times.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public StateBuilder<T> Total<TEvent>(Expression<Func<TEvent, object>> field, Expression<Func<TEvent, bool>>? where = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        More(Keywords.Total, pen => [pen.Value(field, where)], file, line);

    /// <summary>Takes a field away. May be said several times.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public StateBuilder<T> Less<TEvent>(Expression<Func<TEvent, object>> field, Expression<Func<TEvent, bool>>? where = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        More(Keywords.Less, pen => [pen.Value(field, where)], file, line);

    /// <summary>The value before the first event.</summary>
    public StateBuilder<T> Initially(T value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Initially, pen => pen.Figure(value), file, line);

    /// <summary>Before the first event nothing is known.</summary>
    public StateBuilder<T> InitiallyUnknown([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Initially, pen => pen.Words(Keywords.Unknown), file, line);

    /// <summary>It begins anew with each of these periods.</summary>
    public StateBuilder<T> Per(Period period, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Per, pen => pen.Text(period.Text), file, line);

    /// <summary>Only what happened within the last while counts.</summary>
    public StateBuilder<T> OverLast(Length length, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Over, pen => pen.Text($"last {length.Text}"), file, line);

    /// <summary>Within these hours.</summary>
    public StateBuilder<T> During(string hours, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.During, pen => pen.Word(hours), file, line);

    /// <summary>On days of this kind.</summary>
    public StateBuilder<T> During(Period days, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.During, pen => pen.Text(days.Text), file, line);

    private StateBuilder<T> Say(Keyword key, Func<Pen, YamlNode> value, string file, int line)
    {
        _draft.Set(key, value, file, line);
        return this;
    }

    private StateBuilder<T> More(Keyword key, Func<Pen, IEnumerable<YamlNode>> values, string file, int line)
    {
        _draft.Add(key, values, file, line);
        return this;
    }
}
