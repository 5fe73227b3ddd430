using DutyRules.Events;
using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.States;

/// <summary>A sum of amounts, or unknown for good (rule S9).</summary>
internal sealed class SumCell(ValueKind kind, Value? initially) : StateCell
{
    private decimal? _sum = initially is { } value ? AmountOf(value) : null;

    public override Value? Value => _sum is { } sum ? ToValue(sum, kind) : null;

    public override void Step(IReadOnlyList<StateInput> inputs)
    {
        if (_sum is not { } before)
        {
            return;
        }

        var after = ExactSum.Of(before);
        foreach (var input in inputs)
        {
            if (!input.Sure || input.Amount is not { } amount)
            {
                _sum = null;
                return;
            }

            after += ExactSum.Of(input.Effect == SourceEffect.Raise ? AmountOf(amount) : -AmountOf(amount));
        }

        _sum = after.ToDecimal();
        if (_sum is { } sum && ToValue(sum, kind) is null)
        {
            _sum = null;
        }
    }

    public override StateCell Clone() => new SumCell(kind, null) { _sum = _sum };

    public override void Write(SnapshotWriter writer) => writer.Write(Value);

    public override void Read(SnapshotReader reader) => _sum = reader.ReadValue() is { } value ? AmountOf(value) : null;

    public static decimal AmountOf(Value value) => value.Kind == ValueKind.Integer ? value.AsInteger : value.AsNumber;

    /// <summary>A sum as a value of a kind; null if that does not hold it.</summary>
    public static Value? ToValue(decimal sum, ValueKind kind) => kind switch
    {
        ValueKind.Integer => sum is > long.MaxValue or < long.MinValue ? null : Events.Value.Integer((long)sum),
        ValueKind.Money => Events.Value.Money(sum),
        _ => Events.Value.Number(sum),
    };
}
