using System.Runtime.CompilerServices;
using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;

namespace DutyRules.Dsl;

/// <summary>What a parameter is.</summary>
/// <typeparam name="T">The type of its value.</typeparam>
public sealed class ParameterBuilder<T>
{
    private readonly Draft _draft;
    private readonly List<YamlEntry> _sites = [];

    internal ParameterBuilder(Draft draft) => _draft = draft;

    /// <summary>What it is.</summary>
    public ParameterBuilder<T> Value(T value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Value, pen => pen.Figure(value), file, line);

    /// <summary>What it is until somebody writes a value.</summary>
    public ParameterBuilder<T> Default(T value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Default, pen => pen.Figure(value), file, line);

    /// <summary>Why.</summary>
    public ParameterBuilder<T> Because(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Because, pen => pen.Localized(zh, en), file, line);

    /// <summary>What it is at a site.</summary>
    public ParameterBuilder<T> At(string site, T value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        AtSite(site, value, file, line);

    internal YamlMapping Node()
    {
        var said = _draft.Node();
        var pen = new Pen(said.Span.File, said.Span.Line, _draft.Findings);
        return _sites.Count == 0 ? said : said with { Entries = said.Entries.Add(pen.Entry(Keywords.PerSite, pen.Map(_sites))) };
    }

    private ParameterBuilder<T> AtSite(string site, T value, string file, int line)
    {
        var pen = new Pen(file, line, _draft.Findings);
        _sites.Add(pen.Entry(site, pen.Figure(value)));
        return this;
    }

    private ParameterBuilder<T> Say(Keyword key, Func<Pen, YamlNode> value, string file, int line)
    {
        _draft.Set(key, value, file, line);
        return this;
    }
}
