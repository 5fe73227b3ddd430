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

    /// <summary>The figure in a cell; null where nothing is filled in. One that cannot be read was reported, and something stands in for it.</summary>
    public Value? Value(YamlNode node, FileScope file) =>
        node is YamlScalar { IsEmpty: true } ? null
        : file.Scalar(node, node.Span) is { } scalar && new Values(file).Read(scalar, Type) is { } value ? Checked(value, scalar, file)
        : StandIn;

    /// <summary>The figure of a parameter in a cell; null where it has none.</summary>
    public Value? Value(Parameter parameter, YamlScalar name, FileScope file)
    {
        if (parameter.Type.Kind == Type.Kind)
        {
            return parameter.Value is { } value ? Checked(value, name, file) : null;
        }

        file.Report(NameDiagnostics.ParameterOfOtherType, name.Span, parameter.Name, KindNames.Of(parameter.Type), KindNames.Of(Type));
        return StandIn;
    }

    private Value StandIn => ParameterBinder.StandIn(Type);

    private Value Checked(Value value, YamlScalar scalar, FileScope file)
    {
        if (IsShare && value.AsNumber is < 0 or > 1)
        {
            file.Report(ValueDiagnostics.ShareNeeded, scalar.Span, scalar.Text);
        }

        return value;
    }
}
