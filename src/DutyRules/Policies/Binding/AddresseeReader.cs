using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>addressed to</c>: a condition on the field of an event that says to whom.</summary>
internal sealed class AddresseeReader(NormScope scope, NamedEvent? trigger)
{
    private readonly FileScope _file = scope.File;

    /// <summary>The condition; null when there is none or, reported, it is wrong.</summary>
    /// <param name="norm">The norm.</param>
    /// <param name="type">The event that is addressed to somebody.</param>
    /// <param name="role">Which event that is.</param>
    /// <param name="context">The names that may be used.</param>
    public Expression? Read(KeyedNode norm, EventType type, EventRole role, ExpressionContext context)
    {
        if (norm.KeyOf(Keywords.Addressee) is not { } key)
        {
            return null;
        }

        if (FieldOf(type) is not { } field)
        {
            _file.Report(PartyDiagnostics.AddresseeMissing, key.Span, type.Name);
            return null;
        }

        var to = new FieldExpression(role, field, key.Span);
        var node = norm[Keywords.Addressee]!;
        return node is YamlSequence || (node is YamlScalar { IsFaulty: false } name && IsRole(name))
            ? Holder(node, key.Span, to)
            : _file.Scalar(node, key.Span) is { } scalar && new PersonReader(scope, trigger, context).Bind(scalar.Text.TrimEnd(), scalar, context) is { } person
            ? new BinaryExpression(BinaryOperator.Equal, to, person, FieldType.Truth, node.Span)
            : null;
    }

    private HoldsExpression? Holder(YamlNode node, SourceSpan place, FieldExpression to)
    {
        if (new PartyBinder(scope, trigger).Post(node, place) is not { } role)
        {
            return null;
        }

        if (role.SeenIn is not null)
        {
            _file.Report(ExpressionDiagnostics.HoldsOfSeen, node.Span, role.Name);
            return null;
        }

        return new HoldsExpression(to, role, node.Span);
    }

    // A single name is that of a role, unless a state or a field of the opening event has it.
    private bool IsRole(YamlScalar scalar)
    {
        var phrase = new Phrase(scalar);
        return phrase.TakeName() is { } name && phrase.AtEnd
            && (scope.Vocabulary.FindRole(name) is not null || (scope.Vocabulary.FindState(name) is null && trigger?.Type.FindField(name) is null));
    }

    // The field called `to`, or the only person besides the one who acts.
    private static Field? FieldOf(EventType type)
    {
        var people = type.Fields.Where(f => f.Type.Role == FieldRole.Person && f != type.Actor).ToList();
        return people.Find(f => f.Name == Keywords.To.En || Keywords.Addressee.Spellings.Contains(f.Name)) ?? (people.Count == 1 ? people[0] : null);
    }
}
