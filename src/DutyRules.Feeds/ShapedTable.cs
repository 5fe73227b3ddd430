using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Feeds;

/// <summary>The cells of a table's current row, by what their columns are about. Not thread safe.</summary>
internal sealed class ShapedTable<TColumn>
    where TColumn : struct, Enum
{
    private readonly Dictionary<TColumn, int> _places = [];

    private ShapedTable(Table table) => Table = table;

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>True when the row says nothing at all: spreadsheets like to leave such rows at the end.</summary>
    public bool IsBlank => Enumerable.Range(0, Table.Columns.Length).All(i => Table[i].Length == 0);

    /// <summary>The text of a cell; empty when there is no such column.</summary>
    public string this[TColumn column] => _places.TryGetValue(column, out var place) ? Table[place] : "";

    /// <summary>Finds the columns in the first row; null, reported, when one is missing or stands twice.</summary>
    public static ShapedTable<TColumn>? Find(Table table, string file, TableShape<TColumn> shape, Vocabulary vocabulary, List<Diagnostic> problems)
    {
        var cells = new ShapedTable<TColumn>(table);
        for (var place = 0; place < table.Columns.Length; place++)
        {
            var name = table.Columns[place];
            if (shape.Find(name, vocabulary) is { } column)
            {
                if (!cells._places.TryAdd(column, place))
                {
                    problems.Add(FeedDiagnostics.RepeatedColumn.At(table.PlaceOf(place), name));
                }
            }
            else if (name.Length > 0)
            {
                // A spreadsheet likes to add empty columns; there is nothing to say about them.
                problems.Add(shape.Extra.At(table.PlaceOf(place), name));
            }
        }

        foreach (var (column, name) in shape.Names.Take(shape.Needed))
        {
            if (!cells.Has(column))
            {
                problems.Add(shape.Missing.At(table.Row, name, file));
            }
        }

        return problems.Exists(p => p.Severity == DiagnosticSeverity.Error) ? null : cells;
    }

    /// <summary>True when the table has the column.</summary>
    public bool Has(TColumn column) => _places.ContainsKey(column);

    /// <summary>Where a column stands that the table has.</summary>
    public int IndexOf(TColumn column) => _places[column];

    /// <summary>The place of a cell of a column that the table has.</summary>
    public SourceSpan PlaceOf(TColumn column) => Table.PlaceOf(_places[column]);

    /// <summary>The text of a cell; null, reported, when it is empty.</summary>
    public string? Needed(TColumn column, List<Diagnostic> problems)
    {
        var text = this[column];
        if (text.Length > 0)
        {
            return text;
        }

        problems.Add(RosterDiagnostics.EmptyCell.At(PlaceOf(column), Table.Columns[_places[column]]));
        return null;
    }

    /// <summary>The name of what a cell names or calls by its title; null, reported, when it is not declared.</summary>
    public string? Declared(TColumn column, DiagnosticDescriptor unknown, List<(string Name, LocalizedText Title)> names, List<Diagnostic> problems)
    {
        var text = Needed(column, problems);
        if (text is null || names.Exists(n => n.Name == text))
        {
            return text;
        }

        // People write what a thing is called.
        if (names.Find(n => n.Title.En == text || n.Title.Zh == text).Name is { } titled)
        {
            return titled;
        }

        problems.Add(unknown.At(PlaceOf(column), text) with { Help = ClosestWord.Help(text, names.Select(n => n.Name)) });
        return null;
    }
}
