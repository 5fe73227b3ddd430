using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>The small world in which all generated cases play. Small alphabets make things collide.</summary>
internal sealed class World
{
    public const string Undeclared = "C";
    public static readonly string[] People = ["Li", "Wang", "Zhao"];
    public static readonly string[] Cases = ["c1", "c2"];
    public static readonly string[] Kinds = ["a", "b"];
    public static readonly FieldType Kind = FieldType.Choice(Kinds);

    public World(Choices choices, Scene scene, Duration moreLateness = default)
    {
        var anyLateness = choices.Chance(90);
        EventType Type(string name, Duration? longest, params (string Name, FieldType Type)[] fields) => new()
        {
            Name = name,
            Title = LocalizedText.Same(name),
            Fields = [.. fields.Prepend(("site", FieldType.Site)).Select((f, i) => new Field(f.Item1, f.Item2, i))],
            Longest = longest,
            Lateness = moreLateness + (anyLateness ? choices.Pick(Duration.Zero, Duration.FromMinutes(1), Duration.FromHours(1), Duration.FromHours(1), Duration.FromHours(1)) : Duration.Zero),
        };

        Start = Type("start", null, ("person", FieldType.Person), ("kind", Kind));
        Stop = Type("stop", null, ("person", FieldType.Person), ("kind", Kind));
        Visit = Type("visit", null, ("person", FieldType.Person), ("case", FieldType.Case), ("kind", Kind), ("amount", FieldType.Integer));
        Round = Type("round", Duration.FromMinutes(30), ("person", FieldType.Person), ("case", FieldType.Case), ("kind", Kind));
        Gauge = Type("gauge", null, ("level", FieldType.Integer), ("case", FieldType.Case));

        var noon = scene.Zone.AtLeniently(scene.Start.InZone(scene.Zone).Date.PlusDays(1) + new LocalTime(12, 0)).ToInstant();
        Keeper = new Role("keeper", LocalizedText.Same("keeper"));
        Visitor = new Role("visitor", LocalizedText.Same("visitor"), Visit);
        HandOver = noon;
        Vocabulary = new Vocabulary
        {
            Name = "small",
            Zone = scene.Zone,
            PartitionField = "site",
            Events = [Start, Stop, Visit, Round, Gauge],
            States = [.. DefineStates(choices)],
            Roles = [Keeper, Visitor],
            Sites = [new Site("A", LocalizedText.Same("A")), new Site("B", LocalizedText.Same("B"), scene.OtherZone)],
            Roster = choices.OneOf<ImmutableArray<Assignment>>(
                () => [Holds("Li", "A"), Holds("Wang", "A"), Holds("Li", "B")],
                () => [Holds("Li", "A", to: noon), Holds("Wang", "A", from: noon), Holds("Zhao", "B", to: noon)],
                () => [Holds("Li", "A"), Holds("Wang", "A", to: noon), Holds("Wang", "B", from: noon)],
                () => [Holds("Li", "A", to: noon), Holds("Li", "A", from: noon), Holds("Zhao", "A", from: scene.Start, to: noon)],
                () => [Holds("Li", "A", from: noon)]),
        };
    }

    public Vocabulary Vocabulary { get; }

    public EventType Start { get; }

    public EventType Stop { get; }

    public EventType Visit { get; }

    public EventType Round { get; }

    public EventType Gauge { get; }

    /// <summary>Held by those whom the roster names; may change hands at <see cref="HandOver"/>.</summary>
    public Role Keeper { get; }

    /// <summary>Held by those who visit.</summary>
    public Role Visitor { get; }

    public Instant HandOver { get; }

    public StateDefinition State(string name) => Vocabulary.FindState(name)!;

    private Assignment Holds(string person, string site, Instant? from = null, Instant? to = null) => new(person, Keeper.Name, site, from, to);

    private IEnumerable<StateDefinition> DefineStates(Choices choices)
    {
        var conditions = new Conditions(choices, null);
        EventPattern Source(EventType type) => new(type, choices.Chance(30) ? conditions.OfFields(type) : null);

        yield return new SwitchState
        {
            Name = "on-duty", Title = LocalizedText.Same("on duty"), Of = ["person"],
            On = [Source(Start)], Off = [Source(Stop)], Initially = choices.Chance(10) ? null : Value.Truth(choices.Chance(30)),
        };
        yield return new SwitchState
        {
            Name = "busy", Title = LocalizedText.Same("busy"),
            On = [Source(Start)], Off = [Source(Stop)], Initially = choices.Chance(10) ? null : Value.Truth(choices.Chance(30)),
        };
        yield return new CountState
        {
            Name = "waiting", Title = LocalizedText.Same("waiting"),
            Up = [Source(Start)], Down = [Source(Stop)], Initially = choices.Chance(10) ? null : Value.Integer(choices.Between(0, 1)),
        };
        yield return new LatestState
        {
            Name = "level", Title = LocalizedText.Same("level"), Of = choices.Chance(20) ? ["case"] : [],
            Sample = Source(Gauge), Field = Gauge.FindField("level"),
            StaleAfter = choices.Chance(50) ? choices.Pick(Duration.FromMinutes(5), Duration.FromHours(1)) : null,
        };
        yield return new LatestState
        {
            Name = "last-visit", Title = LocalizedText.Same("last visit"), Of = choices.Chance(20) ? ["person"] : [], Sample = Source(Visit),
        };
        yield return new MembershipState
        {
            Name = "open-cases", Title = LocalizedText.Same("open cases"), Member = "case", In = [Source(Visit)], Out = [Source(Gauge)],
        };
    }
}
