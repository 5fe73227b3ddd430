using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Monitoring.Calendars;
using DutyRules.Norms;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Monitoring.Planning;

/// <summary>A condition, ready to run.</summary>
internal delegate Maybe<bool> Condition(IEvaluationScope scope);

/// <summary>A norm, ready to run: what it listens to, what it reads, how long it waits.</summary>
internal sealed class NormPlan
{
    private readonly (Bound<decimal> Bounds, Dictionary<Expression, Func<IEvaluationScope, Value?>> Ends)? _bounds;

    public NormPlan(Norm norm, int order, Vocabulary vocabulary, ImmutableArray<NormPlan> upstream, Func<EventType, Duration> latenessOf)
    {
        Norm = norm;
        Order = order;
        Upstream = upstream;
        NamedOutcome = norm.Frame is OutcomeFrame { Trigger.Type: var type } follows && vocabulary.Derived.OfType<OutcomesOf>().Any(o => o.Type == type && o.NormId == follows.NormId) ? type : null;
        IsGate = norm.Frame is WhenFrame && (norm.Content is ConditionContent or ActorContent
            || (norm.Content is CountContent or CompositeContent or MeasureContent && norm.Window.Closes.Anchor is FrameStart));
        IsAct = norm.Frame is WhenFrame && (IsGate || norm.Content is HappeningContent);
        SeenIn = norm.Parties.Who is EachParty { Role.SeenIn: { } seen } && norm.Frame is EveryFrame ? seen : null;
        Whose = norm.Parties.Who switch
        {
            EachParty p => p.Role,
            PostParty p => p.Role,
            _ => null,
        };
        Each = norm.Parties.Who is EachParty && !IsAct;
        ShiftFrame = (norm.Frame as EveryFrame)?.Period as ShiftPeriod;
        OnShift = Whose is { IsHeldOnShift: true };
        IsAssigned = Whose is { IsAssigned: true, IsHeldOnShift: false };
        var named = norm.Window.Anchors().Shifts().ToList();
        NamesOtherShifts = named.Exists(choice => choice != ShiftChoice.This);
        var usesShifts = ShiftFrame is not null || norm.Roles().Any(r => r.IsHeldOnShift) || named.Count > 0;
        ShiftTypes = usesShifts ? (vocabulary.Shifts ?? throw new ArgumentException($"the norm `{norm.Id}` speaks of shifts, of which the vocabulary has none", nameof(norm))).Types : [];
        HasWindow = norm.Content is not (ConditionContent or ActorContent or HappeningContent);
        Same = norm.Content switch
        {
            CountContent c => c.Same,
            OneOfEachContent c => c.Same,
            CompositeContent c => c.Same,
            MeasureContent c => c.Same,
            CoveringContent c => c.Same,
            _ => [],
        };
        Parts = PartsOf(norm, IsAct);
        FirstOpening = norm.Window.Opens.Anchor is FirstEvent opening ? new FirstPlan(opening) : null;
        FirstEnd = norm.Window.Closes.Anchor is FirstEvent end ? new FirstPlan(end) : null;
        Window = new Window(
            norm.Window.Opens.Anchor is FirstEvent ? new WindowEnd(new FrameStart(), true) : norm.Window.Opens,
            norm.Window.Closes.Anchor is FirstEvent { Backstop: { } backstop } ? backstop : norm.Window.Closes);
        Birth = BirthPlan.For(norm);

        TriggerWhere = Compile(norm.Frame is WhenFrame w ? w.Trigger.Where : (norm.Frame as OutcomeFrame)?.If);
        Lifted = Conditions.Any(norm.Exceptions.OfType<LiftedException>().Select(e => Compile(e.Condition)!));
        Pauses = Conditions.Any(norm.Exceptions.OfType<PausesException>().Select(e => Compile(e.Condition)!));
        While = Conditions.Without(Compile((norm.Frame as WhileFrame)?.Condition), norm.Content is HappeningContent ? Lifted : null);
        (Stay, StayOf) = norm.Content switch
        {
            StayContent { Share: null } c => (Conditions.Or(Lifted, Compile(c.Condition)!), null),
            StayContent c => (Compile(c.Condition), Conditions.Without(Compile(c.Of), Lifted)),
            TotalContent c => (Conditions.Without(Compile(c.Condition), Lifted), null),
            MeetContent c => (Compile(c.Condition), null),
            _ => (null, (Condition?)null),
        };
        Person = norm.Parties.Who is PersonParty bearer ? ExpressionCompiler.CompileText(bearer.Person) : null;
        MeasureOf = norm.Content is MeasureContent measure ? ExpressionCompiler.Compile(measure.Of) : null;
        _bounds = norm.Content is MeasureContent { Bounds.IsComputed: true } computed
            ? (computed.Bounds, new[] { computed.Bounds.Lower?.Term.Computed, computed.Bounds.Upper?.Term.Computed }.OfType<Expression>().Distinct().ToDictionary(e => e, ExpressionCompiler.Compile))
            : null;
        Liabilities = [.. norm.Parties.Liable.Select(l => new LiabilityPlan(l))];
        IsConditional = Stay is not null || Pauses is not null || norm.Exceptions.Any(e => e is LapsesException)
            || norm.Content is CoveringContent { AsOfOpening: true, Set: not ValuesSet };
        OnlyIf = Compile((norm.Content as ConditionContent)?.Condition);
        Unless = [.. norm.Exceptions.OfType<UnlessException>().Select(e => Compile(e.Condition)!)];
        Lapses = [.. norm.Exceptions.OfType<LapsesException>().Select(e => Compile(e.Condition)!)];

        Types = [.. EventReads.Acts(norm).Except(norm.Frame is OutcomeFrame { Trigger: { } above } ? [above.Type] : [])
            .Concat(Parts.Select(p => p.Type)).Concat(norm.Window.FirstEvents().Select(f => f.Event.Type)).Concat(ShiftTypes).Distinct()];
        WatchedStates = [.. norm.Watched().SelectMany(ExpressionReads.States).Distinct()];
        States = [.. EventReads.States(norm)];
        Lateness = Types.Concat(States.SelectMany(s => s.Sources.Select(p => p.Type)))
            .Aggregate(upstream.Aggregate(Duration.Zero, (most, n) => Duration.Max(most, n.Lateness)), (most, read) => Duration.Max(most, latenessOf(read)));
        var longestShift = vocabulary.Shifts is { } shifts ? Ticks.Of(shifts.Longest) : 0;
        LooksBack = !Parts.IsEmpty && norm.Content is not AttestedContent && norm.Modality == Modality.Must && !NamesField(Window.Opens.Anchor);
        LookBack = norm.Frame is WhenFrame && LooksBack
            ? WindowResolver.LookBack(Window.Opens.Anchor, longestShift)
            : SeenIn is not null && norm.Frame is EveryFrame every ? FramePeriods.Longest(every.Period)
            : ShiftFrame is not null ? ShiftLookBack(longestShift)
            : 0;
        DueBeforeShift = ShiftFrame is not null ? WindowResolver.LookBack(Window.Closes.Anchor, longestShift) : 0;
        OpensBefore = norm.Frame is EveryFrame { Period: not ShiftPeriod and var period } ? WindowResolver.LookBack(Window.Opens.Anchor, FramePeriods.Longest(period)) : 0;
        Longest = Parts.Aggregate(0L, (most, part) => Math.Max(most, part.Type.Longest is { } longest ? Ticks.Of(longest) : 0));
    }

    public Norm Norm { get; }

    public int Order { get; }

    /// <summary>The norm it follows on, if it does; several where other sites have another form of it.</summary>
    public ImmutableArray<NormPlan> Upstream { get; }

    /// <summary>The type of the outcomes that it follows, where these themselves are its triggers; null where the events are that opened the other norm.</summary>
    public EventType? NamedOutcome { get; }

    /// <summary>The kinds of events that its content looks for.</summary>
    public ImmutableArray<ContentPart> Parts { get; }

    /// <summary>The event that begins its window; null if none does.</summary>
    public FirstPlan? FirstOpening { get; }

    /// <summary>The event that ends its window; null if none does.</summary>
    public FirstPlan? FirstEnd { get; }

    /// <summary>True when an event of a type may begin or end its window.</summary>
    public bool IsFirst(EventType type) => FirstOpening?.Type == type || FirstEnd?.Type == type;

    /// <summary>An event begins or ends its window.</summary>
    public bool HasFirsts => FirstOpening is not null || FirstEnd is not null;

    /// <summary>The window as far as it is known beforehand (rule W6).</summary>
    public Window Window { get; }

    /// <summary>What is read once, at birth; null if nothing is.</summary>
    public BirthPlan? Birth { get; }

    /// <summary>The frame is the act, and what counts comes before it (rule F4).</summary>
    public bool IsGate { get; }

    /// <summary>The frame is the act; its bearer is the actor (rule F4).</summary>
    public bool IsAct { get; }

    /// <summary>The shifts it has instances of; null if it has none.</summary>
    public ShiftPeriod? ShiftFrame { get; }

    /// <summary>Shifts say who holds the role of an each or a post, or have a say in it (rule B3).</summary>
    public bool OnShift { get; }

    /// <summary>The list of assignments alone says who holds the role of an each or a post.</summary>
    public bool IsAssigned { get; }

    /// <summary>An end of its window is that of another shift than that of the frame (rule H6).</summary>
    public bool NamesOtherShifts { get; }

    /// <summary>The records of shifts, if it depends on them.</summary>
    public ImmutableArray<EventType> ShiftTypes { get; }

    /// <summary>Its content is looked for in a window, not at an instant.</summary>
    public bool HasWindow { get; }

    /// <summary>The events that make a person a holder for a period; null if the roster does.</summary>
    public EventType? SeenIn { get; }

    /// <summary>The role of an each or a post.</summary>
    public Role? Whose { get; }

    /// <summary>One instance per holder; not so for acts.</summary>
    public bool Each { get; }

    public ImmutableArray<string> Same { get; }

    public Condition? TriggerWhere { get; }

    public Condition? While { get; }

    public Condition? Stay { get; }

    public Condition? StayOf { get; }

    public Condition? OnlyIf { get; }

    /// <summary>While it holds, that part does not count (rule X5).</summary>
    public Condition? Lifted { get; }

    /// <summary>While it holds, the clock of the window stands still (rule W7).</summary>
    public Condition? Pauses { get; }

    /// <summary>Whom the bearing expression names (rule F13); null if the bearer is not one of these.</summary>
    public Func<IEvaluationScope, Maybe<string>>? Person { get; }

    /// <summary>Whom it names at each moment; null if that does not matter.</summary>
    public Func<IEvaluationScope, Maybe<string>>? Owner => Norm.Parties.Who is PersonParty { Moving: true } ? Person : null;

    /// <summary>What is measured of an event (rule C16).</summary>
    public Func<IEvaluationScope, Value?>? MeasureOf { get; }

    /// <summary>Who answers for a breach; empty: those who bear it.</summary>
    public ImmutableArray<LiabilityPlan> Liabilities { get; }

    /// <summary>Open instances read conditions as states change.</summary>
    public bool IsConditional { get; }

    /// <summary>An event serves one instance only (rule C20).</summary>
    public bool Once => Norm.Content is CountContent { Once: true };

    public ImmutableArray<Condition> Unless { get; }

    public ImmutableArray<Condition> Lapses { get; }

    /// <summary>The events it listens to.</summary>
    public ImmutableArray<EventType> Types { get; }

    /// <summary>The states whose changes wake it.</summary>
    public ImmutableArray<StateDefinition> WatchedStates { get; }

    /// <summary>All states it reads.</summary>
    public ImmutableArray<StateDefinition> States { get; }

    /// <summary>How far its watermark is behind now (rule E5).</summary>
    public Duration Lateness { get; }

    /// <summary>After an event, its window may open before it (rule W2).</summary>
    public bool LooksBack { get; }

    /// <summary>How far before its birth a window may open, in ticks, at most.</summary>
    public long LookBack { get; }

    /// <summary>How far before the start of its shift it may be due, in ticks, at most.</summary>
    public long DueBeforeShift { get; }

    /// <summary>How far before the start of its period a window may open, in ticks, at most.</summary>
    public long OpensBefore { get; }

    /// <summary>The longest that a counted event lasts, in ticks.</summary>
    public long Longest { get; }

    /// <summary>Counted events before a birth matter: those of its instant, or farther back.</summary>
    public bool KeepsRecent => (!Parts.IsEmpty || HasFirsts) && (Norm.Frame is WhenFrame || SeenIn is not null || ShiftFrame is not null);

    /// <summary>The computed bounds of a measure; null if they are not known.</summary>
    public Bound<decimal>? BoundsAt(IEvaluationScope scope) => _bounds?.Bounds.Resolve(end => _bounds.Value.Ends[end](scope) switch
    {
        null => null,
        { Kind: ValueKind.Duration } length => length.AsDuration.BclCompatibleTicks,
        { } number => number.AsNumber,
    });

    private static bool NamesField(Anchor anchor) =>
        WindowParts.Within(anchor).ToList() is var parts && (parts.Exists(a => a is FieldTime) || parts.Days().Any(d => d is FieldDay));

    // A shift that is planned anew ends after that, so it began less than its length before; its window may open before that.
    private long ShiftLookBack(long longest) => longest + WindowResolver.LookBack(Window.Opens.Anchor, longest) + Ticks.Of(Duration.FromDays(1));

    internal static Condition? Compile(Expression? expression) =>
        expression is null ? null : new Condition(ExpressionCompiler.CompileCondition(expression));

    private static ImmutableArray<ContentPart> PartsOf(Norm norm, bool isAct) => norm switch
    {
        { Parties.Who: TogetherParty together, Content: CountContent count } =>
            [.. together.People.Select((_, i) => ContentPart.For(i, count.Event, norm, null, isAct))],
        { Content: CompositeContent composite } => [.. composite.Items.Select((item, i) => ContentPart.For(i, item.Event, norm, item.DoneBy, isAct))],
        { Content: CoveringContent { Set: ValuesSet set } covering } =>
            [ContentPart.For(0, covering.Event, norm, null, isAct), new ContentPart(1, set.Event, PerformerKind.Anyone, null) { Shares = false }],
        { Content: AttestedContent attested } => [new ContentPart(0, attested.Event, PerformerKind.Anyone, null)],
        _ => [.. norm.Content.Patterns().Select((pattern, i) => ContentPart.For(i, pattern, norm, null, isAct))],
    };
}
