using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Expressions.Binding;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads who is meant by the name of a role, a field of the opening event, or an expression that names a person.</summary>
internal sealed class PersonReader(NormScope scope, NamedEvent? trigger, ExpressionContext? context = null)
{
    private readonly FileScope _file = scope.File;

    /// <summary>A post, a field or an expression; null, and reported, when it is none of them.</summary>
    /// <param name="scalar">What is written.</param>
    /// <param name="otherwise">What is reported when it is none of them.</param>
    public Party? Read(YamlScalar scalar, DiagnosticDescriptor otherwise)
    {
        string text = WithoutMoment(scalar, out bool moving);
        var phrase = new Phrase(text, scalar.Content);
        int start = phrase.Position;
        if (phrase.TakeName() is { } name)
        {
            var place = phrase.SpanFrom(start);
            if (phrase.AtEnd && !moving && (scope.Vocabulary.FindRole(name) is not null || !IsValue(name)))
            {
                return scope.FindRole(name, place) is { } role ? new PostParty(role) : null;
            }

            if (!moving && phrase.TakeSign(".") && IsField(phrase))
            {
                return FieldOf(name, phrase, scalar);
            }
        }

        if (!IsExpression(text))
        {
            _file.Report(otherwise, scalar.Span, scalar.Text);
            return null;
        }

        return Expression(text, scalar, moving) is { } person ? new PersonParty(person, moving) : null;
    }

    /// <summary>An expression of type person, the field of an event included.</summary>
    public Expression? Expression(YamlScalar scalar) => Expression(scalar.Text.TrimEnd(), scalar, moving: false);

    private Expression? Expression(string text, YamlScalar scalar, bool moving)
    {
        if (trigger is null && context is null)
        {
            _file.Report(PartyDiagnostics.PersonNeedsEvent, scalar.Span, text);
            return null;
        }

        // Who bears it is only being found out, so there is no bearer to be read.
        if (Bind(text, scalar, context ?? scope.ContextOf(trigger, new SiteParty())) is not { } person)
        {
            return null;
        }

        if (moving && !ExpressionParts.Of(person).Any(e => e is StateExpression))
        {
            _file.Report(PartyDiagnostics.NeverMoves, scalar.Span, text);
            return null;
        }

        return person;
    }

    /// <summary>An expression of type person that may read what <paramref name="names"/> names.</summary>
    public Expression? Bind(string text, YamlScalar scalar, ExpressionContext names)
    {
        if (ExpressionBinder.Bind(text, scalar.Content, names, null, _file.Bag) is not { } person)
        {
            return null;
        }

        if (person.Type.Role != FieldRole.Person)
        {
            _file.Report(PartyDiagnostics.NotAPerson, scalar.Span, text, KindNames.Of(person.Type));
            return null;
        }

        return person;
    }

    /// <summary>The field of the opening event that stands after its name; null, and reported, when there is no such person.</summary>
    private FieldParty? FieldOf(string alias, Phrase phrase, YamlScalar scalar)
    {
        if (trigger is null || alias != trigger.Alias)
        {
            _file.Report(NameDiagnostics.UnknownAlias, scalar.Span, alias, Suggestion.Question(trigger?.Alias));
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

    // "owner(c.complaint), at each moment"
    private static string WithoutMoment(YamlScalar scalar, out bool moving)
    {
        string text = scalar.Text.TrimEnd();
        string? spelling = Keywords.AtEachMoment.Spellings.FirstOrDefault(s => text.EndsWith(s, StringComparison.OrdinalIgnoreCase));
        moving = spelling is not null;
        return spelling is null ? text : text[..^spelling.Length].TrimEnd().TrimEnd(',', '，').TrimEnd();
    }

    private bool IsValue(string name) => scope.Vocabulary.FindState(name) is not null || trigger?.Type.FindField(name) is not null;

    private bool IsExpression(string text) => text.IndexOfAny(['(', '（', '?']) >= 0 || IsValue(text.Trim()) || text.Contains('.', StringComparison.Ordinal);

    private static bool IsField(Phrase phrase)
    {
        int start = phrase.Position;
        bool field = phrase.AtEnd || (phrase.TakeName() is not null && phrase.AtEnd);
        phrase.Return(start);
        return field;
    }
}
