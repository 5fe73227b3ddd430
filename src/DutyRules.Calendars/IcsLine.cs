using System.Collections.Immutable;
using DutyRules.Diagnostics;

namespace DutyRules.Calendars;

/// <summary>A line of an iCalendar, unfolded, and where it begins in the file.</summary>
internal readonly record struct IcsLine(string File, int Number, string Text)
{
    // Where the text goes on on further lines, each after one blank.
    private ImmutableArray<(int From, int Number)> Folds { get; init; } = [];

    /// <summary>The name of the property, in capitals.</summary>
    public string Name => Text[..Math.Max(0, NameLength)].ToUpperInvariant();

    /// <summary>What stands after the colon, with its escapes.</summary>
    public string Value => Text[Math.Min(Text.Length, ValueStart)..];

    /// <summary>Where the value begins in <see cref="Text"/>: after the first colon outside quotes.</summary>
    public int ValueStart => Math.Min(Text.Length, Find(':', 0) + 1);

    /// <summary>The value of a parameter, without quotes; null when it is not there.</summary>
    public string? Parameter(string name)
    {
        var end = Find(':', 0);
        for (var at = Find(';', 0); at < end; at = Find(';', at + 1))
        {
            var part = Text[(at + 1)..Math.Min(end, Find(';', at + 1))];
            if (part.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
            {
                return part[(name.Length + 1)..].Trim().Trim('"');
            }
        }

        return null;
    }

    /// <summary>The line; where it is folded, its first part.</summary>
    public SourceSpan Span => SpanOf(0, Folds is [var (from, _), ..] ? from : Text.Length);

    /// <summary>The line, going on on another one.</summary>
    public IcsLine Folded(int number, string text) => this with { Text = Text + text, Folds = [.. Folds, (Text.Length, number)] };

    /// <summary>Where a part of the text stands in the file.</summary>
    public SourceSpan SpanOf(int start, int end)
    {
        var (line, column) = PlaceOf(start, Folds.LastOrDefault(f => f.From <= start));
        var (endLine, endColumn) = PlaceOf(end, Folds.LastOrDefault(f => f.From < end));
        return new SourceSpan(File, line, column, endLine, endColumn);
    }

    private (int Line, int Column) PlaceOf(int offset, (int From, int Number) fold) => fold.Number == 0 ? (Number, offset + 1) : (fold.Number, offset - fold.From + 2);

    // Signs in quotes are text. What is not there is at the end.
    private int Find(char sign, int from)
    {
        var quoted = false;
        for (var i = from; i < Text.Length; i++)
        {
            quoted ^= Text[i] == '"';
            if (Text[i] == sign && !quoted)
            {
                return i;
            }
        }

        return Text.Length;
    }

    private int NameLength => Text.AsSpan().IndexOfAny(':', ';');
}
