using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>What opens a duty: an event, or what another norm came to and the event that opened that.</summary>
/// <param name="Trigger">The event; null: none, or not known.</param>
/// <param name="Outcome">The outcome; null: an event itself opens it.</param>
/// <param name="Where">The condition in the same braces.</param>
/// <param name="Place">Where findings about it belong.</param>
internal sealed record Opening(NamedEvent? Trigger, OutcomeName? Outcome, YamlNode? Where, SourceSpan Place)
{
    /// <summary>Nothing does, as far as is known.</summary>
    public static Opening None { get; } = new(null, null, null, default);
}

/// <summary>Reads <c>every</c>, <c>when</c> and <c>while</c>.</summary>
internal sealed class FrameBinder(NormScope scope)
{
    private readonly FileScope _file = scope.File;

    /// <summary>The period; null, and reported, when there is none.</summary>
    public (EveryFrame Frame, FrameKind Kind)? Every(KeyedNode norm, Party? who) => new PeriodReader(scope).Read(norm, who);

    /// <summary>The event or the outcome after <c>when</c>, and the node of its condition if that stands in the same braces.</summary>
    public Opening Opening(KeyedNode norm)
    {
        var (scalar, where, place) = scope.Patterns.Parts(norm[Keywords.When], norm.KeyOf(Keywords.When)!.Span);
        if (scalar is null)
        {
            return new Opening(null, null, where, place);
        }

        // A declared event may have a name that ends like an outcome.
        var phrase = new Phrase(scalar);
        string? name = phrase.TakeName();
        if (name is null || scope.Vocabulary.FindEvent(name) is not null)
        {
            return new Opening(scope.Patterns.Event(scalar, aliasAllowed: true), null, where, place);
        }

        phrase.Return(0);
        if (OutcomeName.Take(phrase) is { } outcome)
        {
            return Outcome(outcome, phrase, where, place);
        }

        return new Opening(scope.Patterns.Event(scalar, aliasAllowed: true), null, where, place);
    }

    // What follows in the phrase is the name that is given to it.
    private Opening Outcome(OutcomeName outcome, Phrase phrase, YamlNode? where, SourceSpan place)
    {
        string? id = scope.Outlines.Has(outcome.NormId) ? outcome.NormId
            : _file.FindDeclared(scope.Outlines.Ids, i => i, outcome.NormId, outcome.Norm, OutcomeDiagnostics.UnknownNorm);
        if (id is null)
        {
            return new Opening(null, null, where, place);
        }

        var trigger = scope.Outlines.TriggerOf(id, scope.Vocabulary.Events);
        string? alias = phrase.Take(Keywords.As) ? phrase.TakeName() : null;
        if (alias is not null && trigger is null)
        {
            // No event opened it, so that the outcome itself has the name: it says who bore the duty, and where.
            return new Opening(scope.Ground.Outcomes.Find(outcome with { NormId = id }, alias, _file), outcome with { NormId = id }, where, place);
        }

        if (scope.Outlines.IsDisabled(id))
        {
            _file.Report(OutcomeDiagnostics.DisabledNorm, outcome.Norm, id);
        }

        return new Opening(trigger is null ? null : new NamedEvent(trigger, alias, outcome.Span), outcome with { NormId = id }, where, place);
    }

    /// <summary>The frame of an event: it, and the condition on it.</summary>
    public WhenFrame When(KeyedNode norm, NamedEvent trigger, Opening opening, ExpressionContext context)
    {
        // The opening event is the one that is tested here.
        var tested = context with { Tested = trigger.Type, TestedAlias = trigger.Alias, Trigger = null, TriggerAlias = null };
        return new WhenFrame(trigger.On(If(norm, opening, tested)));
    }

    /// <summary>The frame of an outcome. The event that opened the other norm opens this one, too; its condition is known when all norms are.</summary>
    public OutcomeFrame Outcome(KeyedNode norm, OutcomeName outcome, Opening opening, ExpressionContext context) =>
        new(outcome.NormId, outcome.Statuses, opening.Trigger is { } trigger ? new EventPattern(trigger.Type, null, trigger.Span) : null) { If = If(norm, opening, context) };

    private Expression? If(KeyedNode norm, Opening opening, ExpressionContext context)
    {
        var judging = scope.Judging(context);
        var condition = Conditions.Bind(opening.Where, opening.Place, judging, _file);
        if (norm.KeyOf(Keywords.If) is not { } key)
        {
            return condition;
        }

        if (opening.Where is not null)
        {
            _file.Report(KeyDiagnostics.KeysDoNotGoTogether, key.Span, Keywords.If.Text, Keywords.Where.Text);
        }

        return Conditions.Bind(norm[Keywords.If], key.Span, judging, _file);
    }

    /// <summary>The frame of a condition, under <c>while</c> or <c>must not be</c>.</summary>
    public WhileFrame? Spell(KeyedNode norm, Keyword word, Party? who, ExpressionContext context, bool isObligation)
    {
        if (who is EachParty { Role.SeenIn: not null } each)
        {
            _file.Report(NormDiagnostics.WhileForEachSeen, norm.KeyOf(Keywords.Who)?.Span ?? norm.Span, each.Role.Name);
        }

        var condition = Conditions.Bind(norm[word], norm.KeyOf(word)!.Span, context, _file);
        var lasting = Lasting(norm);
        var endsFirst = EndsFirst(norm, isObligation);
        return condition is null || endsFirst is null ? null : new WhileFrame(condition, lasting, endsFirst.Value);
    }

    private Limit<Duration>? Lasting(KeyedNode norm)
    {
        if (norm.KeyOf(Keywords.Lasting) is not { } key || _file.Scalar(norm[Keywords.Lasting], key.Span) is not { } scalar
            || scope.Bounds.Read(scalar, p => scope.Terms.Duration(p)) is not { } bound)
        {
            return null;
        }

        if (bound is { Lower: { } lower, Upper: null })
        {
            return lower;
        }

        _file.Report(NormDiagnostics.LastingFromBelow, scalar.Span);
        return null;
    }

    private EndsFirst? EndsFirst(KeyedNode norm, bool isObligation)
    {
        if (norm.KeyOf(Keywords.IfItEndsFirst) is not { } key)
        {
            if (isObligation && !norm.IsDamaged)
            {
                _file.Report(NormDiagnostics.EndsFirstMissing, norm.KeyOf(Keywords.While)!.Span);
            }

            return Norms.EndsFirst.Lapses;
        }

        if (_file.Scalar(norm[Keywords.IfItEndsFirst], key.Span) is not { } scalar)
        {
            return null;
        }

        var phrase = new Phrase(scalar);
        if (Is(phrase, Keywords.Lapses))
        {
            return Norms.EndsFirst.Lapses;
        }

        if (Is(phrase, Keywords.StillOwed))
        {
            return Norms.EndsFirst.StillOwed;
        }

        _file.Report(NormDiagnostics.EndsFirstNeeded, scalar.Span, scalar.Text);
        return null;
    }

    private static bool Is(Phrase phrase, Keyword word)
    {
        int start = phrase.Position;
        if (phrase.Take(word) && phrase.AtEnd)
        {
            return true;
        }

        phrase.Return(start);
        return false;
    }
}
