using DutyRules.Expressions;

namespace DutyRules.Norms;

/// <summary>A figure, and the name of the parameter it came from, if it came from one.</summary>
public readonly record struct Term<T>(T Value, string? Parameter = null)
    where T : struct
{
    /// <summary>What the figure is computed by for each instance (rule C21); null: it is <see cref="Value"/>. Where it is set, <see cref="Value"/> has no meaning.</summary>
    public Expression? Computed { get; init; }

    /// <summary>A figure that was written down as such.</summary>
    public static implicit operator Term<T>(T value) => new(value);
}

/// <summary>One end of a <see cref="Bound{T}"/>.</summary>
/// <param name="Term">The figure.</param>
/// <param name="Inclusive">True when the figure itself is allowed.</param>
public readonly record struct Limit<T>(Term<T> Term, bool Inclusive)
    where T : struct, IComparable<T>
{
    /// <summary>The figure.</summary>
    public T Value => Term.Value;
}

/// <summary>
/// At least, at most, more than, less than, exactly, between: the only bounds. A missing end is open. Immutable.
/// </summary>
/// <param name="Lower">The lower end; null: none.</param>
/// <param name="Upper">The upper end; null: none.</param>
public sealed record Bound<T>(Limit<T>? Lower, Limit<T>? Upper)
    where T : struct, IComparable<T>
{
    /// <summary><c>at least x</c></summary>
    public static Bound<T> AtLeast(Term<T> term) => new(new Limit<T>(term, true), null);

    /// <summary><c>more than x</c></summary>
    public static Bound<T> MoreThan(Term<T> term) => new(new Limit<T>(term, false), null);

    /// <summary><c>at most x</c></summary>
    public static Bound<T> AtMost(Term<T> term) => new(null, new Limit<T>(term, true));

    /// <summary><c>less than x</c></summary>
    public static Bound<T> LessThan(Term<T> term) => new(null, new Limit<T>(term, false));

    /// <summary><c>exactly x</c></summary>
    public static Bound<T> Exactly(Term<T> term) => new(new Limit<T>(term, true), new Limit<T>(term, true));

    /// <summary><c>between x and y</c>, both included</summary>
    public static Bound<T> Between(Term<T> low, Term<T> high) => new(new Limit<T>(low, true), new Limit<T>(high, true));

    /// <summary>True when an end is computed for each instance.</summary>
    public bool IsComputed => Lower?.Term.Computed is not null || Upper?.Term.Computed is not null;

    /// <summary>The bounds with computed ends put in; null if one of them is not known.</summary>
    /// <param name="compute">The value of an expression; null: not known.</param>
    public Bound<T>? Resolve(Func<Expression, T?> compute)
    {
        var known = true;
        var resolved = new Bound<T>(Put(Lower), Put(Upper));
        return known ? resolved : null;

        Limit<T>? Put(Limit<T>? limit)
        {
            if (limit is not { Term.Computed: { } expression } found)
            {
                return limit;
            }

            var value = compute(expression);
            known &= value is not null;
            return found with { Term = new Term<T>(value ?? default) };
        }
    }

    /// <summary>True when <paramref name="value"/> is not below the lower end.</summary>
    public bool ReachedBy(T value) =>
        Lower is not { } lower || value.CompareTo(lower.Value) is var c && (c > 0 || (c == 0 && lower.Inclusive));

    /// <summary>True when <paramref name="value"/> is above the upper end.</summary>
    public bool ExceededBy(T value) =>
        Upper is { } upper && value.CompareTo(upper.Value) is var c && (c > 0 || (c == 0 && !upper.Inclusive));

    /// <summary>True when <paramref name="value"/> lies within.</summary>
    public bool Contains(T value) => ReachedBy(value) && !ExceededBy(value);
}
