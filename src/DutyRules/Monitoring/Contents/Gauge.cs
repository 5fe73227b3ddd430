using System.Globalization;
using System.Numerics;
using DutyRules.Events;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Monitoring.States;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Monitoring.Contents;

/// <summary>What a measure has taken in so far.</summary>
internal abstract class Gauge
{
    /// <summary>True when there is nothing of which a figure could be computed.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>The least and the greatest that the figure may be; null: not known.</summary>
    public abstract (Fraction Low, Fraction High)? Range { get; }

    /// <summary>Takes in an event that matches, surely or perhaps, and what is read of it.</summary>
    public abstract void Add(bool sure, Value? value);

    public abstract Value Print(Fraction figure);

    public abstract void CopyFrom(Gauge other);

    public abstract void Write(SnapshotWriter writer);

    public abstract void Read(SnapshotReader reader);

    public static Gauge For(MeasureContent content) => content.Kind switch
    {
        MeasureKind.Distinct => new DistinctGauge(),
        MeasureKind.Share => new ShareGauge(),
        _ => new AmountGauge(content.Kind, content.Of.Type.Kind),
    };
}

/// <summary>How many different values there are.</summary>
internal sealed class DistinctGauge : Gauge
{
    private readonly HashSet<Value> _values = [];
    private long _perhaps;

    public override bool IsEmpty => false;

    public override (Fraction Low, Fraction High)? Range => (new Fraction(_values.Count), new Fraction(_values.Count + _perhaps));

    public override void Add(bool sure, Value? value)
    {
        if (sure && value is { } known)
        {
            _values.Add(known);
        }
        else
        {
            _perhaps++;
        }
    }

    public override Value Print(Fraction figure) => Value.Integer((long)figure.Part.ToDecimal()!.Value);

    public override void CopyFrom(Gauge other)
    {
        _values.UnionWith(((DistinctGauge)other)._values);
        _perhaps = ((DistinctGauge)other)._perhaps;
    }

    public override void Write(SnapshotWriter writer)
    {
        writer.Write(_perhaps);
        writer.Write(_values.Count);
        foreach (var value in _values)
        {
            writer.Write((Value?)value);
        }
    }

    public override void Read(SnapshotReader reader)
    {
        _perhaps = reader.ReadInt64();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            _values.Add(reader.ReadValue()!.Value);
        }
    }
}

/// <summary>Of how many events a condition holds. What is not known may raise the share or lower it.</summary>
internal sealed class ShareGauge : Gauge
{
    private long _sure;
    private long _on;
    private long _perhapsOn;
    private long _perhapsOneMoreOn;
    private long _perhapsOneMoreOff;

    public override bool IsEmpty => _sure == 0 && _perhapsOneMoreOn == 0 && _perhapsOneMoreOff == 0;

    public override (Fraction Low, Fraction High)? Range => _sure == 0 ? null
        : (new Fraction(_on, _sure + _perhapsOneMoreOff), new Fraction(_on + _perhapsOn + _perhapsOneMoreOn, _sure + _perhapsOneMoreOn));

    public override void Add(bool sure, Value? value)
    {
        bool? isOn = value?.AsTruth;
        if (sure)
        {
            _sure++;
            _on += isOn == true ? 1 : 0;
            _perhapsOn += isOn is null ? 1 : 0;
        }
        else
        {
            _perhapsOneMoreOn += isOn != false ? 1 : 0;
            _perhapsOneMoreOff += isOn != true ? 1 : 0;
        }
    }

    public override Value Print(Fraction figure) => Value.Number(figure.Rounded(4));

    public override void CopyFrom(Gauge other)
    {
        var from = (ShareGauge)other;
        (_sure, _on, _perhapsOn, _perhapsOneMoreOn, _perhapsOneMoreOff) = (from._sure, from._on, from._perhapsOn, from._perhapsOneMoreOn, from._perhapsOneMoreOff);
    }

    public override void Write(SnapshotWriter writer)
    {
        writer.Write(_sure);
        writer.Write(_on);
        writer.Write(_perhapsOn);
        writer.Write(_perhapsOneMoreOn);
        writer.Write(_perhapsOneMoreOff);
    }

    public override void Read(SnapshotReader reader) =>
        (_sure, _on, _perhapsOn, _perhapsOneMoreOn, _perhapsOneMoreOff) =
            (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
}

/// <summary>A sum, a mean, the least or the greatest of amounts. Durations are in ticks.</summary>
internal sealed class AmountGauge(MeasureKind measure, ValueKind kind) : Gauge
{
    private long _count;
    private ExactSum _sum;
    private decimal _least;
    private decimal _greatest;
    private bool _isUnknown;

    public override bool IsEmpty => measure != MeasureKind.Sum && _count == 0 && !_isUnknown;

    public override (Fraction Low, Fraction High)? Range => _isUnknown || !IsExact ? null : (Figure, Figure);

    private Fraction Figure => measure switch
    {
        MeasureKind.Sum => new Fraction(_sum),
        MeasureKind.Mean => new Fraction(_sum, _count),
        MeasureKind.Least => new Fraction(_least),
        _ => new Fraction(_greatest),
    };

    // A sum that its type does not hold is not known, nor is the mean of it.
    private bool IsExact => measure is MeasureKind.Least or MeasureKind.Greatest
        || (_sum.ToDecimal() is { } sum && (kind is not (ValueKind.Integer or ValueKind.Duration) || sum is >= long.MinValue and <= long.MaxValue));

    public override void Add(bool sure, Value? value)
    {
        if (!sure || value is not { } known)
        {
            _isUnknown = true;
            return;
        }

        var number = known.Kind == ValueKind.Duration ? known.AsDuration.BclCompatibleTicks : known.AsNumber;
        (_least, _greatest) = _count == 0 ? (number, number) : (Math.Min(_least, number), Math.Max(_greatest, number));
        _sum += ExactSum.Of(number);
        _count++;
    }

    public override Value Print(Fraction figure)
    {
        var isMean = measure == MeasureKind.Mean;
        return kind switch
        {
            ValueKind.Duration => Value.Duration(Duration.FromTicks((long)figure.Rounded(0))),
            ValueKind.Integer when !isMean => Value.Integer((long)figure.Part.ToDecimal()!.Value),
            ValueKind.Money => Value.Money(isMean ? figure.Rounded(4) : figure.Part.ToDecimal()!.Value),
            _ => Value.Number(isMean ? figure.Rounded(4) : figure.Part.ToDecimal()!.Value),
        };
    }

    public override void CopyFrom(Gauge other)
    {
        var from = (AmountGauge)other;
        (_count, _sum, _least, _greatest, _isUnknown) = (from._count, from._sum, from._least, from._greatest, from._isUnknown);
    }

    public override void Write(SnapshotWriter writer)
    {
        writer.Write(_count);
        writer.Write(_sum.Parts.ToString(CultureInfo.InvariantCulture));
        writer.Write((Value?)Value.Number(_least));
        writer.Write((Value?)Value.Number(_greatest));
        writer.Write(_isUnknown);
    }

    public override void Read(SnapshotReader reader)
    {
        _count = reader.ReadInt64();
        _sum = new ExactSum(BigInteger.Parse(reader.ReadString(), CultureInfo.InvariantCulture));
        (_least, _greatest, _isUnknown) = (Number(reader), Number(reader), reader.ReadBoolean());
    }

    private static decimal Number(SnapshotReader reader) => reader.ReadValue()!.Value.AsNumber;
}
