using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads conditions that have a name. Each may use those above it.</summary>
internal sealed class DefinitionBinder(FileScope file, ExpressionContext names, ImmutableArray<Role> roles)
{
    /// <param name="all">What stands under <c>definitions</c>; what makes events is left out.</param>
    public ImmutableArray<Definition> Bind(ImmutableArray<DefinitionEntry> all)
    {
        var entries = all.Where(e => !e.IsEvent).ToList();
        var definitions = ImmutableArray.CreateBuilder<Definition>();
        for (int i = 0; i < entries.Count; i++)
        {
            var (name, key, keyed) = entries[i];
            var context = names with
            {
                Definitions = [.. names.Definitions, .. definitions],
                NotYetDefined = [.. entries.Skip(i).Select(e => e.Name)],
            };
            var definition = Bind(name, key, keyed, context);
            if (FindOther(name) is { } other)
            {
                file.ReportTaken(key.Span, name, other);
            }
            else
            {
                definitions.Add(definition);
            }
        }

        return definitions.ToImmutable();
    }

    private Definition Bind(string name, YamlScalar key, KeyedNode keyed, ExpressionContext context)
    {
        var title = file.Localized(keyed[Keywords.Title], key.Span) ?? LocalizedText.Same(name);
        var means = Conditions.Bind(keyed.Need(Keywords.Means, file), keyed.KeyOf(Keywords.Means)?.Span ?? key.Span, context, file);

        // A meaning that cannot be read was reported; whoever uses the name need not hear that there is none.
        return new Definition(name, title, means ?? new KeyExpression(name, FieldType.Truth, key.Span), key.Span);
    }

    private SourceSpan? FindOther(string name) =>
        names.States.FirstOrDefault(s => s.Name == name)?.Span
        ?? names.Definitions.FirstOrDefault(d => d.Name == name)?.Span
        ?? names.Parameters.FirstOrDefault(p => p.Name == name)?.Span
        ?? names.Tables.FirstOrDefault(t => t.Name == name)?.Span
        ?? roles.FirstOrDefault(r => r.Name == name)?.Span;
}
