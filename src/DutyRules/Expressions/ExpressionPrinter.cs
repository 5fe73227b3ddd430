using DutyRules.Diagnostics;
using DutyRules.Expressions.Binding;
using DutyRules.Expressions.Printing;

namespace DutyRules.Expressions;

/// <summary>Writes bound expressions as C# and in plain words.</summary>
public static class ExpressionPrinter
{
    /// <summary>
    /// The expression as C#. In a checked context, with a <c>Minutes()</c> and the like for whole and decimal numbers and <c>At</c> and <c>Date</c> in
    /// scope, it has the value that the library gives it, and throws where that is unknown. Choices are texts.
    /// <see cref="ExpressionBinder"/> reads it back.
    /// </summary>
    /// <param name="expression">The expression.</param>
    /// <param name="trigger">What the opening event is called.</param>
    public static string ToCSharp(Expression expression, string trigger = NameResolver.DefaultTriggerAlias) =>
        new CSharpPrinter(trigger).Print(expression);

    /// <summary>The expression as an officer would say it.</summary>
    public static string ToText(Expression expression, Language language) =>
        language == Language.Chinese ? new ChinesePrinter().Print(expression) : new EnglishPrinter().Print(expression);
}
