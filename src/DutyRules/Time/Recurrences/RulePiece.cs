namespace DutyRules.Time.Recurrences;

/// <summary>A piece of the text of a rule, which knows where it stands.</summary>
internal readonly record struct RulePiece(string Rule, int Start, int Length)
{
    /// <summary>What is written.</summary>
    public string Text => Rule.Substring(Start, Length);

    /// <summary>The piece without blanks around it.</summary>
    public RulePiece Trimmed
    {
        get
        {
            var (start, end) = (Start, Start + Length);
            while (start < end && char.IsWhiteSpace(Rule[start]))
            {
                start++;
            }

            while (end > start && char.IsWhiteSpace(Rule[end - 1]))
            {
                end--;
            }

            return new RulePiece(Rule, start, end - start);
        }
    }

    /// <summary>What stands from <paramref name="offset"/> on.</summary>
    public RulePiece From(int offset) => new(Rule, Start + offset, Length - offset);

    /// <summary>What stands before <paramref name="offset"/>.</summary>
    public RulePiece UpTo(int offset) => new(Rule, Start, offset);

    /// <summary>The pieces between the separators, each without blanks around it.</summary>
    public IEnumerable<RulePiece> Split(char separator)
    {
        var rest = this;
        for (var at = rest.Text.IndexOf(separator); at >= 0; at = rest.Text.IndexOf(separator))
        {
            yield return rest.UpTo(at).Trimmed;
            rest = rest.From(at + 1);
        }

        yield return rest.Trimmed;
    }

    /// <summary>True when it reads like this; letters are compared without case, as iCalendar does.</summary>
    public bool Is(string text) => Text.Equals(text, StringComparison.OrdinalIgnoreCase);
}
