using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;

namespace DutyRules.Cli.Generating;

/// <summary>Makes up the events after which a condition on states holds, or no longer holds.</summary>
internal sealed class StateMover(SiteWorld world, SeededRandom random, Fitting fitting)
{
    private const int MostSteps = 40;

    /// <summary>The events; none when it is so already, null when it cannot be brought about.</summary>
    public IReadOnlyList<Draft>? Bring(Expression condition, bool want, Instant at) => condition switch
    {
        UnaryExpression { Operator: UnaryOperator.Not } not => Bring(not.Operand, !want, at),
        BinaryExpression { Operator: BinaryOperator.And } and => want ? Both(and, true, at) : One(and, false, at),
        BinaryExpression { Operator: BinaryOperator.Or } or => want ? One(or, true, at) : Both(or, false, at),
        StateExpression { State: SwitchState state } read => Switch(state, read, want, at),
        IsExpression { Operand: StateExpression { State: SwitchState state } read, Pattern: ConstantPattern { Value: { Kind: ValueKind.Truth } constant } } => Switch(state, read, constant.AsTruth == want, at),
        IsExpression { Operand: StateExpression { State: LatestState state } read } test => Sample(state, read, v => PatternTest.Matches(test.Pattern, v) == want, at),
        BinaryExpression { Left: StateExpression { State: var state } read, Right: var right, Operator: var comparison } when fitting.Evaluate(right) is { } value => state switch
        {
            CountState count => Number(count.Up, count.Down, null, read, n => ValueOrder.Holds(Value.Integer(n), comparison, value) == want, at),
            MembershipState members => Number(members.In, members.Out, members.Member, read, n => ValueOrder.Holds(Value.Integer(n), comparison, value) == want, at),
            LatestState latest => Sample(latest, read, v => ValueOrder.Holds(v, comparison, value) == want, at),
            _ => null,
        },
        _ => fitting.Evaluate(condition) is { Kind: ValueKind.Truth } known && known.AsTruth == want ? [] : null,
    };

    private IReadOnlyList<Draft>? Both(BinaryExpression both, bool want, Instant at) =>
        Bring(both.Left, want, at) is { } left && Bring(both.Right, want, at) is { } right ? [.. left, .. right] : null;

    private IReadOnlyList<Draft>? One(BinaryExpression either, bool want, Instant at) => Bring(either.Left, want, at) ?? Bring(either.Right, want, at);

    private IReadOnlyList<Draft>? Switch(SwitchState state, StateExpression read, bool want, Instant at)
    {
        if (KeyOf(read) is not { } key)
        {
            return null;
        }

        var on = StateReplay.Read(state, key, world, at) is { AsTruth: true };
        return on == want ? [] : Made(want ? state.On : state.Off, state, key, at, 1, null);
    }

    private IReadOnlyList<Draft>? Sample(LatestState state, StateExpression read, Func<Value, bool> wanted, Instant at)
    {
        if (KeyOf(read) is not { } key || state.Samples.FirstOrDefault(s => s.Field is not null) is not { Field: { } field } source)
        {
            return null;
        }

        IEnumerable<Value> candidates = field.Type switch
        {
            { Kind: ValueKind.Choice } type => type.Choices.Select(Value.Choice),
            { Role: FieldRole.Person } => world.People.Select(Value.Text),
            { Kind: ValueKind.Truth } => [Value.Truth(true), Value.Truth(false)],
            { Kind: ValueKind.Integer } => Enumerable.Range(0, 101).Select(n => Value.Integer(n)),
            { Kind: ValueKind.Number } => Enumerable.Range(0, 101).Select(n => Value.Number(n)),
            { Kind: ValueKind.Money } => Enumerable.Range(0, 101).Select(n => Value.Money(n * 100)),
            _ => [],
        };
        var fit = candidates.Where(wanted).ToList();
        return fit.Count == 0 ? null : Made([source.Pattern], state, key, at, 1, draft => draft.Fix(field.Name, random.Pick(fit)));
    }

    private IReadOnlyList<Draft>? Number(
        IReadOnlyList<EventPattern> up, IReadOnlyList<EventPattern> down, string? member, StateExpression read, Func<long, bool> wanted, Instant at)
    {
        if (KeyOf(read) is not { } key)
        {
            return null;
        }

        if (StateReplay.Read(read.State, key, world, at) is not { } current)
        {
            return null;
        }

        var members = read.State is MembershipState inside ? StateReplay.Members(inside, key, world, at) : [];
        var number = current.AsInteger;
        var steps = Enumerable.Range(0, MostSteps).Cast<int?>().FirstOrDefault(n => wanted(number + n!.Value));
        if (steps is { } more)
        {
            return Made(up, read.State, key, at, more, member is null ? null : draft => New(draft, member, members));
        }

        var fewer = Enumerable.Range(1, (int)Math.Min(MostSteps, Math.Max(0, number))).Cast<int?>().FirstOrDefault(n => wanted(number - n!.Value));
        return fewer is not { } gone ? null : Made(down, read.State, key, at, gone, member is null ? null : draft => Leaves(draft, member, members));
    }

    // Somebody or something that is not in yet.
    private bool New(Draft draft, string member, List<string> members)
    {
        var type = draft.Type.FindField(member)!.Type;
        var free = type.Role == FieldRole.Person ? world.People.Except(members).ToList() : [world.NewCase(member)];
        if (free.Count == 0)
        {
            return false;
        }

        var chosen = random.Pick(free);
        members.Add(chosen);
        return draft.Fix(member, Value.Text(chosen));
    }

    private static bool Leaves(Draft draft, string member, List<string> members)
    {
        if (members.Count == 0)
        {
            return false;
        }

        var first = members[0];
        members.RemoveAt(0);
        return draft.Fix(member, Value.Text(first));
    }

    private IReadOnlyList<Draft>? Made(IReadOnlyList<EventPattern> patterns, StateDefinition state, IReadOnlyList<Value> key, Instant at, int number, Func<Draft, bool>? prepare)
    {
        var made = new List<Draft>();
        for (var i = 0; i < number; i++)
        {
            if (patterns.Count == 0
                || fitting.Make(random.Pick(patterns), at + Duration.FromSeconds(i), draft => state.Of.Zip(key).All(k => draft.Fix(k.First, k.Second)) && prepare?.Invoke(draft) != false) is not { } draft)
            {
                return null;
            }

            made.Add(draft);
        }

        return made;
    }

    private List<Value>? KeyOf(StateExpression read)
    {
        var key = new List<Value>();
        foreach (var part in read.Key)
        {
            if (fitting.Evaluate(part) is not { } value)
            {
                return null;
            }

            key.Add(value);
        }

        return key;
    }
}
