using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;

namespace DutyRules.Policies.Binding;

/// <summary>What a norm that is attested by a role asks of that role: to say, of each instance and in time, whether it was kept.</summary>
internal static class AttestingDuty
{
    /// <summary>The attestations of a norm.</summary>
    public static EventPattern Events(EventType type, string normId, SourceSpan span) => new(
        type, Equal(Field(type, AttestationEvents.NormField), new LiteralExpression(Value.Text(normId), FieldType.Text, span)), span);

    /// <summary>What the duty to attest a norm is called.</summary>
    public static string IdOf(Norm norm) => $"{norm.Id}.attest";

    /// <summary>The duty to attest: in the same frame and window, a post of its own; null for a norm that nobody in particular attests.</summary>
    public static Norm? Of(Norm norm)
    {
        if (norm.Content is not AttestedContent { By: { } role } content)
        {
            return null;
        }

        var type = content.Event.Type;
        var pattern = content.Event with { Where = NamesOf(norm, type).Aggregate(content.Event.Where!, And) };
        return norm with
        {
            Id = IdOf(norm),
            Title = new LocalizedText($"{norm.Title.En}: attested", $"{norm.Title.Zh}：人工确认"),
            Parties = new Parties(new PostParty(role)),
            Content = norm.Parties.Who is EachParty each
                ? new CoveringContent(pattern, type.FindField(AttestationEvents.BearerField)!, new HoldersSet(each.Role)) { AsOfOpening = true }
                : new CountContent(pattern),
            Exceptions = [.. norm.Exceptions.Where(e => !ReadsPerson(e))],
            Consequences = Consequences.None,
            Reading = null,
        };
    }

    // What names an instance of the norm: the case of the event that opened it, the person in a field of that event, the thing.
    private static IEnumerable<Expression> NamesOf(Norm norm, EventType type)
    {
        if (norm.Trigger?.Type.Case is { } ofCase)
        {
            yield return Equal(Field(type, AttestationEvents.CaseField), new FieldExpression(EventRole.Trigger, ofCase, norm.Span));
        }

        if (norm.Parties.Who is FieldParty bearer)
        {
            yield return Equal(Field(type, AttestationEvents.BearerField), new FieldExpression(EventRole.Trigger, bearer.Field, norm.Span));
        }

        if (norm.ForEach is { } things)
        {
            yield return Equal(Field(type, AttestationEvents.ThingField), new KeyExpression(things.Name, FieldType.Text, norm.Span));
        }
    }

    // Of a post there is one instance, whoever bears the norm: what is said of each person cannot lift it.
    private static bool ReadsPerson(NormException exception)
    {
        var condition = exception switch
        {
            UnlessException unless => unless.Condition,
            LapsesException lapses => lapses.Condition,
            LiftedException lifted => lifted.Condition,
            PausesException pauses => pauses.Condition,
            _ => null,
        };
        return condition is not null && ExpressionParts.Of(condition).Any(e => e is KeyExpression { Type.Role: FieldRole.Person });
    }

    private static FieldExpression Field(EventType type, string name)
    {
        var field = type.FindField(name)!;
        return new FieldExpression(EventRole.Tested, field, field.Span);
    }

    private static Expression Equal(Expression left, Expression right) =>
        new BinaryExpression(BinaryOperator.Equal, left, right, FieldType.Truth, right.Span);

    private static Expression And(Expression left, Expression right) =>
        new BinaryExpression(BinaryOperator.And, left, right, FieldType.Truth, left.Span);
}
