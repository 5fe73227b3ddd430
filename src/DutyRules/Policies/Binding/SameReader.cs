using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Policies.Reading;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>same</c>: the fields of an event that must equal those of the event that opened the duty, or name the thing it is about.</summary>
internal sealed class SameReader(FileScope file, NamedEvent? trigger, ThingSet? forEach)
{
    public ImmutableArray<string> Read(KeyedNode keyed, EventType type)
    {
        if (keyed.KeyOf(Keywords.Same) is not { } key)
        {
            return [];
        }

        if (trigger is null && forEach is null)
        {
            file.Report(NormDiagnostics.SameNeedsTrigger, key.Span);
            return [];
        }

        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var word in file.Words(keyed[Keywords.Same], key.Span))
        {
            if (file.FindDeclared(type.Fields, f => f.Name, word.Text, word.Span, NameDiagnostics.UnknownField) is not { } here)
            {
                continue;
            }

            if (here.Name == forEach?.Name)
            {
                CheckThing(here, word);
            }
            else if (trigger is null)
            {
                file.Report(NormDiagnostics.SameNeedsTrigger, word.Span);
            }
            else if (trigger.Type.FindField(here.Name) is not { } there || there.Type.Kind != here.Type.Kind)
            {
                file.Report(NormDiagnostics.SameNotInTrigger, word.Span, here.Name, trigger.Type.Name);
            }

            names.Add(here.Name);
        }

        return names.ToImmutable();
    }

    private void CheckThing(Field field, Texts.Word word)
    {
        if (field.Type.Kind != ValueKind.Text)
        {
            file.Report(WindowDiagnostics.ThingIsNoText, word.Span, field.Name, Expressions.Binding.KindNames.Of(field.Type));
        }
    }
}
