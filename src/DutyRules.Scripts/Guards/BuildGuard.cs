using System.ComponentModel;

namespace DutyRules.Scripts.Guards;

/// <summary>Where a script is stopped. Calls of these are put into a script when it is compiled; it cannot call them itself.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BuildGuard
{
    /// <summary>What a script cannot call anything of its own.</summary>
    internal const string Name = nameof(BuildGuard);

    /// <inheritdoc cref="Name" />
    internal const string Suffix = nameof(__Counted);

    /// <summary>At the beginning of a function or a round of a loop.</summary>
    public static void Step() => Budget.Current.Spend();

    /// <summary>The same where only an expression can stand.</summary>
    public static bool Pass()
    {
        Step();
        return true;
    }

    /// <summary>A number of elements that is asked for.</summary>
    public static int Size(int elements) => (int)Size((long)elements);

    /// <inheritdoc cref="Size(int)" />
    public static uint Size(uint elements) => (uint)Size((long)elements);

    /// <inheritdoc cref="Size(int)" />
    public static ulong Size(ulong elements) => (ulong)Size((long)Math.Min(elements, long.MaxValue));

    /// <inheritdoc cref="Size(int)" />
    public static long Size(long elements)
    {
        Budget.Current.Check(elements);
        return elements;
    }

    /// <summary>A sequence each element of which is a step.</summary>
    public static IEnumerable<T> __Counted<T>(this IEnumerable<T> elements)
    {
        Step();
        foreach (var element in elements)
        {
            Step();
            yield return element;
        }
    }
}
