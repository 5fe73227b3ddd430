using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>every</c>, <c>when</c> and <c>while</c>.</summary>
internal sealed class FrameBinder(NormScope scope)
{
    private readonly FileScope _file = scope.File;

    /// <summary>The period; null, and reported, when there is none.</summary>
    public (EveryFrame Frame, FrameKind Kind)? Every(KeyedNode norm, Party? who) => new PeriodReader(scope).Read(norm, who);

    /// <summary>The event after <c>when</c>, and the node of its condition if that stands in the same braces.</summary>
    public (NamedEvent? Trigger, YamlNode? Where, SourceSpan Place) Trigger(KeyedNode norm)
    {
        var (scalar, where, place) = scope.Patterns.Parts(norm[Keywords.When], norm.KeyOf(Keywords.When)!.Span);
        return (scalar is null ? null : scope.Patterns.Event(scalar, aliasAllowed: true), where, place);
    }

    /// <summary>The frame of an event: it, and the condition on it.</summary>
    public WhenFrame When(KeyedNode norm, NamedEvent trigger, YamlNode? where, SourceSpan place, ExpressionContext context)
    {
        // The opening event is the one that is tested here.
        var tested = context with { Tested = trigger.Type, TestedAlias = trigger.Alias, Trigger = null, TriggerAlias = null };
        var condition = Conditions.Bind(where, place, tested, _file);
        if (norm.KeyOf(Keywords.If) is { } key)
        {
            if (where is not null)
            {
                _file.Report(KeyDiagnostics.KeysDoNotGoTogether, key.Span, Keywords.If.Text, Keywords.Where.Text);
            }

            condition = Conditions.Bind(norm[Keywords.If], key.Span, tested, _file);
        }

        return new WhenFrame(trigger.On(condition));
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
