using DutyRules.Events;

namespace DutyRules.Missing;

/// <summary>What collections can do on .NET 10 and not here.</summary>
internal static class CollectionExtensions
{
    extension(Array)
    {
        public static void Fill<T>(T[] items, T value)
        {
            for (var i = 0; i < items.Length; i++)
            {
                items[i] = value;
            }
        }
    }

    public static bool Contains(this ReadOnlySpan<ValueKind> kinds, ValueKind kind)
    {
        foreach (var each in kinds)
        {
            if (each == kind)
            {
                return true;
            }
        }

        return false;
    }
}
