using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Binding;
using DutyRules.Expressions.Syntax;

namespace DutyRules.Expressions;

/// <summary>Reads an expression, resolves its names and checks its types.</summary>
public static class ExpressionBinder
{
    /// <summary>The most characters an expression may have.</summary>
    public const int LongestText = 2000;

    /// <summary>
    /// The bound expression, or null when something is wrong; what was found is added to <paramref name="bag"/>, warnings too.
    /// </summary>
    /// <param name="text">The expression as written.</param>
    /// <param name="start">Where its first character stands.</param>
    /// <param name="context">The names it may use.</param>
    /// <param name="expected">The type it must have; null: any.</param>
    /// <param name="bag">Takes the findings.</param>
    public static Expression? Bind(
        string text, SourceSpan start, ExpressionContext context, FieldType? expected, DiagnosticBag bag)
    {
        var source = new ExpressionSource(text, start);
        var expression = Bind(source, context, expected);
        bag.AddRange(source.Findings.Items);
        return source.Findings.HasErrors ? null : expression;
    }

    private static Expression? Bind(ExpressionSource source, ExpressionContext context, FieldType? expected)
    {
        if (source.Text.Length > LongestText)
        {
            source.Report(ExpressionDiagnostics.TooLong, source.Span(LongestText, source.Text.Length - LongestText), LongestText);
            return null;
        }

        return Parser.Parse(source) is { } syntax ? new Binder(source, context).BindAs(syntax, expected) : null;
    }
}
