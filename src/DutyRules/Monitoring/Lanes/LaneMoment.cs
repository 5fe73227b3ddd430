using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;

namespace DutyRules.Monitoring.Lanes;

/// <summary>A condition of a norm in a lane.</summary>
internal delegate Maybe<bool> LaneTest(LaneMoment moment);

/// <summary>
/// What lanes see: an event at a site, be it a record or a row of a batch, and the states as they stand. One object is reused; what is kept of an event is taken out of it.
/// </summary>
internal sealed class LaneMoment(IReadOnlyList<LaneSite> sites) : IEvaluationScope
{
    private EventRecord? _record;
    private EventBatch _batch = null!;
    private SiteNames _names = null!;
    private bool _isRow;
    private long[] _words = [];
    private int _row;
    private int _serial;
    private int _first;
    private ulong _given;
    private string? _name;
    private LaneSite? _named;
    private int _number = -1;

    /// <summary>When it is.</summary>
    public long Time { get; private set; }

    /// <summary>The place among the sites of the lanes of where it is.</summary>
    public int SiteIndex { get; private set; } = -1;

    /// <summary>Where it is.</summary>
    public LaneSite Site => sites[SiteIndex];

    /// <summary>The event as a record, which of a row is made; null where there is no event.</summary>
    public EventRecord? Record => _record ?? (_isRow ? _record = _batch[_row] : null);

    /// <summary>The event is a row.</summary>
    public bool IsRow => _isRow;

    /// <summary>The id of the event.</summary>
    public string Id => _isRow ? _batch.Rows[_row].Id : _record!.Id;

    /// <summary>The person who acted, or null.</summary>
    public string? Actor => !_isRow ? _record?.Actor : _batch.TypeOf(_row).Actor is { } actor ? TextOf(actor.Index) : null;

    public DateTimeZone Zone => Site.View.Calendar.Zone;

    /// <summary>A record, or no event at all.</summary>
    public void Enter(LaneSite site, long time, EventRecord? record)
    {
        SiteIndex = site.Index;
        Time = time;
        _record = record;
        _isRow = false;
    }

    /// <summary>From here on rows are of this batch.</summary>
    public void Begin(EventBatch batch, SiteNames names)
    {
        _batch = batch;
        _words = batch.Words;
        _names = names;
    }

    /// <summary>The batch is done with.</summary>
    public void End()
    {
        _record = null;
        _isRow = false;
        (_batch, _words, _names) = (null!, [], null!);
    }

    /// <summary>A row of the batch.</summary>
    public void Enter(in NamedPartition site, in BatchRow found, int row)
    {
        SiteIndex = site.Index;
        _serial = site.Serial;
        Time = found.Time;
        _given = found.Given;
        _first = found.First;
        _row = row;
        _record = null;
        _isRow = true;
    }

    /// <summary>The end of the instant, which is no event.</summary>
    public void Leave()
    {
        _record = null;
        _isRow = false;
    }

    /// <summary>Whether there is an event and it gives a field a value.</summary>
    public bool Says(int field) => _isRow ? ((_given >> field) & 1) != 0 : _record is not null && _record.Fields.ItemRef(field).HasValue;

    /// <summary>The bits of a field whose values are bits; false if the event does not say.</summary>
    public bool TryBits(int field, out long bits)
    {
        if (_isRow)
        {
            bits = _words[_first + field];
            return ((_given >> field) & 1) != 0;
        }

        bits = 0;
        if (_record is null)
        {
            return false;
        }

        ref readonly var value = ref _record.Fields.ItemRef(field);
        bits = Nullable.GetValueRefOrDefaultRef(in value).Bits;
        return value.HasValue;
    }

    /// <summary>The value of a field; null if the event does not say.</summary>
    public Value? ValueOf(int field) => _isRow ? _batch.ValueOf(_row, field) : _record?.Fields[field];

    /// <summary>The text of a field; null if the event does not say.</summary>
    public string? TextOf(int field) => !_isRow ? _record?.Fields[field]?.AsText : Says(field) ? _batch.Names[(int)_words[_first + field]] : null;

    /// <summary>The text of a field ready to be looked for; false if the event does not say.</summary>
    public bool TryKey(int field, out NameKey key)
    {
        if (!Says(field))
        {
            key = default;
            return false;
        }

        key = _isRow ? _batch.Names.KeyOf((int)_words[_first + field]) : NameKey.Of(TextOf(field)!);
        return true;
    }

    /// <summary>The number at the site of the name in a field; -1 for one that never came, or where the event does not say.</summary>
    public int FindNumber(int field)
    {
        if (!_isRow)
        {
            return _record?.Fields[field] is { } value ? FindNumber(value.AsText) : -1;
        }

        if (!Says(field))
        {
            return -1;
        }

        var name = (int)_words[_first + field];
        ref var known = ref _names.NumberOf(name);
        if (known.Site != _serial && Site.Find(_batch.Names[name]) is >= 0 and var number)
        {
            known = (_serial, number);
        }

        return known.Site == _serial ? known.Number : -1;
    }

    /// <summary>The number at the site of the name in a field, which it gets if it has none yet; -1 where the event does not say.</summary>
    public int NumberOf(int field)
    {
        var number = FindNumber(field);
        return number < 0 && TextOf(field) is { } name ? Site.NumberOf(name) : number;
    }

    /// <summary>The names have other numbers now.</summary>
    public void ForgetNumbers()
    {
        _name = null;
        _names?.ForgetNumbers();
    }

    public EventRecord? Event(EventRole role) => Record;

    public Value? State(StateDefinition state, ImmutableArray<Value> key) => Site.Lanes.StateOf(state).At(Site, key, Time);

    public bool? Holds(Role role, string person) => Site.View.Roles.Holds(person, role, Time);

    public Value? Key(string name)
    {
        if (name == Site.View.Vocabulary.PartitionField)
        {
            return Value.Text(Site.View.Name);
        }

        return EventType.IsBearer(name) && Actor is { } actor ? Value.Text(actor) : null;
    }

    // The number of the last name that was asked for is at hand.
    private int FindNumber(string name)
    {
        if (!ReferenceEquals(name, _name) || !ReferenceEquals(Site, _named))
        {
            (_name, _named, _number) = (name, Site, Site.Find(name));
        }

        return _number < 0 ? _number = Site.Find(name) : _number;
    }
}
