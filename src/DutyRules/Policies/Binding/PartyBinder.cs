using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>who</c>, <c>done by</c> and <c>notify</c>.</summary>
internal sealed class PartyBinder(NormScope scope)
{
    private readonly FileScope _file = scope.File;

    /// <summary>Who is meant: each holder of a role, a post, anyone, the site, or the person in a field of the opening event.</summary>
    public Party? Who(YamlScalar scalar, NamedEvent? trigger)
    {
        var phrase = new Phrase(scalar);
        int start = phrase.Position;
        if (phrase.Take(Keywords.Anyone) && phrase.AtEnd)
        {
            return new AnyoneParty();
        }

        phrase.Return(start);
        if (phrase.Take(Keywords.Site) && phrase.AtEnd)
        {
            return new SiteParty();
        }

        phrase.Return(start);
        if (phrase.Take(Keywords.Together))
        {
            _file.Report(KeyDiagnostics.WordNotSupportedYet, phrase.SpanFrom(start), Keywords.Together.Text);
            return null;
        }

        bool each = phrase.Take(Keywords.Each);
        if (!each)
        {
            phrase.Take(Keywords.Any);
        }

        int nameStart = phrase.Position;
        string name = phrase.TakeName() ?? "";
        if (!each && phrase.TakeSign("."))
        {
            return FieldOf(name, phrase, scalar, trigger);
        }

        if (name.Length == 0 || !phrase.AtEnd)
        {
            _file.Report(NameDiagnostics.WhoNotUnderstood, scalar.Span, scalar.Text);
            return null;
        }

        var role = scope.FindRole(name, phrase.SpanFrom(nameStart));
        return role is null ? null : each ? new EachParty(role) : new PostParty(role);
    }

    /// <summary>True when anybody's act counts.</summary>
    public bool DoneByAnyone(YamlScalar scalar)
    {
        if (Keywords.Anyone.Spellings.Contains(scalar.Text.Trim()))
        {
            return true;
        }

        _file.Report(NormDiagnostics.OnlyDoneByAnyone, scalar.Span, scalar.Text);
        return false;
    }

    public ImmutableArray<Role> Roles(YamlNode? node, SourceSpan place) =>
        [.. _file.Words(node, place).Select(w => scope.FindRole(w.Text, w.Span)).OfType<Role>()];

    private FieldParty? FieldOf(string alias, Phrase phrase, YamlScalar scalar, NamedEvent? trigger)
    {
        if (trigger is null || alias != trigger.Alias)
        {
            _file.Report(
                NameDiagnostics.UnknownAlias, scalar.Span, alias,
                trigger?.Alias is { } known ? Expressions.Binding.Suggestion.Question(known) : LocalizedText.Same(""));
            return null;
        }

        int start = phrase.Position;
        string name = phrase.TakeName() ?? "";
        var field = _file.FindDeclared(trigger.Type.Fields, f => f.Name, name, phrase.SpanFrom(start), NameDiagnostics.UnknownField);
        if (field is { Type.Role: not FieldRole.Person })
        {
            _file.Report(NormDiagnostics.FieldIsNoPerson, scalar.Span, scalar.Text);
            return null;
        }

        return field is null ? null : new FieldParty(field);
    }
}
