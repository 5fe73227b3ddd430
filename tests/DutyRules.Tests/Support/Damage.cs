using CsCheck;

namespace DutyRules.Tests.Support;

/// <summary>One character of a text replaced, inserted, left out or said twice.</summary>
internal sealed record Damage(int Kind, int Where, char What)
{
    public static Gen<Damage> Any { get; } = Gen.Select(
        Gen.Int[0, 3], Gen.Int[0, 1_000], Gen.OneOf<char>(Gen.Char['0', '9'], Gen.OneOf('-', '+', ':', '.', ',', '/', ' ', 'T', 't', 'Z', 'z', '\0', '年', '０', '−')),
        (kind, where, what) => new Damage(kind, where, what));

    /// <summary>The text with the damage done to it.</summary>
    public string Done(string text)
    {
        var at = Where % (text.Length + 1);
        var rest = Math.Min(at + 1, text.Length);
        return Kind switch
        {
            0 => text[..at] + What + text[rest..],
            1 => text[..at] + What + text[at..],
            2 => text[..at] + text[rest..],
            _ => text[..rest] + text[at..],
        };
    }
}
