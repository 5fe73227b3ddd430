using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;
using static DutyRules.Tests.Generation.ScopeWorld;

namespace DutyRules.Tests.Generation;

/// <summary>What the world of the small scopes may have beside its recorded events.</summary>
internal static class TaleWorld
{
    public static readonly Duration Five = Duration.FromMinutes(5);

    /// <summary>A visit of kind a, or a start; of a visit of no kind it is not known.</summary>
    public static readonly EventType Contact = Derived("contact", null, ("person", FieldType.Person), ("case", FieldType.Case));

    public static readonly CountsAs Contacts = new() { Type = Contact, Sources = [new(Visit, IsKind("a")), new(Start)] };

    /// <summary>A round, or a contact.</summary>
    public static readonly EventType Work = Derived("work", Round.Longest, ("person", FieldType.Person));

    public static readonly CountsAs Works = new() { Type = Work, Sources = [new(Round), new(Contact)] };

    /// <summary>The verdicts of norm n, which visits open.</summary>
    public static readonly EventType Decided = Outcome("n-decided");

    public static readonly OutcomesOf Outcomes = new() { Type = Decided, NormId = "n" };

    public static readonly ThingSet Cases = new(
        "case", LocalizedText.Same("case"), ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("A", ["c1", "c2"]));

    /// <summary>Who did the last round or visit.</summary>
    public static readonly LatestState Owner = new()
    {
        Name = "owner", Title = LocalizedText.Same("owner"), Samples = [new(new(Round), Round.FindField("person")), new(new(Visit), Visit.FindField("person"))],
    };

    public static Vocabulary With(Vocabulary vocabulary, params ImmutableArray<StateDefinition> states) => vocabulary with
    {
        Events = [.. vocabulary.Events, Contact, Work, Decided], Derived = [Contacts, Works, Outcomes], Sets = [Cases], States = [.. vocabulary.States, Owner, .. states],
    };

    /// <summary>An outcome of norm n with one of these statuses; any, if none is named.</summary>
    public static EventPattern DecidedAs(params VerdictStatus[] statuses) => statuses.Length == 0 ? new(Decided) : new(Decided, statuses
        .Select(status => Compare(Field(Decided, OutcomesOf.StatusField), BinaryOperator.Equal, Value.Choice(status.Name())))
        .Aggregate((left, right) => new BinaryExpression(BinaryOperator.Or, left, right, FieldType.Truth, default)));

    public static Expression Field(EventType type, string field, EventRole role = EventRole.Tested) => new FieldExpression(role, type.FindField(field)!, default);

    public static FirstEvent First(EventType type, Expression? where = null) => new(new EventPattern(type, where));

    /// <summary>From the start on, until the first event of a type, or for five minutes at most.</summary>
    public static Window UntilFirst(EventPattern pattern, bool stillOwed, Duration? atMost = null) => new(
        new WindowEnd(new FrameStart(), true),
        new WindowEnd(new FirstEvent(pattern) { Backstop = new WindowEnd(new Norms.Offset(new FrameStart(), atMost ?? Five), true), StillOwed = stillOwed }, true));

    private static EventType Derived(string name, Duration? longest, params (string Name, FieldType Type)[] fields) => new()
    {
        Name = name,
        Title = LocalizedText.Same(name),
        Origin = EventOrigin.Derived,
        Fields = [.. fields.Prepend(("site", FieldType.Site)).Select((f, i) => new Field(f.Item1, f.Item2, i))],
        Longest = longest,
        Lateness = Duration.FromHours(1),
    };

    private static EventType Outcome(string name) => Derived(
        name, null, ("person", FieldType.Person), (OutcomesOf.StatusField, FieldType.Choice(Enum.GetValues<VerdictStatus>().Select(status => status.Name()))), ("case", FieldType.Case)) with
    {
        Origin = EventOrigin.Outcome,
    };
}
