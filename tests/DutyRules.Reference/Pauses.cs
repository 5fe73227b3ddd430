using DutyRules.Norms;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Reference;

/// <summary>The clock of a window that stands still at times (W7).</summary>
internal sealed class Pauses
{
    private readonly IReadOnlyList<Stretch> _values;
    private readonly long _start;
    private readonly long _length;

    private Pauses(Partition partition, Instance instance, ISet<string> rules)
    {
        rules.Add("W7");
        var conditions = instance.Norm.Exceptions.OfType<PausesException>().Select(e => e.Condition).ToList();
        _start = instance.Start;
        _length = ((Offset)instance.Norm.Window.Closes.Anchor).By.Value.InTicks();
        _values = Stretch.Over(_start, Ticks.Forever, partition.InstantsIn(_start, Ticks.Forever), t =>
            conditions.Aggregate((bool?)false, (stands, condition) => Truths.Or(stands, partition.HoldsAt(condition, t, instance, rules))));
    }

    /// <summary>The clock of an instance; null if nothing stops it.</summary>
    public static Pauses? Of(Partition partition, Instance instance, ISet<string> rules) =>
        instance.Norm.Exceptions.OfType<PausesException>().Any() ? new Pauses(partition, instance, rules) : null;

    /// <summary>The least instant at which the clock has run for its time and does not stand; if what is known has none, an instant that is later than all that is known.</summary>
    public long Due
    {
        get
        {
            foreach (var stretch in _values.Where(s => s.Value != true))
            {
                var rest = _length - Running(stretch.From);
                if (rest < stretch.Length)
                    return stretch.From + Math.Max(0, rest);
            }

            return Ticks.Far;
        }
    }

    /// <summary>The window with the time for which the clock stands.</summary>
    public Opening Extend(Opening window) => To(window, Due);

    /// <summary>The window as it is printed when it is decided at an instant: as if the clock ran from then on.</summary>
    public Opening AsOf(Opening window, long decided) => To(window, decided + Math.Max(0, _length - Running(decided)));

    /// <summary>Whether it is unknown at some instant in <c>[from, to)</c> if the clock stands.</summary>
    public bool IsUnknownIn(long from, long to) => _values.Any(s => s.Value is null && s.From < to && from < s.To);

    /// <summary>For how long the clock ran before an instant.</summary>
    private long Running(long to) => _values.Where(s => s.Value != true).Sum(s => Math.Max(0, Math.Min(s.To, to) - s.From));

    private static Opening To(Opening window, long due) => new(window.Open, due + 1, due, true);
}
