using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Binding;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads what a sum is made of: <c>cash-taken.amount - cash-paid-in.amount</c>, <c>{ event: cash-taken.amount, where: ... }</c>, or a list of them.</summary>
internal sealed class SumReader(FileScope file, PatternBinder patterns)
{
    private readonly ImmutableArray<AmountSource>.Builder _plus = ImmutableArray.CreateBuilder<AmountSource>();
    private readonly ImmutableArray<AmountSource>.Builder _minus = ImmutableArray.CreateBuilder<AmountSource>();
    private FieldType? _type;

    public ImmutableArray<AmountSource> Plus => _plus.ToImmutable();

    public ImmutableArray<AmountSource> Minus => _minus.ToImmutable();

    /// <summary>Reads one of the two sides of the sum.</summary>
    public void Read(YamlNode? node, SourceSpan place, bool isLess)
    {
        foreach (var item in node is YamlSequence list ? list.Items : node is null ? [] : [node])
        {
            var (terms, where, at) = patterns.Parts(item, place);
            if (terms is not null)
            {
                ReadTerms(terms, where, at, isLess);
            }
        }
    }

    private void ReadTerms(YamlScalar scalar, YamlNode? where, SourceSpan place, bool isLess)
    {
        var phrase = new Phrase(scalar);
        bool isMinus = false;
        do
        {
            int start = phrase.Position;
            if (!TakeTerm(phrase, out var type, out var field))
            {
                return;
            }

            if (type is not null && field is not null && IsAmount(field, phrase.SpanFrom(start), phrase.TextFrom(start)))
            {
                var pattern = patterns.Source(new NamedEvent(type, null, phrase.SpanFrom(start)), where, place);
                (isMinus != isLess ? _minus : _plus).Add(new AmountSource(pattern, field));
            }
        }
        while (where is null && ((isMinus = phrase.TakeSign("-")) || phrase.TakeSign("+")));

        // A condition is about the fields of one event.
        if (!phrase.AtEnd)
        {
            file.Report(ValueDiagnostics.NotUnderstood, phrase.RestSpan, phrase.Rest);
        }
    }

    // True when an event and a field are named, even if there are none of these names, which was reported.
    private bool TakeTerm(Phrase phrase, out EventType? type, out Field? field)
    {
        (type, field) = (null, null);
        int start = phrase.Position;
        if (phrase.Rest is ['-', ..] || phrase.TakeName() is not { } eventName)
        {
            var (span, written) = phrase.AtEnd ? (phrase.SpanFrom(0), phrase.TextFrom(0)) : (phrase.RestSpan, phrase.Rest);
            file.Report(VocabularyDiagnostics.AmountNeeded, span, written);
            return false;
        }

        type = file.FindDeclared(patterns.Events, e => e.Name, eventName, phrase.SpanFrom(start), NameDiagnostics.UnknownEvent);
        if (!phrase.TakeSign("."))
        {
            file.Report(VocabularyDiagnostics.AmountNeeded, phrase.SpanFrom(start), eventName);
            return false;
        }

        int at = phrase.Position;
        if (phrase.TakeName() is not { } fieldName)
        {
            file.Report(VocabularyDiagnostics.AmountNeeded, phrase.SpanFrom(start), phrase.TextFrom(start));
            return false;
        }

        field = type is null ? null : file.FindDeclared(type.Fields, f => f.Name, fieldName, phrase.SpanFrom(at), NameDiagnostics.UnknownField);
        return true;
    }

    private bool IsAmount(Field field, SourceSpan span, string written)
    {
        if (field.Type.Kind is not (ValueKind.Number or ValueKind.Integer or ValueKind.Money))
        {
            file.Report(VocabularyDiagnostics.AmountIsNoNumber, span, written, KindNames.Of(field.Type));
            return false;
        }

        _type ??= field.Type;
        if (_type.Kind == field.Type.Kind)
        {
            return true;
        }

        file.Report(VocabularyDiagnostics.AmountsOfSeveralTypes, span, written, KindNames.Of(field.Type), KindNames.Of(_type));
        return false;
    }
}
