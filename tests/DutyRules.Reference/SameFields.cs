using DutyRules.Events;

namespace DutyRules.Reference;

/// <summary>Fields that must be equal (C1, F11).</summary>
internal static class SameFields
{
    /// <summary>Whether the fields of an event equal those of the same name in the trigger, or the thing of the instance. An absent field equals nothing (E9).</summary>
    public static bool HasSame(this Instance instance, Occurrence occurrence, IEnumerable<string> names, ISet<string> rules)
    {
        foreach (var name in names)
        {
            if (occurrence.Read(name) is not { } mine)
            {
                rules.Add("E9");
                return false;
            }

            if (instance.Trigger?.Type.FindField(name) is not null)
            {
                var its = instance.Trigger.Read(name);
                if (its is null)
                    rules.Add("E9");
                if (its != mine)
                    return false;
            }
            else if (ThingOf(instance, name) != mine.AsText)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The thing of the set of that name; the key has it beside the partition, the person and the case.</summary>
    private static string? ThingOf(Instance instance, string name) =>
        instance.Key.Skip(1).Where(part => part.Name == name && name != "person").Select(part => part.Value.AsText).FirstOrDefault();
}
