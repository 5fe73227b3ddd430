using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Binding;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads where a latest value comes from: <c>queue-length.length</c>, an event alone for its time, <c>{ event: ..., where: ... }</c>, or a list of them.</summary>
internal sealed class LatestReader(FileScope file, PatternBinder patterns)
{
    public ImmutableArray<SampleSource> Read(YamlNode? node, SourceSpan place)
    {
        var samples = ImmutableArray.CreateBuilder<SampleSource>();
        foreach (var item in node is YamlSequence list ? list.Items : node is null ? [] : [node])
        {
            var (scalar, where, at) = patterns.Parts(item, place);
            if (scalar is not null && Sample(scalar, where, at) is { } sample && IsOfOneType(sample, samples, scalar))
            {
                samples.Add(sample);
            }
        }

        return samples.ToImmutable();
    }

    // "event.field", "event.at" or the event alone; the id of a norm may have points of its own.
    private SampleSource? Sample(YamlScalar scalar, YamlNode? where, SourceSpan place)
    {
        int dot = OutcomeName.Take(new Phrase(scalar)) is null ? scalar.Text.LastIndexOf('.') : -1;
        string fieldName = dot < 0 ? "at" : scalar.Text[(dot + 1)..].Trim();
        var eventScalar = dot < 0 ? scalar : scalar with { Text = scalar.Text[..dot] };
        if (patterns.Event(eventScalar, aliasAllowed: false) is not { } named)
        {
            return null;
        }

        var field = fieldName == "at" ? null : file.FindDeclared(
            named.Type.Fields, f => f.Name, fieldName, scalar.Content.Part(dot + 1, fieldName.Length), NameDiagnostics.UnknownField);
        return field is null && fieldName != "at" ? null : new SampleSource(patterns.Source(named, where, place), field);
    }

    private bool IsOfOneType(SampleSource sample, IReadOnlyList<SampleSource> others, YamlScalar scalar)
    {
        var (type, first) = (TypeOf(sample), others.Count == 0 ? null : TypeOf(others[0]));
        if (first is null || (first.Kind == type.Kind && first.Choices.SequenceEqual(type.Choices)))
        {
            return true;
        }

        file.Report(VocabularyDiagnostics.SamplesOfSeveralTypes, scalar.Span, scalar.Text, KindNames.Of(type), KindNames.Of(first));
        return false;
    }

    private static FieldType TypeOf(SampleSource sample) => sample.Field?.Type ?? FieldType.Instant;
}
