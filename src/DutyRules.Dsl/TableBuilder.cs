using System.Runtime.CompilerServices;
using DutyRules.Diagnostics;
using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;

namespace DutyRules.Dsl;

/// <summary>The rows of a table, by its first key or by its second.</summary>
/// <typeparam name="T">The type of its figures.</typeparam>
public sealed class TableBuilder<T>
{
    private readonly List<YamlEntry> _rows = [];
    private readonly List<Diagnostic> _findings;
    private YamlEntry? _title;

    internal TableBuilder(List<Diagnostic> findings) => _findings = findings;

    /// <summary>The figure for keys within bounds.</summary>
    public TableBuilder<T> Row(Limits key, T value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(key.Text, pen => pen.Figure(value), file, line);

    /// <summary>The figure for a key.</summary>
    public TableBuilder<T> Row(object key, T value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(KeyOf(key), pen => pen.Figure(value), file, line);

    /// <summary>What people call the table.</summary>
    public TableBuilder<T> Title(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var pen = new Pen(file, line, _findings);
        _title = pen.Entry(Keywords.Title, pen.Localized(zh, en));
        return this;
    }

    /// <summary>A row whose figure the source leaves open. What reads the table does not run until it is filled in.</summary>
    public TableBuilder<T> Blank(object key, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Add(key is Limits limits ? limits.Text : KeyOf(key), pen => pen.Word(""), file, line);

    /// <summary>The figures for a first key, by the second.</summary>
    public TableBuilder<T> Rows(object key, Action<TableBuilder<T>> rows, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var inner = new TableBuilder<T>(_findings);
        rows(inner);
        return Add(key is Limits limits ? limits.Text : KeyOf(key), inner.Node, file, line);
    }

    internal IEnumerable<YamlEntry> TitleEntry => _title is null ? [] : [_title];

    internal YamlMapping Node(Pen pen) => pen.Map(_rows);

    private static string KeyOf(object key) => key is Enum word ? DeclaredName.OfWord(word.GetType(), word) : key is string text ? text : Literals.InCondition(key) ?? key.ToString()!;

    private TableBuilder<T> Add(string key, Func<Pen, YamlNode> value, string file, int line)
    {
        var pen = new Pen(file, line, _findings);
        _rows.Add(pen.Entry(key, value(pen)));
        return this;
    }
}
