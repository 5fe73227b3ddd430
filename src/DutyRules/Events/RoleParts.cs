namespace DutyRules.Events;

/// <summary>What roles are made of.</summary>
internal static class RoleParts
{
    /// <summary>A role, and those whose holders hold it too: included or acting.</summary>
    public static IEnumerable<Role> WithParts(this Role role)
    {
        var found = new List<Role> { role };
        for (int i = 0; i < found.Count; i++)
        {
            found.AddRange(found[i].Includes.Concat(found[i].Acting).Except(found).ToList());
        }

        return found;
    }
}
