using DutyRules.Diagnostics;

namespace DutyRules.Calendars;

/// <summary>A line of an iCalendar, unfolded, and where it begins in the file.</summary>
internal readonly record struct IcsLine(string File, int Number, string Text)
{
    /// <summary>The name of the property, in capitals.</summary>
    public string Name => Text[..Math.Max(0, NameLength)].ToUpperInvariant();

    /// <summary>What stands after the colon, with its escapes.</summary>
    public string Value => Text[Math.Min(Text.Length, ValueStart)..];

    /// <summary>Where the value begins in <see cref="Text"/>: after the first colon outside quotes.</summary>
    public int ValueStart
    {
        get
        {
            var quoted = false;
            for (var i = 0; i < Text.Length; i++)
            {
                quoted ^= Text[i] == '"';
                if (Text[i] == ':' && !quoted)
                {
                    return i + 1;
                }
            }

            return Text.Length;
        }
    }

    /// <summary>The value of a parameter, without quotes; null when it is not there.</summary>
    public string? Parameter(string name)
    {
        var parts = Text[..Math.Max(0, ValueStart - 1)].Split(';').Skip(1);
        return parts.FirstOrDefault(part => part.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim('"');
    }

    /// <summary>The line; where it is folded, its first part.</summary>
    public SourceSpan Span => new(File, Number, 1, Number, Math.Max(2, Math.Min(Text.Length, 75) + 1));

    private int NameLength => Text.AsSpan().IndexOfAny(':', ';');
}
