using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Feeds;

/// <summary>Where in a roster each of its columns stands, and what they are called there.</summary>
internal sealed class RosterColumns
{
    private static readonly ImmutableArray<ImmutableArray<string>> Spellings =
    [
        ["id", "班次"], ["person", "人员"], ["role", "岗位"], ["site", "网点"], ["start", "开始"], ["end", "结束"], ["kind", "类别"], ["issued", "发布时间"], ["status", "状态"],
    ];

    private readonly int[] _places = new int[Spellings.Length];

    private RosterColumns() => Array.Fill(_places, -1);

    /// <summary>The columns of a roster, in the order in which they are described.</summary>
    public enum Column
    {
        Id,
        Person,
        Role,
        Site,
        Start,
        End,
        Kind,
        Issued,
        Status,
    }

    /// <summary>The place of a column; -1: it is not there.</summary>
    public int this[Column column] => _places[(int)column];

    /// <summary>Finds the columns in the first row; null, reported, when one is missing or stands twice.</summary>
    public static RosterColumns? Find(Table table, string file, Vocabulary vocabulary, List<Diagnostic> problems)
    {
        var columns = new RosterColumns();
        for (var place = 0; place < table.Columns.Length; place++)
        {
            var name = table.Columns[place];
            var column = ColumnOf(name, vocabulary);
            if (column < 0)
            {
                // A spreadsheet likes to add empty columns; there is nothing to say about them.
                if (name.Length > 0)
                {
                    problems.Add(RosterDiagnostics.ExtraColumn.At(table.PlaceOf(place), name));
                }
            }
            else if (columns._places[column] >= 0)
            {
                problems.Add(FeedDiagnostics.RepeatedColumn.At(table.PlaceOf(place), name));
            }
            else
            {
                columns._places[column] = place;
            }
        }

        for (var column = Column.Id; column <= Column.Kind; column++)
        {
            if (columns[column] < 0)
            {
                problems.Add(RosterDiagnostics.MissingColumn.At(table.Row, Name(column), file));
            }
        }

        return problems.Exists(p => p.Severity == DiagnosticSeverity.Error) ? null : columns;
    }

    private static LocalizedText Name(Column column) => new(Spellings[(int)column][0], Spellings[(int)column][1]);

    private static int ColumnOf(string name, Vocabulary vocabulary)
    {
        for (var i = 0; i < Spellings.Length; i++)
        {
            if (Spellings[i].Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return name == vocabulary.PartitionField ? (int)Column.Site : -1;
    }
}
