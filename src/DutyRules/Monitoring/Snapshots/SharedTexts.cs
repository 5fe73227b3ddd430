namespace DutyRules.Monitoring.Snapshots;

/// <summary>The texts that a snapshot held lately, by place, so that each is written once and not once per event. As many as there are places, however long the snapshot is.</summary>
internal sealed class SharedTexts
{
    private const int Places = 1 << 12;

    private readonly string?[] _texts = new string?[Places];

    /// <summary>The text of a place.</summary>
    public string? this[int place]
    {
        get => _texts[place];
        set => _texts[place] = value;
    }

    /// <summary>The place of a text: the same in every process.</summary>
    public static int PlaceOf(string text)
    {
        var hash = 0u;
        foreach (var character in text)
        {
            hash = (hash * 31) + character;
        }

        return (int)((hash ^ (hash >> 16)) & (Places - 1));
    }
}
