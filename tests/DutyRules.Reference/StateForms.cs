using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Reference;

/// <summary>What changes a state although nothing happens.</summary>
internal static class StateForms
{
    extension(StateDefinition state)
    {
        /// <summary>It begins anew with each of these (S12).</summary>
        public CalendarUnit? BeginsAnewWith => state switch { CountState count => count.Per, SumState sum => sum.Per, _ => null };

        /// <summary>Only events of so long back count (S13).</summary>
        public Duration? RollsOver => state switch { CountState count => count.Over, SumState sum => sum.Over, _ => null };

        /// <summary>So long after an event it may change by itself: its last sample is too old (S5), it was on for its time (S10), or the event does not count any more (S13).</summary>
        public Duration? RunsOut => state switch { LatestState latest => latest.StaleAfter, SwitchState timed => timed.OnFor, _ => state.RollsOver };
    }

    /// <summary>The instants at which some state may change by itself, up to an end.</summary>
    public static IEnumerable<long> InstantsOfChange(Vocabulary vocabulary, IReadOnlyList<Occurrence> occurrences, long from, long to, WorkTime work)
    {
        foreach (var state in vocabulary.States.Where(state => state.RunsOut is not null))
        {
            foreach (var occurrence in occurrences.Where(o => state.Sources.Any(source => source.Type == o.Type)))
                yield return occurrence.Time + state.RunsOut!.Value.InTicks();
        }

        foreach (var begin in vocabulary.States.Select(state => state.BeginsAnewWith).OfType<CalendarUnit>().Distinct()
            .SelectMany(unit => Periods.Beginning(unit, from, to, work)))
        {
            yield return begin.From;
        }
    }
}
