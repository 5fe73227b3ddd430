using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using CsvHelper;
using DutyRules.Diagnostics;

namespace DutyRules.Feeds;

/// <summary>A CSV file, read row by row. Its first row names the columns. Not thread safe.</summary>
internal sealed class Table : IDisposable
{
    // A quotation mark that is never closed must not swallow the rest of a large file.
    private const int LongestRow = 1_000_000;

    private readonly CsvReader _rows;
    private readonly string _name;
    private bool _malformed;
    private bool _ended;

    /// <param name="stream">The file; left open.</param>
    /// <param name="name">Its name, as diagnostics print it.</param>
    /// <param name="separator">What stands between cells; null: found out from the first lines.</param>
    /// <param name="encoding">Its encoding; null: UTF-8, or what a byte order mark says.</param>
    public Table(Stream stream, string name, char? separator = null, Encoding? encoding = null)
    {
        _name = name;
        _rows = CsvReader.Create(
            stream,
            CsvReaderOptions.Default with
            {
                HasHeader = false,
                Separator = separator,
                Encoding = encoding,
                TrackLineNumbers = true,
                MaxRecordSize = LongestRow,
                OnMalformedRecord = _ => _malformed = true,
            },
            leaveOpen: true);
        var unreadable = default(Diagnostic);
        Columns = Next(ref unreadable) && unreadable is null
            ? [.. Enumerable.Range(0, _rows.FieldCount).Select(i => _rows.GetString(i).Trim())]
            : [];
        Problems = unreadable is not null ? [unreadable]
            : Columns.IsEmpty ? [FeedDiagnostics.NoHeader.At(Row)]
            : [.. Columns.Select((c, i) => (c, i)).Where(p => Columns.IndexOf(p.c) < p.i).Select(p => FeedDiagnostics.RepeatedColumn.At(PlaceOf(p.i), p.c))];
        Index = Columns.Select((c, i) => (c, i)).DistinctBy(p => p.c).ToFrozenDictionary(p => p.c, p => p.i);
    }

    /// <summary>The names of the columns.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>The place of each column.</summary>
    public FrozenDictionary<string, int> Index { get; }

    /// <summary>What is wrong with the first row. If anything is, no row is read.</summary>
    public ImmutableArray<Diagnostic> Problems { get; }

    /// <summary>The line on which the current row begins.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The place of the whole current row: its beginning, since rows can be very long.</summary>
    public SourceSpan Row => new(_name, Line, 1, Line, 2);

    /// <summary>The current row's text in a column, without the blanks around it.</summary>
    public string this[int column] => Encoding.UTF8.GetString(Cell(column));

    /// <summary>The same text in UTF-8. Valid until the next row or cell is asked for.</summary>
    public ReadOnlySpan<byte> Cell(int column)
    {
        var cell = _rows.GetSpan(column);
        while (Rune.DecodeFromUtf8(cell, out var first, out var length) == OperationStatus.Done && Rune.IsWhiteSpace(first))
        {
            cell = cell[length..];
        }

        while (Rune.DecodeLastFromUtf8(cell, out var last, out var length) == OperationStatus.Done && Rune.IsWhiteSpace(last))
        {
            cell = cell[..^length];
        }

        return cell;
    }

    /// <summary>Room for the text of a template.</summary>
    public ArrayBufferWriter<byte> Filled { get; } = new();

    /// <summary>Goes to the next row. False at the end.</summary>
    /// <param name="problem">What makes the row unreadable, if anything does.</param>
    public bool Read(out Diagnostic? problem)
    {
        problem = null;
        do
        {
            if (!Next(ref problem))
            {
                return false;
            }
        }
        while (problem is null && _rows.FieldCount == 1 && this[0].Length == 0);

        if (problem is null && _rows.FieldCount != Columns.Length)
        {
            problem = FeedDiagnostics.WrongCellCount.At(Row, _rows.FieldCount, Columns.Length);
        }

        return true;
    }

    /// <summary>The place of a cell of the current row. Worked out only when something is wrong with it.</summary>
    public SourceSpan PlaceOf(int column)
    {
        var cell = _rows.GetRawSpan(column);
        var before = _rows.RawRecord[..StartOf(column)];
        var (line, begins) = After(before, Line, 1);
        var (endLine, ends) = After(cell, line, begins);
        return new SourceSpan(_name, line, begins, endLine, Math.Max(ends, endLine == line ? begins + 1 : 1));
    }

    // Where text ends that begins at a place. A cell in quotes may go on over lines.
    private static (int Line, int Column) After(ReadOnlySpan<byte> text, int line, int column)
    {
        var breaks = text.Count((byte)'\n') + text.Count((byte)'\r') - text.Count("\r\n"u8);
        var last = text[(text.LastIndexOfAny((byte)'\n', (byte)'\r') + 1)..];
        return (line + breaks, (breaks == 0 ? column : 1) + Encoding.UTF8.GetCharCount(last));
    }

    // An empty cell has no place in memory: it is found from the cell before it.
    private int StartOf(int column)
    {
        var separators = 0;
        for (; column >= 0; column--, separators++)
        {
            if (_rows.RawRecord.Overlaps(_rows.GetRawSpan(column), out var start))
            {
                return separators == 0 ? start : start + _rows.GetRawSpan(column).Length + separators;
            }
        }

        return separators - 1;
    }

    public void Dispose() => _rows.Dispose();

    private bool Next(ref Diagnostic? problem)
    {
        _malformed = false;
        try
        {
            if (_ended || !_rows.Read())
            {
                return false;
            }

            Line = (int)Math.Min(_rows.LineNumber, int.MaxValue);
        }
        catch (CsvFormatException exception)
        {
            _ended = true;
            Line = (int)Math.Clamp(exception.LineNumber, Line, int.MaxValue);
            _malformed = true;
        }

        problem = _malformed ? FeedDiagnostics.BadQuotes.At(Row)
            : Utf8.IsValid(_rows.RawRecord) ? null
            : FeedDiagnostics.NotText.At(Row);
        return true;
    }
}
