using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>definitions</c>: conditions that have a name. Each may use those above it.</summary>
internal sealed class DefinitionBinder(
    FileScope file, ImmutableArray<StateDefinition> states, ImmutableArray<Parameter> parameters, ImmutableArray<Role> roles)
{
    private static readonly ImmutableArray<Keyword> DefinitionKeys = [Keywords.Title, Keywords.Means];

    public ImmutableArray<Definition> Bind(YamlNode? node)
    {
        var entries = file.Named(node).ToList();
        var definitions = ImmutableArray.CreateBuilder<Definition>();
        for (int i = 0; i < entries.Count; i++)
        {
            var (name, key, value) = entries[i];
            var context = new ExpressionContext
            {
                States = states,
                Parameters = parameters,
                Definitions = definitions.ToImmutable(),
                NotYetDefined = [.. entries.Skip(i).Select(e => e.Name)],
            };
            var definition = Bind(name, key, value, context);
            if (FindOther(name) is { } other)
            {
                file.Report(NameDiagnostics.DeclaredTwice, key.Span, name, other.Line);
            }
            else
            {
                definitions.Add(definition);
            }
        }

        return definitions.ToImmutable();
    }

    private Definition Bind(string name, YamlScalar key, YamlNode value, ExpressionContext context)
    {
        var keyed = KeyedNode.Read(value, DefinitionKeys, file, key.Span);
        var title = file.Localized(keyed[Keywords.Title], key.Span) ?? LocalizedText.Same(name);
        var means = Conditions.Bind(keyed.Need(Keywords.Means, file), keyed.KeyOf(Keywords.Means)?.Span ?? key.Span, context, file);

        // A meaning that cannot be read was reported; whoever uses the name need not hear that there is none.
        return new Definition(name, title, means ?? new KeyExpression(name, FieldType.Truth, key.Span), key.Span);
    }

    private SourceSpan? FindOther(string name) =>
        states.FirstOrDefault(s => s.Name == name)?.Span
        ?? parameters.FirstOrDefault(p => p.Name == name)?.Span
        ?? roles.FirstOrDefault(r => r.Name == name)?.Span;
}
