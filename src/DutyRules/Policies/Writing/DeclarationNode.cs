using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Writing;

/// <summary>Writes what a vocabulary declares, and a policy for itself: parameters, tables, states, definitions.</summary>
internal sealed class DeclarationNode(Ground ground)
{
    private readonly Speech _speech = ground.Speech;
    private readonly ValueNode _values = new(ground.Speech);

    /// <summary>A section, if there is anything in it.</summary>
    public IEnumerable<YamlEntry> Section(Keyword key, IEnumerable<YamlEntry> entries) => entries.ToList() is { Count: > 0 } all ? [_speech.Entry(key, _speech.Map(all))] : [];

    /// <summary>The sections of what is declared.</summary>
    public IEnumerable<YamlEntry> Sections(Declared declared) =>
    [
        .. Section(Keywords.Tables, declared.Tables.Select(t => Named(t.Name, Table(t)))),
        .. Section(Keywords.States, declared.States.Select(s => Named(s.Name, new StateNode(ground).Of(s)))),
        .. Section(Keywords.Definitions, [.. declared.Derived.Select(d => Named(d.Type.Name, Counts(d))), .. declared.Definitions.Select(d => Named(d.Name, Means(d)))]),
    ];

    public YamlEntry Named(string name, YamlNode node) => _speech.Entry(_speech.Text(name), node);

    /// <summary>A parameter.</summary>
    /// <param name="parameter">The parameter, with the figures to be written.</param>
    /// <param name="known">The same in the vocabulary, if it is written in a policy; null: it is new.</param>
    public YamlNode Parameter(Parameter parameter, Parameter? known = null)
    {
        var value = parameter is { IsOpen: false, Value: { } figure } ? _values.Of(figure) : null;
        return known is not null && value is not null && !parameter.IsDefault && parameter.PerSite.IsEmpty && parameter.Because == known.Because
            ? value
            : _speech.Map(
            [
                .. known is null ? new[] { _speech.Entry(Keywords.Is, _values.Type(parameter.Type)) } : [],
                .. value is null ? [] : new[] { _speech.Entry(parameter.IsDefault ? Keywords.Default : Keywords.Value, value) },
                .. Section(Keywords.PerSite, parameter.PerSite.Select(p => Named(p.Key, _values.Of(p.Value)))),
                .. _speech.Localized(Keywords.Because, parameter.Because == known?.Because ? null : parameter.Because),
            ]);
    }

    private YamlMapping Counts(CountsAs counts) =>
        _speech.Map([.. _speech.Title(counts.Type.Title, counts.Type.Name), _speech.Entry(Keywords.Counts, _speech.OneOrList(counts.Sources.Select(s => ground.Source(s))))]);

    private YamlMapping Means(Definition definition) =>
        _speech.Map([.. _speech.Title(definition.Title, definition.Name), _speech.Entry(Keywords.Means, ground.Means(definition))]);

    private YamlMapping Table(Table table) => _speech.Map(
    [
        .. _speech.Title(table.Title, table.Name),
        _speech.Entry(Keywords.Of, table.Keys.Length == 1 ? _values.Type(table.Keys[0]) : _speech.List(table.Keys.Select(_values.Type))),
        _speech.Entry(Keywords.Is, table.IsShare ? _speech.Phrase(Keywords.Share) : _values.Type(table.Type)),
        _speech.Entry(Keywords.Rows, Rows(table, table.Rows, 0)),
    ]);

    // The rows of a table of two keys stand within the rows of the first.
    private YamlMapping Rows(Table table, IEnumerable<TableRow> rows, int depth) => _speech.Map(rows.GroupBy(r => r.Cells[depth]).Select(g => _speech.Entry(
        Cell(g.Key), depth + 1 < table.Keys.Length ? Rows(table, g, depth + 1) : Figure(table, g.First().Value))));

    private YamlScalar Figure(Table table, Value? value) =>
        value is not { } figure ? _speech.Phrase("") : table.IsShare ? _speech.Phrase(_speech.Share(figure.AsNumber)) : _values.Of(figure);

    private YamlScalar Cell(TableCell cell)
    {
        string Low(Keyword inclusive, Keyword exclusive) => $"{_speech.Word(cell.FromInclusive ? inclusive : exclusive)} {_values.Of(cell.From!.Value).Text}";
        string High(Keyword inclusive, Keyword exclusive) => $"{_speech.Word(cell.ToInclusive ? inclusive : exclusive)} {_values.Of(cell.To!.Value).Text}";
        return (cell.From, cell.To) switch
        {
            ({ } low, { } high) when low == high => _values.Of(low),
            ({ } low, { } high) when cell.FromInclusive && cell.ToInclusive => _speech.Phrase($"{_values.Of(low).Text} {_speech.Word(Keywords.To)} {_values.Of(high).Text}"),
            ({ }, { }) => _speech.Phrase($"{Low(Keywords.AtLeast, Keywords.MoreThan)} {_speech.Say("and", "且")} {High(Keywords.AtMost, Keywords.LessThan)}"),
            ({ }, null) => _speech.Phrase(Low(Keywords.AtLeast, Keywords.MoreThan)),
            (null, { }) => _speech.Phrase(High(Keywords.AtMost, Keywords.LessThan)),
            _ => throw new UnsayableException(new LocalizedText("a row for every key", "适用于一切键的档")),
        };
    }
}
