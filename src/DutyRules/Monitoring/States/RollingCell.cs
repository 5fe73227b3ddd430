using System.Globalization;
using System.Numerics;
using DutyRules.Events;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.States;

/// <summary>A count or sum of the events of a time back (rule S13). When an event no longer counts is the runner's doing.</summary>
/// <param name="amounts">The kind of the amounts; null: each event counts as one.</param>
internal sealed class RollingCell(ValueKind? amounts) : StateCell
{
    // What each step that counts brought; null: it is not known.
    private readonly Queue<(long Time, ExactSum? Amount)> _steps = [];
    private ExactSum _sum;
    private int _unknown;
    private long? _latest;

    public override Value? Value => _unknown > 0 ? null
        : amounts is not { } kind ? Events.Value.Integer((long)_sum.Parts)
        : _sum.ToDecimal() is { } sum ? SumCell.ToValue(sum, kind)
        : null;

    public override long? RunsSince => _latest;

    public override void Step(IReadOnlyList<StateInput> inputs)
    {
        ExactSum? brought = default(ExactSum);
        foreach (var input in inputs)
        {
            brought = input.Sure && AmountOf(input) is { } amount ? brought + amount : null;
        }

        Add(inputs[0].Event.Time, brought);
    }

    public override bool RunOut(long since)
    {
        var any = false;
        while (_steps.TryPeek(out var step) && step.Time <= since)
        {
            _steps.Dequeue();
            _sum -= step.Amount ?? default;
            _unknown -= step.Amount is null ? 1 : 0;
            any = true;
        }

        return any;
    }

    public override StateCell Clone()
    {
        var clone = new RollingCell(amounts);
        foreach (var (time, amount) in _steps)
        {
            clone.Add(time, amount);
        }

        return clone;
    }

    public override void Write(SnapshotWriter writer)
    {
        writer.Write(_steps.Count);
        foreach (var (time, amount) in _steps)
        {
            writer.Write(time);
            writer.WriteNullable(amount?.Parts.ToString(CultureInfo.InvariantCulture));
        }
    }

    public override void Read(SnapshotReader reader)
    {
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            Add(reader.ReadInt64(), reader.ReadNullableString() is { } parts ? new ExactSum(BigInteger.Parse(parts, CultureInfo.InvariantCulture)) : null);
        }
    }

    private ExactSum? AmountOf(StateInput input) =>
        amounts is null ? new ExactSum(BigInteger.One) : input.Amount is { } amount ? ExactSum.Of(SumCell.AmountOf(amount)) : null;

    private void Add(long time, ExactSum? amount)
    {
        _steps.Enqueue((time, amount));
        _sum += amount ?? default;
        _unknown += amount is null ? 1 : 0;
        _latest = time;
    }
}
