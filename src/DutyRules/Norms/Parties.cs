using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;

namespace DutyRules.Norms;

/// <summary>Who is meant. Resolved at a binding instant: see the semantics, "Bearers".</summary>
public abstract record Party;

/// <summary>
/// A post: one instance per site, kept by any holder. Bearers are all who held it in the window, liable those who hold it at the decisive instant.
/// </summary>
public sealed record PostParty(Role Role) : Party;

/// <summary>Each holder has an instance of his own; bound when the window opens.</summary>
public sealed record EachParty(Role Role) : Party;

/// <summary>The person in a field of the triggering event.</summary>
public sealed record FieldParty(Field Field) : Party;

/// <summary>The person that an expression names (rule F13). Only in frames with a trigger.</summary>
/// <param name="Person">The expression, of type person: an owner, a superior.</param>
/// <param name="Moving">True: whoever it names at each moment; false: whom it names at the trigger.</param>
public sealed record PersonParty(Expression Person, bool Moving = false) : Party;

/// <summary>Persons who bear it together (rule F14). Only in frames with a trigger, and with a count.</summary>
/// <param name="People">The expressions that name them, of type person.</param>
public sealed record TogetherParty(ImmutableArray<Expression> People) : Party
{
    /// <inheritdoc />
    public bool Equals(TogetherParty? other) => other is not null && People.SequenceEqual(other.People);

    /// <inheritdoc />
    public override int GetHashCode() => People.Length;
}

/// <summary>Whoever acts: for prohibitions and gates, where the frame is the act. As a performer: anybody.</summary>
public sealed record AnyoneParty : Party;

/// <summary>The site as a whole: nobody in person; anyone's act counts.</summary>
public sealed record SiteParty : Party;

/// <summary>The parties of a norm.</summary>
/// <param name="Who">Who bears it.</param>
/// <param name="DoneBy">
/// Whose acts count (rule B4): anyone, a post, the person in a field or named by an expression. Null: the actor of a counted event is a bearer at that instant (an event without an actor always counts).
/// </param>
public sealed record Parties(Party Who, Party? DoneBy = null)
{
    /// <summary>Who answers for a breach (rule B5); empty: those who bear it.</summary>
    public ImmutableArray<Liability> Liable { get; init; } = [];

    /// <summary>True when anybody's act counts.</summary>
    public bool DoneByAnyone => DoneBy is AnyoneParty;

    /// <inheritdoc />
    public bool Equals(Parties? other) => other is not null && Who == other.Who && DoneBy == other.DoneBy && Liable.SequenceEqual(other.Liable);

    /// <inheritdoc />
    public override int GetHashCode() => Who.GetHashCode();
}

/// <summary>Who answers for a breach.</summary>
/// <param name="Who">A post, a field, a person expression (not moving); null: the bearer.</param>
public sealed record Liability(Party? Who)
{
    /// <summary>Of a post: its holders at the instant in this field of the trigger; null: at the decisive instant.</summary>
    public Field? At { get; init; }

    /// <summary>Only if this holds at the decisive instant; null: always.</summary>
    public Expression? If { get; init; }

    /// <summary>The points; null: those of the norm.</summary>
    public Term<long>? Points { get; init; }
}
