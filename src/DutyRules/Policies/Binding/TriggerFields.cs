using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Binding;
using DutyRules.Policies.Reading;

namespace DutyRules.Policies.Binding;

/// <summary>Reads fields of the event that opened the duty where they say when: <c>c.promised-at</c>.</summary>
internal sealed class TriggerFields(FileScope file, NamedEvent? trigger)
{
    /// <summary>True when something like a field stands here. It is null if it cannot be meant, which was reported.</summary>
    public bool Take(Phrase phrase, out Field? field)
    {
        field = null;
        int start = phrase.Position;
        string? alias = phrase.TakeName();
        if (alias is null || !phrase.TakeSign("."))
        {
            phrase.Return(start);
            return false;
        }

        if (trigger is null || alias != trigger.Alias)
        {
            file.Report(
                NameDiagnostics.UnknownAlias, phrase.SpanFrom(start), alias,
                Suggestion.Question(trigger?.Alias));
            return true;
        }

        if (phrase.AtEnd)
        {
            file.Report(ValueDiagnostics.NotUnderstood, phrase.SpanFrom(start), phrase.TextFrom(start));
            return true;
        }

        field = TakeField(phrase, trigger.Type);
        if (field is { Type.Kind: not (ValueKind.Instant or ValueKind.Date) })
        {
            file.Report(NormDiagnostics.FieldIsNoTime, phrase.SpanFrom(start), phrase.TextFrom(start), KindNames.Of(field.Type));
            field = null;
        }

        return true;
    }

    // In Chinese no blank parts a name from the words that follow it: the longest name that is declared is meant.
    private Field? TakeField(Phrase phrase, EventType type)
    {
        int start = phrase.Position;
        if (phrase.TakeOneOf(type.Fields.Select(f => f.Name)) is { } known)
        {
            return type.FindField(known);
        }

        string name = phrase.TakeName() ?? "";
        return file.FindDeclared(type.Fields, f => f.Name, name, phrase.SpanFrom(start), NameDiagnostics.UnknownField);
    }
}
