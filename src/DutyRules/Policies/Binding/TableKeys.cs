using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Binding;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads what a table is looked up by: <c>integer</c>, <c>[a, b]</c> for one of these words, <c>complaint-received.tier</c> for the words of a field, or a list of two of them.</summary>
internal sealed class TableKeys(FileScope file, ImmutableArray<EventType> events)
{
    private const int MostKeys = 2;

    /// <summary>The types of the keys; none, and reported, when they cannot be read.</summary>
    public ImmutableArray<FieldType> Read(YamlNode? node, SourceSpan place)
    {
        if (node is not YamlSequence list || !list.Items.Any(IsKey))
        {
            return One(node, place) is { } only ? [only] : [];
        }

        if (list.Items.Length > MostKeys)
        {
            file.Report(TableDiagnostics.TooManyKeys, list.Span, list.Items.Length);
            return [];
        }

        var keys = list.Items.Select(i => One(i, i.Span)).ToList();
        return keys.Contains(null) ? [] : [.. keys!];
    }

    // In a list of words no item is a list, a type or a field.
    private static bool IsKey(YamlNode item) =>
        item is YamlSequence || (item is YamlScalar scalar && (scalar.Text.Contains('.') || FieldTypes.Find(scalar.Text) is not null));

    private FieldType? One(YamlNode? node, SourceSpan place)
    {
        bool isField = node is YamlScalar scalar && scalar.Text.Contains('.');
        var type = isField ? OfField((YamlScalar)node!) : FieldTypes.Read(node, file, place);
        bool fits = type is null || type.Role == FieldRole.Site
            || type.Kind is ValueKind.Number or ValueKind.Integer or ValueKind.Money or ValueKind.Duration or ValueKind.Choice or ValueKind.Truth;
        if (!fits)
        {
            file.Report(TableDiagnostics.NoKey, node!.Span, KindNames.Of(type!));
        }

        return fits ? type : null;
    }

    private FieldType? OfField(YamlScalar scalar)
    {
        int dot = scalar.Text.LastIndexOf('.');
        var (eventName, fieldName) = (scalar.Text[..dot].Trim(), scalar.Text[(dot + 1)..].Trim());
        var type = file.FindDeclared(events, e => e.Name, eventName, scalar.Content.Part(0, eventName.Length), NameDiagnostics.UnknownEvent);
        return type is null ? null
            : file.FindDeclared(type.Fields, f => f.Name, fieldName, scalar.Content.Part(dot + 1, fieldName.Length), NameDiagnostics.UnknownField)?.Type;
    }
}
