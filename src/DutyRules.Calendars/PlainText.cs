namespace DutyRules.Calendars;

/// <summary>Texts as an iCalendar can hold them: without control characters, so that no text can add a line of its own.</summary>
internal static class PlainText
{
    /// <summary>With line breaks and tabs, which are escaped when written.</summary>
    public static string Of(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Where(c => !char.IsControl(c) || c is '\n' or '\t'));

    /// <summary>On one line: breaks and tabs become blanks.</summary>
    public static string OneLine(string text) => string.Concat(Of(text).Select(c => c is '\n' or '\t' ? ' ' : c)).Trim();
}
