using DutyRules.Monitoring.Planning;

namespace DutyRules.Monitoring.Lanes;

/// <summary>What events of one type do to a state.</summary>
internal sealed class LaneSource(LaneState state, StateSource[] sources, string partitionField)
{
    private readonly int _name = sources[0].Key.FirstOrDefault(f => f.Name != partitionField)?.Index ?? -1;

    public LaneState State { get; } = state;

    public StateSource[] Sources { get; } = sources;

    /// <summary>The only source, where every event of the type is one.</summary>
    public StateSource? Always { get; } = sources is [{ Where: null } only] ? only : null;

    /// <summary>The number of the name in the key of an event; 0: there is none in it; -1: the event does not say.</summary>
    public int KeyOf(LaneMoment moment) => _name < 0 ? 0 : moment.NumberOf(_name);
}

/// <summary>What the events of one step do to one key. A switch acts as soon as one of its sources perhaps happened; of several samples that of the greatest id counts.</summary>
internal struct LaneChange
{
    private string? _id;

    public bool On;
    public bool Off;
    public bool IsUnsure;
    public StateSource? Latest;
    public LaneCell Sample;

    public void Add(StateSource[] sources, LaneMoment moment)
    {
        foreach (var source in sources)
        {
            if (source.Where is { } where)
            {
                var match = where(moment);
                if (match is { IsKnown: true, Value: false })
                {
                    continue;
                }

                IsUnsure |= !match.IsKnown;
            }

            On |= source.Effect == SourceEffect.Raise;
            Off |= source.Effect == SourceEffect.Lower;
            if (Latest is null || string.CompareOrdinal(moment.Id, _id) > 0)
            {
                (Latest, _id) = (source, moment.Id);
                Sample = source.Amount is { } amount ? LaneCell.Of(moment, amount) : LaneCell.Unknown;
            }
        }
    }
}
