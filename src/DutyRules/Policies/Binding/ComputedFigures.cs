using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Expressions.Binding;
using DutyRules.Norms;
using DutyRules.Policies.Reading;

namespace DutyRules.Policies.Binding;

/// <summary>Reads figures that are written down, stand in a parameter, or are computed for each instance: <c>at least c.needed</c>.</summary>
internal sealed class ComputedFigures(NormScope scope, ExpressionContext context)
{
    /// <summary>The figure that stands here; null, and reported, when there is none.</summary>
    /// <param name="phrase">Stands at the figure.</param>
    /// <param name="type">The type of a computed figure.</param>
    /// <param name="written">Reads a figure that is not computed.</param>
    public Term<T>? Read<T>(Phrase phrase, FieldType type, Func<Phrase, Term<T>?> written)
        where T : struct
    {
        string text = phrase.Figure();
        if (!IsComputed(text))
        {
            return written(phrase);
        }

        var span = phrase.SpanOf(text.Length);
        phrase.Skip(text.Length);
        phrase.Take(Keywords.Times);
        return ExpressionBinder.Bind(text, span, context, type, scope.File.Bag) is { } expression ? new Term<T>(default) { Computed = expression } : null;
    }

    private bool IsComputed(string text) => Terms.LooksComputed(text) || (scope.Terms.IsNoParameter(text) && Knows(text));

    // A single name that conditions know.
    private bool Knows(string name) =>
        context.States.Any(s => Is(s.Name, name)) || context.Key.Any(k => Is(k.Name, name))
        || (context.Trigger?.Fields.Any(f => Is(f.Name, name)) ?? false);

    private static bool Is(string declared, string name) => declared == name || CSharpName.Plain(declared) == name;
}
