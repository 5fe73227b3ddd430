using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads conditions.</summary>
internal static class Conditions
{
    /// <summary>The condition, or null when there is none or, reported, it is wrong.</summary>
    public static Expression? Bind(YamlNode? node, SourceSpan place, ExpressionContext context, FileScope file) =>
        file.Scalar(node, place) is { } scalar
            ? ExpressionBinder.Bind(scalar.Text.TrimEnd(), scalar.Content, context, FieldType.Truth, file.Bag)
            : null;

    /// <summary>Both of two conditions, as far as they are there.</summary>
    public static Expression? Both(Expression? first, Expression? second) =>
        first is not null && second is not null ? new BinaryExpression(BinaryOperator.And, first, second, FieldType.Truth, first.Span) : first ?? second;

    /// <summary>A condition or a list of them.</summary>
    public static ImmutableArray<Expression> List(YamlNode? node, SourceSpan place, ExpressionContext context, FileScope file) =>
        [.. (node is YamlSequence list ? list.Items : node is null ? [] : [node])
            .Select(item => Bind(item, place, context, file)).OfType<Expression>()];
}
