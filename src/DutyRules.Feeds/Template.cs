using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using DutyRules.Diagnostics;

namespace DutyRules.Feeds;

/// <summary>A text with columns in braces: <c>{line}/{call_id}</c>.</summary>
/// <param name="Parts">Its parts in order.</param>
internal sealed record Template(ImmutableArray<Template.Part> Parts)
{
    /// <summary>A constant text, or the name of a column and its place in the feed file.</summary>
    internal readonly record struct Part(string Text, bool IsColumn, SourceSpan Span);

    /// <summary>The columns it reads.</summary>
    public IEnumerable<Part> Columns => Parts.Where(p => p.IsColumn);

    /// <summary>True when it is the same for every row.</summary>
    public bool IsConstant => !Parts.Any(p => p.IsColumn);

    /// <summary>Reads a template; null when its braces do not fit together.</summary>
    public static Template? Parse(string text, SourceSpan start)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var constant = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && i + 1 < text.Length && text[i + 1] == text[i])
            {
                constant.Append(text[i++]);
            }
            else if (text[i] == '{')
            {
                var end = text.IndexOf('}', i);
                if (end < 0 || text.AsSpan(i + 1, end - i - 1).IsWhiteSpace())
                {
                    return null;
                }

                Flush();
                parts.Add(new Part(text[(i + 1)..end].Trim(), true, start.Part(i + 1, end - i - 1)));
                i = end;
            }
            else if (text[i] == '}')
            {
                return null;
            }
            else
            {
                constant.Append(text[i]);
            }
        }

        Flush();
        return new Template(parts.ToImmutable());

        void Flush()
        {
            if (constant.Length > 0)
            {
                parts.Add(new Part(constant.ToString(), false, start));
                constant.Clear();
            }
        }
    }

    /// <summary>The text for the current row of a table, in UTF-8. Valid until the next row, cell or template is asked for.</summary>
    public ReadOnlySpan<byte> Fill(Table table)
    {
        if (Parts is [{ IsColumn: true } column])
        {
            return table.Cell(table.Index[column.Text]);
        }

        var filled = table.Filled;
        filled.ResetWrittenCount();
        foreach (var part in Parts)
        {
            if (part.IsColumn)
            {
                filled.Write(table.Cell(table.Index[part.Text]));
            }
            else
            {
                Encoding.UTF8.GetBytes(part.Text, filled);
            }
        }

        return filled.WrittenSpan;
    }

    /// <summary>The place of the first column it reads, or else of the row.</summary>
    public SourceSpan PlaceIn(Table table) =>
        Columns.FirstOrDefault() is { Text: { } column } ? table.PlaceOf(table.Index[column]) : table.Row;
}
