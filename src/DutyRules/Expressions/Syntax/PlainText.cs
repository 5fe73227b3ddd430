namespace DutyRules.Expressions.Syntax;

/// <summary>The half-width twins of the characters that Chinese input methods type in their place.</summary>
internal static class PlainText
{
    /// <summary>The text with every full-width character replaced, one for one, so that offsets stay.</summary>
    public static string Of(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = Of(source[i]);
        }
    });

    private static char Of(char c) => c switch
    {
        // The block of full-width forms repeats ASCII at a fixed distance.
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' or '\u00A0' => ' ',
        '“' or '”' or '„' or '「' or '」' => '"',
        '‘' or '’' => '\'',
        '。' => '.',
        '、' => ',',
        '×' => '*',
        '÷' => '/',
        '−' or '–' or '—' => '-',
        '【' => '(',
        '】' => ')',
        _ => c,
    };
}
