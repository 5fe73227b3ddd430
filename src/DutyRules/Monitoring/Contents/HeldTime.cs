using DutyRules.Expressions;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.Contents;

/// <summary>For how long a condition was true and false in a window so far; the rest of the time it was not known.</summary>
internal struct HeldTime(long open)
{
    private long _since = open;
    private Maybe<bool> _value;

    /// <summary>Ticks for which it was true.</summary>
    public long True { get; private set; }

    /// <summary>Ticks for which it was false.</summary>
    public long False { get; private set; }

    /// <summary>Up to where time is counted.</summary>
    public readonly long Since => _since;

    /// <summary>The value from then on.</summary>
    public readonly Maybe<bool> Value => _value;

    /// <summary>Counts the time up to an instant; from it on the value is another.</summary>
    public void Set(long time, Maybe<bool> value)
    {
        CountTo(time);
        _value = value;
    }

    public void CountTo(long time)
    {
        if (_value is { IsKnown: true, Value: true })
        {
            True += time - _since;
        }
        else if (_value.IsKnown)
        {
            False += time - _since;
        }

        _since = time;
    }

    public readonly void Write(SnapshotWriter writer)
    {
        writer.Write(True);
        writer.Write(False);
        writer.Write(_since);
        writer.Write(_value);
    }

    public void Read(SnapshotReader reader)
    {
        True = reader.ReadInt64();
        False = reader.ReadInt64();
        _since = reader.ReadInt64();
        _value = reader.ReadTruth();
    }
}
