using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Planning;

/// <summary>Whose act counts (rules C1, B4).</summary>
internal enum PerformerKind
{
    /// <summary>Anybody's.</summary>
    Anyone,

    /// <summary>The bearer's: of a post, that of any holder.</summary>
    Bearer,

    /// <summary>That of whoever the bearing expression names at the time.</summary>
    Owner,

    /// <summary>That of a holder of a role of its own.</summary>
    Holder,

    /// <summary>That of a person who was named at birth.</summary>
    Named,
}

/// <summary>One kind of event that a content looks for.</summary>
/// <param name="Index">Its place among the parts.</param>
/// <param name="Event">The events.</param>
/// <param name="Performer">Whose act counts.</param>
/// <param name="Role">The role of a <see cref="PerformerKind.Holder"/>.</param>
internal sealed record ContentPart(int Index, EventPattern Event, PerformerKind Performer, Role? Role)
{
    public Condition? Where { get; } = NormPlan.Compile(Event.Where);

    public EventType Type => Event.Type;

    /// <summary>Whom the performing expression names, where that is read at each moment.</summary>
    public Func<IEvaluationScope, Maybe<string>>? Owner { get; init; }

    /// <summary>A performer that could not be named may be anybody: whether an act is his is not known.</summary>
    public bool MayBeAnybody { get; init; }

    /// <summary>False for the events that make the set of a covering: they need nothing in common with an instance.</summary>
    public bool Shares { get; init; } = true;

    public static ContentPart For(int index, EventPattern pattern, Norm norm, Party? doneBy, bool isAct)
    {
        var performer = pattern.Type.Actor is null ? PerformerKind.Anyone : (doneBy ?? norm.Parties.DoneBy) switch
        {
            AnyoneParty => PerformerKind.Anyone,
            PostParty => PerformerKind.Holder,
            PersonParty { Moving: true } => PerformerKind.Owner,
            FieldParty or PersonParty => PerformerKind.Named,
            _ when isAct => PerformerKind.Anyone,
            _ => norm.Parties.Who switch
            {
                EachParty or PostParty or FieldParty => PerformerKind.Bearer,
                PersonParty { Moving: true } => PerformerKind.Owner,
                PersonParty => PerformerKind.Bearer,
                TogetherParty => PerformerKind.Named,
                _ => PerformerKind.Anyone,
            },
        };
        var by = doneBy ?? norm.Parties.DoneBy;
        return new ContentPart(index, pattern, performer, (by as PostParty)?.Role)
        {
            Owner = performer == PerformerKind.Owner ? ExpressionCompiler.CompileText((by as PersonParty ?? (PersonParty)norm.Parties.Who).Person) : null,
            MayBeAnybody = by is PersonParty,
        };
    }
}
