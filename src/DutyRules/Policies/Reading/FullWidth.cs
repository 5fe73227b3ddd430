namespace DutyRules.Policies.Reading;

/// <summary>Chinese input methods write digits, colons and commas in a wide form. They mean the same.</summary>
internal static class FullWidth
{
    /// <summary>The text with wide forms replaced by ordinary ones, character by character: places stay the same.</summary>
    public static string ToAscii(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (int i = 0; i < from.Length; i++)
        {
            to[i] = ToAscii(from[i]);
        }
    });

    /// <summary>The same, but for what stands between double quotes, which is meant as written.</summary>
    public static string ToAsciiOutsideQuotes(string text)
    {
        char[] result = text.ToCharArray();
        bool quoted = false;
        for (int i = 0; i < result.Length; i++)
        {
            if (result[i] == '"' && (i == 0 || result[i - 1] != '\\'))
            {
                quoted = !quoted;
            }
            else if (!quoted)
            {
                result[i] = ToAscii(result[i]);
            }
        }

        return new string(result);
    }

    private static char ToAscii(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' or '\u00A0' => ' ',
        '、' => ',',
        _ => c,
    };
}
