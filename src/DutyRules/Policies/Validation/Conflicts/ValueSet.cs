using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>The values that something may have.</summary>
internal abstract record ValueSet
{
    public abstract bool IsEmpty { get; }

    /// <summary>Those of both; null when they cannot be compared.</summary>
    public abstract ValueSet? And(ValueSet other);

    public abstract bool Includes(ValueSet other);

    /// <summary>All others; null when that is no set of this kind.</summary>
    public abstract ValueSet? Complement { get; }

    /// <summary>The values of a type that are so to a constant; null when that is no set of values.</summary>
    public static ValueSet? Of(BinaryOperator sign, Value value, FieldType type) => (sign, WordOf(value)) switch
    {
        (BinaryOperator.Equal, { } word) => new WordSet([word], false),
        (BinaryOperator.NotEqual, { } word) => type.Choices.IsEmpty ? new WordSet([word], true) : new WordSet([.. type.Choices.Where(c => c != word)], false),
        (_, { }) => null,
        _ => NumberSpan.Of(sign, NumberOf(value), type.Kind is ValueKind.Number or ValueKind.Money),
    };

    private static string? WordOf(Value value) => value.Kind is ValueKind.Text or ValueKind.Choice or ValueKind.Truth ? value.ToString() : null;

    private static decimal NumberOf(Value value) => value.Kind is ValueKind.Integer or ValueKind.Number or ValueKind.Money ? value.AsNumber : value.Bits;
}

/// <summary>Some words, or all but some.</summary>
internal sealed record WordSet(ImmutableHashSet<string> Words, bool Except) : ValueSet
{
    public override bool IsEmpty => !Except && Words.IsEmpty;

    public override ValueSet? Complement => this with { Except = !Except };

    /// <summary>Yes, or no.</summary>
    public static WordSet Truth(bool truth) => new([Value.Truth(truth).ToString()], false);

    public override ValueSet? And(ValueSet other) => other is not WordSet words ? null : (Except, words.Except) switch
    {
        (true, true) => new WordSet(Words.Union(words.Words), true),
        (true, false) => new WordSet(words.Words.Except(Words), false),
        (false, true) => new WordSet(Words.Except(words.Words), false),
        _ => new WordSet(Words.Intersect(words.Words), false),
    };

    /// <summary>Those of one or the other.</summary>
    public WordSet? Or(WordSet other) => Except || other.Except ? null : new WordSet(Words.Union(other.Words), false);

    public override bool Includes(ValueSet other) => And(other) is WordSet both && other is WordSet words && both.Except == words.Except && both.Words.SetEquals(words.Words);
}

/// <summary>Numbers from one to another; times and durations in ticks. Of what is counted in whole steps both ends belong to it.</summary>
internal sealed record NumberSpan(decimal Low, bool LowIn, decimal High, bool HighIn) : ValueSet
{
    public override bool IsEmpty => Low > High || (Low == High && !(LowIn && HighIn));

    public override ValueSet? Complement =>
        Low == decimal.MinValue ? this with { Low = High, LowIn = !HighIn, High = decimal.MaxValue, HighIn = true }
        : High == decimal.MaxValue ? this with { High = Low, HighIn = !LowIn, Low = decimal.MinValue, LowIn = true }
        : null;

    public static NumberSpan? Of(BinaryOperator sign, decimal value, bool isDense) => sign switch
    {
        BinaryOperator.Equal => new NumberSpan(value, true, value, true),
        BinaryOperator.Less when !isDense => UpTo(decimal.Ceiling(value) - 1, true),
        BinaryOperator.Greater when !isDense => From(decimal.Floor(value) + 1, true),
        BinaryOperator.Less => UpTo(value, false),
        BinaryOperator.LessOrEqual => UpTo(value, true),
        BinaryOperator.Greater => From(value, false),
        BinaryOperator.GreaterOrEqual => From(value, true),
        _ => null,
    };

    public override ValueSet? And(ValueSet other)
    {
        if (other is not NumberSpan span)
        {
            return null;
        }

        var low = Low > span.Low || (Low == span.Low && !LowIn) ? this : span;
        var high = High < span.High || (High == span.High && !HighIn) ? this : span;
        return new NumberSpan(low.Low, low.LowIn, high.High, high.HighIn);
    }

    public override bool Includes(ValueSet other) => And(other) is { } both && both.Equals(other);

    private static NumberSpan UpTo(decimal value, bool isIn) => new(decimal.MinValue, true, value, isIn);

    private static NumberSpan From(decimal value, bool isIn) => new(value, isIn, decimal.MaxValue, true);
}
