using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Binding;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>What the cells of a table hold.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsShare">True for parts of a whole, between 0 and 1.</param>
internal sealed record Figure(FieldType Type, bool IsShare)
{
    /// <summary>The type that a value names; null, and reported, when it names none that can be a figure.</summary>
    public static Figure? Read(YamlNode? node, FileScope file, SourceSpan place)
    {
        if (node is YamlScalar scalar && Keywords.Share.Spellings.Contains(scalar.Text.Trim()))
        {
            return new Figure(FieldType.Number, true);
        }

        if (FieldTypes.Read(node, file, place) is not { } type)
        {
            return null;
        }

        if (type.Kind is ValueKind.Number or ValueKind.Integer or ValueKind.Money or ValueKind.Duration)
        {
            return new Figure(type, false);
        }

        file.Report(TableDiagnostics.NoFigure, node!.Span, KindNames.Of(type));
        return null;
    }

    /// <summary>The figure in a cell; null where nothing is filled in.</summary>
    public Value? Value(YamlNode node, FileScope file)
    {
        if (node is YamlScalar { IsEmpty: true } || file.Scalar(node, node.Span) is not { } scalar)
        {
            return null;
        }

        var value = new Values(file).Read(scalar, Type);
        if (!IsShare || value is null || value.Value.AsNumber is >= 0 and <= 1)
        {
            return value;
        }

        file.Report(ValueDiagnostics.ShareNeeded, scalar.Span, scalar.Text);
        return null;
    }
}
