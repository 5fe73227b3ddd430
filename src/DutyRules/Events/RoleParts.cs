namespace DutyRules.Events;

/// <summary>What roles are made of.</summary>
internal static class RoleParts
{
    /// <summary>A role, and those whose holders hold it too: included or acting.</summary>
    public static IEnumerable<Role> WithParts(this Role role) => role.Includes.Concat(role.Acting).SelectMany(WithParts).Prepend(role).Distinct();
}
