using System.Collections.Immutable;
using System.Linq.Expressions;
using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;

namespace DutyRules.Dsl;

/// <summary>An event that has to happen, must not, or changes a state, with what is asked of it.</summary>
public abstract record Occurrence
{
    private ImmutableArray<(Keyword Key, Func<Pen, YamlNode> Value)> _more = [];

    private protected Occurrence(string name) => Name = name;

    internal string Name { get; }

    private protected LambdaExpression? Condition { get; init; }

    /// <summary>What norms came to, wherever an event may stand.</summary>
    public static implicit operator Occurrence(Outcome outcome) => new OutcomeOccurrence(outcome.Text);

    private protected Occurrence Plus(Keyword key, Func<Pen, YamlNode> value) => this with { _more = _more.Add((key, value)) };

    internal YamlScalar? Where(Pen pen) => Condition is { } where ? pen.Condition(where, tested: 0) : null;

    /// <summary>The name alone, or braces with all that is asked.</summary>
    internal YamlNode Node(Pen pen) => Condition is null && _more.IsEmpty ? pen.Word(Name) : pen.Map(Entries(pen, Keywords.Event));

    /// <summary>All that is asked, the event under a key of its own.</summary>
    internal List<YamlEntry> Entries(Pen pen, Keyword eventKey)
    {
        var entries = new List<YamlEntry> { pen.Entry(eventKey, pen.Word(Name)) };
        if (Where(pen) is { } where)
        {
            entries.Add(pen.Entry(Keywords.Where, where));
        }

        entries.AddRange(_more.Select(m => pen.Entry(m.Key, m.Value(pen))));
        return entries;
    }

    private sealed record OutcomeOccurrence(string Text) : Occurrence(Text);
}

/// <summary>An event of a type, with what is asked of it.</summary>
/// <typeparam name="T">The event.</typeparam>
public sealed record Occurrence<T> : Occurrence
    where T : Happening
{
    internal Occurrence(LambdaExpression? where, string? name = null)
        : base(name ?? DeclaredName.Of(typeof(T))) => Condition = where;

    /// <summary>How often, as an item of a group.</summary>
    public Occurrence<T> Times(Limits times) => With(Keywords.Times, pen => pen.Text(times.Text));

    /// <summary>Who has to do it, as an item of a group.</summary>
    public Occurrence<T> DoneBy(Party party) => With(Keywords.DoneBy, party.Node);

    /// <summary>Who has to do it, as an item of a group: the person in a field of the event that opened the duty.</summary>
    /// <typeparam name="TTrigger">The event that opened the duty.</typeparam>
    public Occurrence<T> DoneBy<TTrigger>(Expression<Func<TTrigger, Party>> party)
        where TTrigger : Happening => With(Keywords.DoneBy, pen => pen.Person(party));

    /// <summary>It is asked for only if this holds, as an item of a group.</summary>
    public Occurrence<T> If(Expression<Func<bool>> condition) => With(Keywords.If, pen => pen.Condition(condition));

    /// <summary>It is asked for only if this holds, as an item of a group.</summary>
    /// <typeparam name="TTrigger">The event that opened the duty.</typeparam>
    public Occurrence<T> If<TTrigger>(Expression<Func<TTrigger, bool>> condition)
        where TTrigger : Happening => With(Keywords.If, pen => pen.Condition(condition));

    /// <summary>The fields that must equal those of the event that opened the duty; with <c>First</c>.</summary>
    public Occurrence<T> Same(Expression<Func<T, object>> fields) => With(Keywords.Same, pen => pen.Said(fields, 0, _ => pen.Names(ConditionWriter.FieldsOf(fields)), (YamlNode)pen.Faulty()));

    private Occurrence<T> With(Keyword key, Func<Pen, YamlNode> value) => (Occurrence<T>)Plus(key, value);
}
