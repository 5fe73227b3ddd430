using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using DutyRules.Diagnostics;
using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;

namespace DutyRules.Dsl;

/// <summary>What a vocabulary can declare, and a policy for itself: states, definitions, tables, parameters. Each comes back as something that conditions can read.</summary>
public abstract class Declarations
{
    private readonly Dictionary<Keyword, List<YamlEntry>> _sections = [];
    private readonly List<Keyword> _order = [];

    private protected Declarations(Draft draft) => Draft = draft;

    internal Draft Draft { get; }

    /// <summary>A state: something that follows from events.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    public State<T> State<T>(string name, Action<StateBuilder<T>> say, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(say);
        var draft = Draft.Of(name, Draft.Findings, file, line);
        say(new StateBuilder<T>(draft));
        Declare(Keywords.States, draft.Key, draft.Node());
        return new State<T>(name);
    }

    /// <summary>A condition that has a name.</summary>
    public Condition Definition(string name, Expression<Func<bool>> means, string? zh = null, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Declare(name, Keywords.Definitions, pen => pen.Map([.. TitleOf(pen, zh, en), pen.Entry(Keywords.Means, pen.Condition(means))]), file, line);
        return new Condition(name);
    }

    /// <summary>A name for several events: what is listed counts as such an event. The record names it, and the fields that all of them have.</summary>
    /// <typeparam name="T">The event that is made of them.</typeparam>
    public void Counts<T>(Occurrence[] events, string? zh = null, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Happening =>
        Declare(DeclaredName.Of(typeof(T)), Keywords.Definitions, pen => pen.Map([.. TitleOf(pen, zh, en), pen.Entry(Keywords.Counts, pen.List(events.Select(e => e.Node(pen))))]), file, line);

    /// <summary>A table of figures.</summary>
    /// <typeparam name="T">The type of its figures; <see cref="Figure"/> for shares.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="of">What it is looked up by: types such as <c>integer</c>, fields such as <c>complaint-received.tier</c>.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="file">The file of this line.</param>
    /// <param name="line">This line.</param>
    public Table<T> Table<T>(string name, Texts of, Action<TableBuilder<T>> rows, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var builder = new TableBuilder<T>(Draft.Findings);
        rows(builder);
        Declare(
            name, Keywords.Tables,
            pen => pen.Map([.. builder.TitleEntry, pen.Entry(Keywords.Of, pen.Names(of)), pen.Entry(Keywords.Is, TypeOf<T>(pen)), pen.Entry(Keywords.Rows, builder.Node(pen))]), file, line);
        return new Table<T>(name);
    }

    /// <summary>A figure that the source leaves open.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    public Parameter<T> Parameter<T>(string name, Action<ParameterBuilder<T>>? say = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var draft = Draft.Of(name, Draft.Findings, file, line);
        draft.Set(Keywords.Is, TypeOf<T>, file, line);
        var builder = new ParameterBuilder<T>(draft);
        say?.Invoke(builder);
        Declare(Keywords.Parameters, draft.Key, builder.Node());
        return new Parameter<T>(name);
    }

    /// <summary>Everything, the sections last.</summary>
    internal YamlMapping Node()
    {
        var said = Draft.Node();
        return said with { Entries = [.. said.Entries, .. _order.Select(s => new YamlEntry(_sections[s][0].Key with { Text = s.En }, new YamlMapping([.. _sections[s]], _sections[s][0].Key.Span)))] };
    }

    private protected void Declare(string name, Keyword section, Func<Pen, YamlNode> node, string file, int line)
    {
        var pen = new Pen(file, line, Draft.Findings);
        Declare(section, pen.Word(name), node(pen));
    }

    private protected void Declare(Keyword section, YamlScalar key, YamlNode node)
    {
        if (!_sections.TryGetValue(section, out var entries))
        {
            _sections[section] = entries = [];
            _order.Add(section);
        }

        entries.Add(new YamlEntry(key, node));
    }

    private static YamlNode TypeOf<T>(Pen pen) => FieldKinds.TypeOf(typeof(T), pen) ?? pen.Word(typeof(T).Name);

    private static IEnumerable<YamlEntry> TitleOf(Pen pen, string? zh, string? en) =>
        zh is null ? [] : [pen.Entry(Keywords.Title, pen.Localized(zh, en))];
}
