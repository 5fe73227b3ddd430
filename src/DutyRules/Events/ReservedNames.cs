namespace DutyRules.Events;

/// <summary>The names that every event has, whatever its type.</summary>
internal static class ReservedNames
{
    public static IReadOnlyList<string> All { get; } = ["id", "type", "at", "until", "rev", "withdrawn", "was", "seq"];

    public static bool Contains(string name) => IndexOf(name) >= 0;

    /// <summary>The place of a name among them; -1 when it is another.</summary>
    public static int IndexOf(string name) => name switch
    {
        "id" => 0,
        "type" => 1,
        "at" => 2,
        "until" => 3,
        "rev" => 4,
        "withdrawn" => 5,
        "was" => 6,
        "seq" => 7,
        _ => -1,
    };
}
