namespace DutyRules.Events;

/// <summary>A row of a batch, to be told what its event says. What it is not told the event does not say.</summary>
public readonly struct EventRow
{
    private readonly EventBatch _batch;
    private readonly int _number;

    internal EventRow(EventBatch batch, int number) => (_batch, _number) = (batch, number);

    /// <summary>The number of the row in its batch, from 0.</summary>
    public int Number => _number;

    /// <summary>Gives a field a value.</summary>
    /// <param name="field">One of the fields of the type of the event.</param>
    /// <param name="value">A value of its kind.</param>
    /// <returns>The same row.</returns>
    /// <exception cref="ArgumentException">The field is of another type, the value of another kind, or not a word of the choice.</exception>
    public EventRow Set(Field field, Value value)
    {
        ArgumentNullException.ThrowIfNull(field);
        _batch.CheckRow(_number);
        _batch.Set(_number, field, value);
        return this;
    }

    /// <summary>Gives a field a text, or a word of a choice.</summary>
    /// <inheritdoc cref="Set(Field, Value)"/>
    public EventRow Set(Field field, string value)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(value);
        return Set(field, field.Type.Kind == ValueKind.Choice ? Value.Choice(value) : Value.Text(value));
    }

    /// <summary>Gives a field a whole number.</summary>
    /// <inheritdoc cref="Set(Field, Value)"/>
    public EventRow Set(Field field, long value) => Set(field, Value.Integer(value));
}
