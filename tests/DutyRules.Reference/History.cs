using DutyRules.Events;

namespace DutyRules.Reference;

/// <summary>What happened, as far as the records tell (E2).</summary>
internal static class History
{
    /// <summary>Of each id the record with the greatest (rev, withdrawn, canonical text); a withdrawn winner is no event (E2).</summary>
    public static IReadOnlyList<EventRecord> Resolve(IEnumerable<EventRecord> records) =>
        [.. records.GroupBy(record => record.Id).Select(Winner).Where(winner => !winner.Withdrawn)];

    /// <summary>The one record of an id that counts.</summary>
    public static EventRecord Winner(IEnumerable<EventRecord> recordsOfOneId) =>
        recordsOfOneId.Aggregate((best, next) => Compare(next, best) > 0 ? next : best);

    /// <summary>Compares two records of one id: which of them is to be believed.</summary>
    public static int Compare(EventRecord left, EventRecord right) =>
        left.Revision != right.Revision ? left.Revision.CompareTo(right.Revision)
        : left.Withdrawn != right.Withdrawn ? left.Withdrawn.CompareTo(right.Withdrawn)
        : string.CompareOrdinal(left.CanonicalText(), right.CanonicalText());

    /// <summary>The partition a record belongs to.</summary>
    public static string PartitionOf(this Vocabulary vocabulary, EventRecord record) =>
        record[record.Type.FindField(vocabulary.PartitionField)!]!.Value.AsText;
}
