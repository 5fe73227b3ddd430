using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Cli.Generating;

/// <summary>Makes up events that match patterns, or do not.</summary>
/// <param name="world">Where they happen.</param>
/// <param name="random">Decides what is open.</param>
/// <param name="trigger">The event that opened the duty; null: none did, or the event is itself the one.</param>
/// <param name="key">The key of the duty.</param>
internal sealed class Fitting(SiteWorld world, SeededRandom random, EventRecord? trigger, ImmutableArray<KeyPart> key)
{
    private const int Tries = 12;

    /// <summary>An event that matches a pattern, as far as that does not hang on states; null: none was found.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="at">When.</param>
    /// <param name="prepare">Sets what is fixed; false: it cannot be.</param>
    /// <param name="forbidden">The norm that forbids it; null: none.</param>
    /// <param name="matches">False: one on which the condition of the pattern does not hold.</param>
    public Draft? Make(EventPattern pattern, Instant at, Func<Draft, bool> prepare, bool matches = true, string? forbidden = null)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (Recorded(pattern.Type) is not { } source)
            {
                return null;
            }

            var draft = Any(source.Type, at, forbidden);
            if (!prepare(draft))
            {
                continue;
            }

            var fits = (source.Where is null || Fit(source.Where, true, draft)) & (pattern.Where is null || Fit(pattern.Where, matches, draft));
            if (fits && Is(source, draft) != false && Is(pattern, draft) != !matches)
            {
                return draft;
            }
        }

        return null;
    }

    /// <summary>Whether an event matches a pattern; null: that hangs on states.</summary>
    public bool? Is(EventPattern pattern, Draft draft)
    {
        if (pattern.Where is not { } where)
        {
            return true;
        }

        var holds = ExpressionCompiler.CompileCondition(where)(Scope(draft, pattern.Type));
        return holds.IsKnown ? holds.Value : null;
    }

    /// <summary>Makes a condition on an event hold, or not hold, by its own fields; false: that cannot be.</summary>
    public bool Fit(Expression condition, bool want, Draft draft) => condition switch
    {
        UnaryExpression { Operator: UnaryOperator.Not } not => Fit(not.Operand, !want, draft),
        BinaryExpression { Operator: BinaryOperator.And } and => want ? Fit(and.Left, true, draft) && Fit(and.Right, true, draft) : Fit(and.Left, false, draft) || Fit(and.Right, false, draft),
        BinaryExpression { Operator: BinaryOperator.Or } or => want ? Fit(or.Left, true, draft) || Fit(or.Right, true, draft) : Fit(or.Left, false, draft) && Fit(or.Right, false, draft),
        FieldExpression field when Own(field) && field.Type.Kind == ValueKind.Truth => draft.Set(field.Field.Name, Value.Truth(want)),
        IsExpression { Operand: FieldExpression field } test when Own(field) =>
            Choose(Candidates(field.Field.Type, Constants(test.Pattern)), v => PatternTest.Matches(test.Pattern, v) == want) is { } value && draft.Set(field.Field.Name, value),
        HoldsExpression { Person: FieldExpression person } holds when Own(person) => Hold(holds.Role, want, person.Field.Name, draft),
        BinaryExpression comparison when Compared(comparison, draft) is { } sides => Compare(sides.Field, sides.Operator, sides.Value, want, draft),
        _ => Evaluated(condition, draft) is not { } known || known == want,
    };

    /// <summary>The value of an expression, as far as it does not hang on states; null: not known.</summary>
    public Value? Evaluate(Expression expression, Draft? draft = null) => ExpressionCompiler.Evaluate(expression, Scope(draft, draft?.Type));

    private bool? Evaluated(Expression condition, Draft draft) => Evaluate(condition, draft)?.AsTruth;

    private bool Own(FieldExpression field) => field.Event == EventRole.Tested || trigger is null;

    private FitScope Scope(Draft? draft, EventType? type)
    {
        var own = draft?.As(type!);
        return new FitScope(world, own, trigger ?? own, key, draft?.At ?? trigger?.Time);
    }

    // A type that is not recorded itself is what counts as one.
    private EventPattern? Recorded(EventType type) => type.Origin switch
    {
        EventOrigin.Recorded => new EventPattern(type),
        EventOrigin.Derived when world.Vocabulary.Derived.OfType<CountsAs>().FirstOrDefault(d => d.Type == type) is { } counts =>
            counts.Sources.Where(s => s.Type.Origin == EventOrigin.Recorded).ToList() is { Count: > 0 } sources ? random.Pick(sources) : null,
        _ => null,
    };

    private Draft Any(EventType type, Instant at, string? forbidden)
    {
        var draft = new Draft(type, at)
        {
            Forbidden = forbidden,
            Lasts = type.Longest is { } longest ? Duration.Min(longest, Duration.FromMinutes(5 * random.Between(1, 9))) : Duration.Zero,
        };
        foreach (var field in type.Fields)
        {
            draft.Set(field.Name, field.Name == world.Vocabulary.PartitionField ? Value.Text(world.Name) : Any(field, at));
        }

        return draft;
    }

    private Value Any(Field field, Instant at) => field.Type switch
    {
        { Role: FieldRole.Person } => Value.Text(random.Pick(world.People)),
        { Role: FieldRole.Site } => Value.Text(world.Name),
        { Role: FieldRole.Case } => Value.Text(world.NewCase(field.Name)),
        { Kind: ValueKind.Choice } type => Value.Choice(random.Pick(type.Choices)),
        { Kind: ValueKind.Truth } => Value.Truth(random.Chance(0.8)),
        { Kind: ValueKind.Integer } => Value.Integer(random.Between(1, 10)),
        { Kind: ValueKind.Number } => Value.Number(random.Between(1, 100)),
        { Kind: ValueKind.Money } => Value.Money(random.Between(1, 100) * 10),
        { Kind: ValueKind.Duration } => Value.Duration(Duration.FromMinutes(random.Between(5, 60))),
        { Kind: ValueKind.Instant } => Value.Instant(at + Duration.FromMinutes(30 * random.Between(2, 48))),
        { Kind: ValueKind.Date } => Value.Date(at.InZone(world.Zone).Date.PlusDays(random.Between(1, 7))),
        { Kind: ValueKind.Time } => Value.Time(new LocalTime(random.Between(8, 18), 0)),
        _ when world.Vocabulary.FindSet(field.Name)?.Of(world.Name) is { Length: > 0 } things => Value.Text(random.Pick(things)),
        _ => Value.Text(random.Pick(new[] { "a", "b", "c" })),
    };

    private bool Hold(Role role, bool want, string field, Draft draft)
    {
        var holders = world.Holders(role, draft.At);
        var people = want ? holders : [.. world.People.Except(holders)];
        return (draft[field] is { } now && people.Contains(now.AsText)) || (people.Count > 0 && draft.Set(field, Value.Text(random.Pick(people))));
    }

    private (Field Field, BinaryOperator Operator, Value Value)? Compared(BinaryExpression comparison, Draft draft)
    {
        if (comparison.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual))
        {
            return null;
        }

        return Field(comparison.Left) is { } left && Evaluate(comparison.Right, draft) is { } right ? (left, comparison.Operator, right)
            : Field(comparison.Right) is { } other && Evaluate(comparison.Left, draft) is { } value ? (other, Turned(comparison.Operator), value)
            : null;
    }

    private Field? Field(Expression side) => side switch
    {
        FieldExpression field when Own(field) => field.Field,
        WidenExpression { Operand: FieldExpression field } when Own(field) => field.Field,
        _ => null,
    };

    private bool Compare(Field field, BinaryOperator comparison, Value value, bool want, Draft draft) =>
        Choose(Candidates(field.Type, [value]), v => ValueOrder.Holds(v, comparison, value) == want) is { } chosen && draft.Set(field.Name, chosen);

    private static BinaryOperator Turned(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => comparison,
    };

    private Value? Choose(IEnumerable<Value> candidates, Func<Value, bool> wanted) => candidates.Where(wanted).ToList() is { Count: > 0 } fit ? random.Pick(fit) : null;

    // The values at which a comparison may change, and those beside them.
    private IEnumerable<Value> Candidates(FieldType type, IEnumerable<Value> constants) => type switch
    {
        { Kind: ValueKind.Choice } => type.Choices.Select(Value.Choice),
        { Kind: ValueKind.Truth } => [Value.Truth(true), Value.Truth(false)],
        { Role: FieldRole.Person } => world.People.Select(Value.Text).Concat(constants),
        _ => constants.SelectMany(Around),
    };

    private static IEnumerable<Value> Around(Value value) => value.Kind switch
    {
        ValueKind.Integer => [Value.Integer(value.AsInteger - 1), value, Value.Integer(value.AsInteger + 1)],
        ValueKind.Number => [Value.Number(value.AsNumber - 1), value, Value.Number(value.AsNumber + 1)],
        ValueKind.Money => [Value.Money(value.AsNumber - 1), value, Value.Money(value.AsNumber + 1)],
        ValueKind.Duration => [Value.Duration(value.AsDuration - Duration.FromMinutes(1)), value, Value.Duration(value.AsDuration + Duration.FromMinutes(1))],
        ValueKind.Instant => [Value.Instant(value.AsInstant - Duration.FromMinutes(1)), value, Value.Instant(value.AsInstant + Duration.FromMinutes(1))],
        ValueKind.Date => [Value.Date(value.AsDate.PlusDays(-1)), value, Value.Date(value.AsDate.PlusDays(1))],
        ValueKind.Time => [Value.Time(value.AsTime.PlusMinutes(-1)), value, Value.Time(value.AsTime.PlusMinutes(1))],
        ValueKind.Text => [value, Value.Text($"other than {value.AsText}")],
        _ => [value],
    };

    private static IEnumerable<Value> Constants(Pattern pattern) => pattern switch
    {
        ConstantPattern constant => [constant.Value],
        RelationalPattern relational => [relational.Value],
        NotPattern not => Constants(not.Operand),
        AndPattern and => Constants(and.Left).Concat(Constants(and.Right)),
        OrPattern or => Constants(or.Left).Concat(Constants(or.Right)),
        _ => [],
    };
}

/// <summary>What conditions see of an event that is being made up, and of what has been made up before.</summary>
internal sealed class FitScope(SiteWorld world, EventRecord? tested, EventRecord? trigger, ImmutableArray<KeyPart> key, Instant? at) : IEvaluationScope
{
    public DateTimeZone Zone => world.Zone;

    public EventRecord? Event(EventRole role) => role == EventRole.Tested ? tested : trigger;

    public Value? State(StateDefinition state, ImmutableArray<Value> key) => at is { } instant ? StateReplay.Read(state, key, world, instant) : null;

    public bool? Holds(Role role, string person) => at is { } instant ? world.Holders(role, instant).Contains(person) : null;

    public Value? Key(string name)
    {
        foreach (var part in key)
        {
            if (part.Name == name || (EventType.IsBearer(part.Name) && EventType.IsBearer(name)))
            {
                return part.Value;
            }
        }

        return null;
    }
}
