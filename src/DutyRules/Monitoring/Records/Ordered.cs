namespace DutyRules.Monitoring.Records;

/// <summary>Searches what stands in order.</summary>
internal static class Ordered
{
    /// <summary>
    /// The least index for which <paramref name="reached"/> holds; <paramref name="count"/> if there is none. From there on it must hold for all.
    /// </summary>
    public static int First<TItems, TGoal>(int count, TItems items, TGoal goal, Func<TItems, int, TGoal, bool> reached)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (reached(items, middle, goal))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
