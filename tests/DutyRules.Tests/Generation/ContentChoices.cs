using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>Makes composites, measures, coverings, and what is met or attested.</summary>
internal sealed class ContentChoices(Choices choices, World world, Conditions conditions, IReadOnlySet<Feature> features)
{
    private readonly Figures _figures = new(choices, world, conditions);

    /// <summary>The outcomes of other norms, for those that may read them.</summary>
    public IReadOnlyList<EventType> OfOutcomes { get; set; } = [];

    /// <summary>A content of the features that are on, in place of another, or that itself.</summary>
    public Content InPlaceOf(Content content, Conditions.Scope scope, string norm, bool gate)
    {
        if (content is ConditionContent or ActorContent or HappeningContent)
            return content;

        (Feature Feature, Func<Content> Make)[] makers =
        [
            (Feature.Composite, () => MakeComposite(scope)),
            (Feature.Measure, () => MakeMeasure(scope)),
            (Feature.Covering, () => MakeCovering(scope)),
            (Feature.Meet, () => new MeetContent(conditions.Any(scope))),
            (Feature.Attested, () => MakeAttested(norm)),
        ];
        var on = makers.Where(maker => features.Contains(maker.Feature) && (!gate || maker.Feature is Feature.Composite or Feature.Measure)).ToList();
        var keep = features.Overlaps([Feature.Once, Feature.Computed, Feature.Together]) ? 45 : 15;
        return on.Count == 0 || choices.Chance(keep) ? content : choices.Pick(on).Make();
    }

    /// <summary>Whose acts count.</summary>
    public Party Performer(EventType? trigger)
    {
        var persons = trigger?.Fields.Where(field => field.Type.Role == FieldRole.Person).ToList() ?? [];
        return choices.Below(6) switch
        {
            0 => new AnyoneParty(),
            1 when persons.Count > 0 => new FieldParty(choices.Pick(persons)),
            2 or 3 when trigger is not null && features.Overlaps([Feature.Performers, Feature.Together]) => new PersonParty(_figures.Person(trigger), choices.Chance(40)),
            4 => new PostParty(Manager() ?? (choices.Chance(50) ? world.Deputy : choices.Chance(30) ? world.Visitor : world.Keeper)),
            _ => new PostParty(world.Guard.OnShift ? world.Guard : world.Keeper),
        };
    }

    private CompositeContent MakeComposite(Conditions.Scope scope)
    {
        var how = choices.Pick(Enum.GetValues<Composition>());
        var types = Enumerable.Range(0, choices.Pick(1, 2, 2, 2, 3)).Select(_ => Derived() ?? choices.Pick(world.Visit, world.Visit, world.Start, world.Round, world.Gauge)).ToList();
        return new CompositeContent(how, [.. types.Select(type => MakeItem(type, how, scope))]) { Same = Same(scope, types) };
    }

    private ContentItem MakeItem(EventType type, Composition how, Conditions.Scope scope) => new(Pattern(type, scope))
    {
        Times = how == Composition.InOrder ? 1L
            : features.Contains(Feature.Computed) && choices.Chance(50) ? new Term<long>(default) { Computed = _figures.Integer(scope) }
            : (long)choices.Pick(1, 1, 1, 2),
        DoneBy = features.Contains(Feature.Performers) && choices.Chance(40) ? Performer(scope.Trigger) : null,
        If = choices.Chance(35) ? conditions.Any(scope) : null,
    };

    private MeasureContent MakeMeasure(Conditions.Scope scope)
    {
        var kind = choices.Pick(Enum.GetValues<MeasureKind>());
        var type = Derived() ?? choices.Pick(world.Visit, world.Gauge, world.Gauge, world.Round);
        var of = kind switch
        {
            MeasureKind.Share => conditions.Any(scope with { Tested = type }),
            MeasureKind.Distinct when choices.Chance(70) => Conditions.Read(EventRole.Tested, choices.Pick(type.Fields[1..])),
            _ => _figures.Of(type, scope),
        };
        return new MeasureContent(kind, Pattern(type, scope), of, MakeBounds(kind, of.Type, scope)) { Same = Same(scope, [type]) };
    }

    private Bound<decimal> MakeBounds(MeasureKind kind, FieldType of, Conditions.Scope scope)
    {
        var type = kind switch { MeasureKind.Share => FieldType.Number, MeasureKind.Distinct => FieldType.Integer, _ => of };
        var (low, high) = (Figure(), Figure());
        return choices.OneOf(
            () => Bound<decimal>.AtLeast(high), () => Bound<decimal>.MoreThan(low), () => Bound<decimal>.AtMost(high), () => Bound<decimal>.AtMost(0m),
            () => Bound<decimal>.LessThan(high), () => Bound<decimal>.LessThan(low), () => Bound<decimal>.Between(low, high), () => Bound<decimal>.Exactly(low));

        Term<decimal> Figure() => features.Contains(Feature.Computed) && choices.Chance(50)
            ? new Term<decimal>(default) { Computed = _figures.OfType(type, scope) }
            : kind == MeasureKind.Share ? choices.Pick(0m, 0.3333m, 0.5m, 0.6667m, 1m)
            : type.Kind == ValueKind.Duration ? choices.Pick(Duration.Zero, Duration.FromMinutes(5), Duration.FromMinutes(10)).BclCompatibleTicks
            : kind == MeasureKind.Mean ? choices.Pick(0m, 0.5m, 1m, 1.25m, 1.5m, 2m)
            : choices.Pick(0m, 1m, 2m, 2.5m, 3m);
    }

    private CoveringContent MakeCovering(Conditions.Scope scope)
    {
        var byCase = choices.Chance(40);
        var type = features.Contains(Feature.Derived) && choices.Chance(50) ? world.More.Derived[0].Type : choices.Pick(world.Visit, world.Visit, world.Round);
        var field = type.FindField(byCase ? choices.Pick("case", "kind") : type == world.Visit && choices.Chance(50) ? World.With : "person")!;
        CoveredSet set = byCase ? ValuesOf(field.Name, scope)
            : choices.Chance(50) ? new OnSet((SwitchState)world.State("present"))
            : new HoldersSet(Manager() ?? (world.Guard.OnShift && choices.Chance(60) ? world.Guard : choices.Chance(80) ? world.Keeper : world.Deputy));
        return new CoveringContent(Pattern(type, scope), field, set)
        {
            Share = choices.Pick(1m, 1m, 0.5m, 0.3333m, 0.75m, 0.1m, 0m),
            ByCount = choices.Chance(30) ? MakeTable() : null,
            Rounding = choices.Pick(Enum.GetValues<Rounding>()),
            AsOfOpening = choices.Chance(40),
            Same = Same(scope, [type]),
        };
    }

    private ValuesSet ValuesOf(string field, Conditions.Scope scope)
    {
        var type = choices.Pick(new[] { world.Visit, world.Gauge, world.Round, world.Start }.Concat(world.More.Derived.Select(derived => derived.Type)).Where(type => type.FindField(field) is not null).ToList());
        return new ValuesSet(Pattern(type, scope), type.FindField(field)!);
    }

    /// <summary>The share for one, for two, and, at times, for more.</summary>
    private Table MakeTable()
    {
        TableRow Row(long from, long to) => new(
            [new TableCell(Value.Integer(from), Value.Integer(to))], choices.Chance(10) ? null : Value.Number(choices.Pick(0.3m, 0.5m, 1m)));
        ImmutableArray<TableRow> rows = choices.Chance(70) ? [Row(1, 1), Row(2, 2), Row(3, 9)] : [Row(2, 3)];
        return new Table("share-by-number", LocalizedText.Same("share by number"), [FieldType.Integer], FieldType.Number, rows);
    }

    private AttestedContent MakeAttested(string norm)
    {
        var type = world.Attest!;
        var where = choices.Chance(80) ? Conditions.Compare(Conditions.Read(EventRole.Tested, type.FindField(World.NormField)!), BinaryOperator.Equal, Value.Text(norm)) : null;
        return new AttestedContent(new EventPattern(type, where), type.FindField("kept")!)
        {
            By = choices.Chance(50) ? null : Manager() ?? (world.Guard.OnShift && choices.Chance(50) ? world.Guard : choices.Chance(80) ? world.Keeper : world.Visitor),
        };
    }

    private Role? Manager() => world.More.Manager is { } manager && choices.Chance(50) ? manager : null;

    /// <summary>An event that follows from others, at times; null: none.</summary>
    private EventType? Derived() =>
        OfOutcomes.Count > 0 && choices.Chance(60) ? choices.Pick(OfOutcomes)
        : features.Contains(Feature.Derived) && choices.Chance(50) ? choices.Pick(world.More.Derived).Type
        : null;

    private EventPattern Pattern(EventType type, Conditions.Scope scope) =>
        new(type, choices.Chance(features.Contains(Feature.Where) || type.Origin == EventOrigin.Outcome ? 60 : 25) ? conditions.Any(scope with { Tested = type }) : null);

    /// <summary>Fields that the trigger and all types have.</summary>
    private ImmutableArray<string> Same(Conditions.Scope scope, IReadOnlyList<EventType> types) => features.Contains(Feature.Same) && scope.Trigger is { } trigger && choices.Chance(60)
        ? [.. new[] { "case", "person" }.Where(name => trigger.FindField(name) is not null && types.All(type => type.FindField(name) is not null)).Take(1)]
        : [];
}
