using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Monitoring.Instances;
using NodaTime;

namespace DutyRules.Monitoring.Records;

/// <summary>Decides which records become part of the history, and counts all of them (rules E3, E4, T10).</summary>
internal sealed class Admission(Vocabulary vocabulary, MonitorOptions options)
{
    private readonly HashSet<EventType> _types = [.. vocabulary.Events];
    private readonly TypeTable<RecordShape> _shapes = RecordShape.OfTypes(vocabulary);
    private readonly SortedDictionary<string, long> _refused = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _warned = new(StringComparer.Ordinal);
    private long _accepted;
    private long _repeated;

    public MonitorCounts Counts => new()
    {
        Accepted = _accepted,
        Repeated = _repeated,
        Refused = new Dictionary<string, long>(_refused),
        Warned = new Dictionary<string, long>(_warned),
    };

    /// <summary>The shape of a record that there is nothing to say about but what it says itself; null if it is to be looked at closely.</summary>
    public RecordShape? PlainShapeOf(EventRecord record) => _shapes.Find(record.Type) is { } shape && shape.Fits(record) ? shape : null;

    /// <summary>The shape of plain records of a type; null if every one is to be looked at closely.</summary>
    public RecordShape? ShapeOf(EventType type) => _shapes.Find(type);

    /// <summary>Counts records that were taken, with nothing to say about them.</summary>
    public void CountAccepted(int count) => _accepted += count;

    /// <summary>Why a record cannot be taken, or null.</summary>
    public Diagnostic? Refuses(EventRecord record, long start, long now, long watermark)
    {
        if (!_types.Contains(record.Type))
        {
            return AdmissionDiagnostics.UnknownType.At(SourceSpan.None, record.Id, record.Type.Name);
        }

        if (record.Type.Origin != EventOrigin.Recorded)
        {
            return AdmissionDiagnostics.NotRecorded.At(SourceSpan.None, record.Id, record.Type.Name);
        }

        if (record.Sequence >= Place.FirstOutcome)
        {
            return AdmissionDiagnostics.SequenceTooGreat.At(SourceSpan.None, record.Id, record.Sequence, Place.FirstOutcome);
        }

        return MisfitOf(record) ?? UntimelinessOf(record, start, now, watermark);
    }

    public Observation Refuse(Diagnostic reason)
    {
        Add(_refused, reason.Id);
        return new Observation(ObservationStatus.Refused, reason);
    }

    public Observation Answer(EventRecord record, RecordEffect effect, PartitionMonitor partition, bool strict)
    {
        switch (effect)
        {
            case RecordEffect.OtherType:
                return Refuse(AdmissionDiagnostics.OtherType.At(SourceSpan.None, record.Id));
            case RecordEffect.TooLate:
                return Refuse(AdmissionDiagnostics.TooLate.At(SourceSpan.None, record.Id, record.Time, record.Type.Name, ""));
            case RecordEffect.KnownInConflict when strict:
                return Refuse(AdmissionDiagnostics.Conflict.At(SourceSpan.None, record.Id, record.Revision));
        }

        Diagnostic? warning = effect is RecordEffect.TakenInConflict or RecordEffect.KnownInConflict
            ? AdmissionDiagnostics.Conflict.At(SourceSpan.None, record.Id, record.Revision)
            : null;
        if (effect is RecordEffect.Known or RecordEffect.KnownInConflict)
        {
            _repeated++;
            return Warn(ObservationStatus.Repeated, warning);
        }

        _accepted++;
        return Warn(
            ObservationStatus.Accepted,
            warning ?? (partition.IsDeclared ? StrangeThing(record, partition.Name) : AdmissionDiagnostics.UndeclaredSite.At(SourceSpan.None, record.Id, partition.Name)));
    }

    /// <summary>Says that a record speaks of a thing that its site does not have; null if it does not.</summary>
    public Diagnostic? StrangeThing(EventRecord record, string site)
    {
        foreach (var things in vocabulary.Sets)
        {
            if (record.Type.FindField(things.Name) is { Type.Kind: ValueKind.Text } field && record[field] is { } thing && !things.Of(site).Contains(thing.AsText))
            {
                return AdmissionDiagnostics.UndeclaredThing.At(SourceSpan.None, record.Id, thing.AsText, things.Name, site);
            }
        }

        return null;
    }

    public void CountTimeGoingBack() => Add(_warned, AdmissionDiagnostics.TimeGoesBack.Id);

    /// <summary>Goes on counting from there.</summary>
    public void Restore(MonitorCounts counts)
    {
        (_accepted, _repeated) = (counts.Accepted, counts.Repeated);
        foreach (var (id, count) in counts.Refused)
        {
            _refused.Add(id, count);
        }

        foreach (var (id, count) in counts.Warned)
        {
            _warned.Add(id, count);
        }
    }

    private Observation Warn(ObservationStatus status, Diagnostic? warning)
    {
        if (warning is not null)
        {
            Add(_warned, warning.Id);
        }

        return new Observation(status, warning);
    }

    private Diagnostic? MisfitOf(EventRecord record)
    {
        var fields = record.Type.Fields;
        if (record.Fields.Length != fields.Length)
        {
            return AdmissionDiagnostics.WrongFields.At(SourceSpan.None, record.Id, record.Type.Name);
        }

        foreach (var field in fields)
        {
            if (record[field] is { } value && (value.Kind != field.Type.Kind
                || (value.Kind == ValueKind.Choice && !field.Type.Choices.Contains(value.AsText))))
            {
                return AdmissionDiagnostics.WrongFields.At(SourceSpan.None, record.Id, field.Name);
            }
        }

        if (record.Type.FindField(vocabulary.PartitionField) is not { } partition || record[partition] is null)
        {
            return AdmissionDiagnostics.NoPartition.At(SourceSpan.None, record.Id, vocabulary.PartitionField);
        }

        return ExtentMisfitOf(record) ?? ShiftMisfitOf(record);
    }

    // A plan must be whole (rule H1); a withdrawal need not say anything.
    private Diagnostic? ShiftMisfitOf(EventRecord record)
    {
        if (vocabulary.Shifts is not { } shifts || record.Withdrawn || !shifts.Types.Contains(record.Type))
        {
            return null;
        }

        foreach (var field in record.Type.Fields.Where(f => f.Name != ShiftEvents.KindField))
        {
            if (record[field] is null)
            {
                return AdmissionDiagnostics.WrongFields.At(SourceSpan.None, record.Id, field.Name);
            }
        }

        if (record.Type != shifts.Planned)
        {
            return null;
        }

        var length = record.Instant(ShiftEvents.EndsField)!.Value - record.Instant(ShiftEvents.StartsField)!.Value;
        LocalizedText? problem = length <= Duration.Zero ? new("is not after the start", "不晚于开始时间")
            : length > shifts.Longest ? new("makes the shift longer than declared", "使班次超过规定的最长时间")
            : null;
        return problem is null ? null : AdmissionDiagnostics.WrongExtent.At(SourceSpan.None, record.Id, ShiftEvents.EndsField, problem);
    }

    private static Diagnostic? ExtentMisfitOf(EventRecord record)
    {
        LocalizedText? problem = (record.Until, record.Type.Longest) switch
        {
            (null, not null) when !record.Withdrawn => new("is missing", "缺失"),
            (not null, null) => new("is given for an event without length", "不适用于没有时长的事件"),
            ({ } until, not null) when until < record.At => new("is before the beginning", "早于开始时间"),
            ({ } until, { } longest) when until - record.At > longest => new("makes it longer than its type allows", "使其超过该类事件的最长时间"),
            _ => null,
        };
        return problem is null ? null : AdmissionDiagnostics.WrongExtent.At(SourceSpan.None, record.Id, "until", problem);
    }

    private Diagnostic? UntimelinessOf(EventRecord record, long start, long now, long watermark)
    {
        var time = Ticks.Of(record.Time);
        if (time < start)
        {
            return AdmissionDiagnostics.BeforeStart.At(SourceSpan.None, record.Id, record.Time, Ticks.ToInstant(start));
        }

        if (time < watermark || record.Was.Any(was => Ticks.Of(was) < watermark))
        {
            return AdmissionDiagnostics.TooLate.At(SourceSpan.None, record.Id, record.Time, record.Type.Name, Ticks.ToInstant(watermark));
        }

        return time - now > Ticks.Of(options.MaxAhead)
            ? AdmissionDiagnostics.TooFarAhead.At(SourceSpan.None, record.Id, record.Time, options.MaxAhead, Ticks.ToInstant(now))
            : null;
    }

    private static void Add(SortedDictionary<string, long> counts, string id) => counts[id] = counts.GetValueOrDefault(id) + 1;
}
