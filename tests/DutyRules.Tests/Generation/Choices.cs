using CsCheck;

namespace DutyRules.Tests.Generation;

/// <summary>A reproducible source of choices: the same seed makes the same case on every machine.</summary>
internal sealed class Choices(ulong seed)
{
    private readonly PCG _random = new(1, seed);

    /// <summary>A whole number in <c>[0, below)</c>.</summary>
    public int Below(int below) => (int)_random.Next((uint)below);

    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(params IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>One of several makers, each called only if chosen.</summary>
    public T OneOf<T>(params IReadOnlyList<Func<T>> makers) => Pick(makers)();

    public IReadOnlyList<T> Shuffle<T>(IEnumerable<T> items)
    {
        var list = items.ToArray();
        for (var i = list.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }

        return list;
    }
}
