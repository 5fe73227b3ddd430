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
    public NormPlan(Norm norm, int order, Vocabulary vocabulary, NormPlan? upstream, Func<EventType, Duration> latenessOf)
    {
        Norm = norm;
        Order = order;
        Upstream = upstream;
        ContentEvent = norm.Content switch
        {
            CountContent c => c.Event,
            OneOfEachContent c => c.Event,
            _ => null,
        };
        IsGate = norm.Frame is WhenFrame && (norm.Content is ConditionContent or ActorContent
            || (norm.Content is CountContent && norm.Window.Closes.Anchor is FrameStart));
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
        var usesShifts = ShiftFrame is not null || NormParts.Roles(norm).Any(r => r.IsHeldOnShift) || named.Count > 0;
        ShiftTypes = usesShifts ? (vocabulary.Shifts ?? throw new ArgumentException($"the norm `{norm.Id}` speaks of shifts, of which the vocabulary has none", nameof(norm))).Types : [];
        HasWindow = norm.Content is CountContent or OneOfEachContent or StayContent or TotalContent;
        Same = norm.Content switch
        {
            CountContent c => c.Same,
            OneOfEachContent c => c.Same,
            _ => [],
        };
        ActorMatters = ContentEvent?.Type.Actor is not null && !norm.Parties.DoneByAnyone && !IsAct
            && norm.Parties.Who is EachParty or PostParty or FieldParty;

        TriggerWhere = Compile(norm.Frame is WhenFrame w ? w.Trigger.Where : null);
        ContentWhere = Compile(ContentEvent?.Where);
        While = Compile((norm.Frame as WhileFrame)?.Condition);
        var held = (norm.Content as StayContent)?.Condition ?? (norm.Content as TotalContent)?.Condition;
        Stay = Compile(held);
        StayOf = Compile((norm.Content as StayContent)?.Of);
        OnlyIf = Compile((norm.Content as ConditionContent)?.Condition);
        Unless = [.. norm.Exceptions.OfType<UnlessException>().Select(e => Compile(e.Condition)!)];
        Lapses = [.. norm.Exceptions.OfType<LapsesException>().Select(e => Compile(e.Condition)!)];

        Types = [.. new[] { (norm.Frame as WhenFrame)?.Trigger.Type, ContentEvent?.Type, SeenIn }.OfType<EventType>().Concat(ShiftTypes).Distinct()];
        var watched = new[] { (norm.Frame as WhileFrame)?.Condition, held, (norm.Content as StayContent)?.Of }
            .Concat(norm.Exceptions.OfType<LapsesException>().Select(e => e.Condition));
        WatchedStates = [.. watched.SelectMany(ExpressionReads.States).Distinct()];
        States =
        [
            .. new[] { (norm.Frame as WhenFrame)?.Trigger.Where, ContentEvent?.Where, (norm.Content as ConditionContent)?.Condition }
                .Concat(norm.Exceptions.OfType<UnlessException>().Select(e => e.Condition))
                .SelectMany(ExpressionReads.States).Concat(WatchedStates).Distinct(),
        ];
        Lateness = Types.Concat(States.SelectMany(s => s.Sources.Select(p => p.Type)))
            .Select(latenessOf)
            .Append(upstream?.Lateness ?? Duration.Zero)
            .Max();
        var longestShift = vocabulary.Shifts is { } shifts ? Ticks.Of(shifts.Longest) : 0;
        LooksBack = ContentEvent is not null && norm.Modality == Modality.Must && !NamesField(norm.Window.Opens.Anchor);
        LookBack = norm.Frame is WhenFrame && LooksBack
            ? WindowResolver.LookBack(norm.Window.Opens.Anchor, longestShift)
            : SeenIn is not null && norm.Frame is EveryFrame every ? FramePeriods.Longest(every.Period)
            : ShiftFrame is not null ? ShiftLookBack(longestShift)
            : 0;
        DueBeforeShift = ShiftFrame is not null ? WindowResolver.LookBack(norm.Window.Closes.Anchor, longestShift) : 0;
        Longest = ContentEvent?.Type.Longest is { } longest ? Ticks.Of(longest) : 0;
    }

    public Norm Norm { get; }

    public int Order { get; }

    /// <summary>The norm it follows on, if it does.</summary>
    public NormPlan? Upstream { get; }

    public EventPattern? ContentEvent { get; }

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

    /// <summary>A counted event must have been done by the bearer (rule C1).</summary>
    public bool ActorMatters { get; }

    public Condition? TriggerWhere { get; }

    public Condition? ContentWhere { get; }

    public Condition? While { get; }

    public Condition? Stay { get; }

    public Condition? StayOf { get; }

    public Condition? OnlyIf { get; }

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

    /// <summary>The longest that a counted event lasts, in ticks.</summary>
    public long Longest { get; }

    /// <summary>Counted events before a birth matter: those of its instant, or farther back.</summary>
    public bool KeepsRecent => ContentEvent is not null && (Norm.Frame is WhenFrame || SeenIn is not null || ShiftFrame is not null);

    private static bool NamesField(Anchor anchor) =>
        WindowParts.Within(anchor).ToList() is var parts && (parts.Exists(a => a is FieldTime) || parts.Days().Any(d => d is FieldDay));

    // A shift that is planned anew ends after that, so it began less than its length before; its window may open before that.
    private long ShiftLookBack(long longest) => longest + WindowResolver.LookBack(Norm.Window.Opens.Anchor, longest) + Ticks.Of(Duration.FromDays(1));

    private static Condition? Compile(Expression? expression) =>
        expression is null ? null : new Condition(ExpressionCompiler.CompileCondition(expression));
}
