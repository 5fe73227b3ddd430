namespace DutyRules.Events;

/// <summary>The names that every event has, whatever its type.</summary>
internal static class ReservedNames
{
    public static IReadOnlyList<string> All { get; } = ["id", "type", "at", "until", "rev", "withdrawn", "was", "seq"];

    public static bool Contains(string name) =>
        name is "id" or "type" or "at" or "until" or "rev" or "withdrawn" or "was" or "seq";
}
