using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;

namespace DutyRules.Policies.Binding;

/// <summary>What in a vocabulary reads its parameters.</summary>
internal static class ParameterReaders
{
    /// <summary>The state, or the event that others count as, whose conditions read a parameter; null: none. All policies and sites share these.</summary>
    public static string? SharedReaderOf(this Vocabulary vocabulary, Parameter parameter) =>
        vocabulary.States.FirstOrDefault(s => Reads(s.Sources, parameter) || s.Figures.Any(p => p.Name == parameter.Name))?.Name
        ?? vocabulary.Derived.OfType<CountsAs>().FirstOrDefault(d => Reads(d.Sources, parameter))?.Type.Name;

    /// <summary>The definitions that read a parameter.</summary>
    public static IEnumerable<Definition> DefinitionsThatRead(this Vocabulary vocabulary, Parameter parameter) =>
        vocabulary.Definitions.Where(d => Reads(d.Means, parameter));

    /// <summary>A parameter that has no figure but those of sites is stood in for by one of them, until a norm says where.</summary>
    public static ImmutableArray<Parameter> Anywhere(this ImmutableArray<Parameter> parameters) =>
        [.. parameters.Select(p => p.Value is null && !p.PerSite.IsEmpty ? p with { Value = p.PerSite.First().Value } : Filled(p))];

    /// <summary>The same vocabulary, with something in place of the figures that are left open: what reads one is found out when it has been read.</summary>
    public static Vocabulary Filled(this Vocabulary vocabulary) =>
        vocabulary.Parameters.Any(p => p.Value is null && p.PerSite.IsEmpty) ? vocabulary.With([.. vocabulary.Parameters.Select(Filled)]) : vocabulary;

    /// <summary>The same vocabulary with every parameter set.</summary>
    public static Vocabulary Anywhere(this Vocabulary vocabulary) => vocabulary with { Parameters = vocabulary.Parameters.Anywhere() };

    /// <summary>The same vocabulary with other parameters, in its definitions too.</summary>
    public static Vocabulary With(this Vocabulary vocabulary, ImmutableArray<Parameter> parameters) => vocabulary with
    {
        Parameters = parameters,
        Definitions = [.. vocabulary.Definitions.Select(d => d with { Means = d.Means.With(p => parameters.FirstOrDefault(o => o.Name == p.Name) ?? p) })],
    };

    private static Parameter Filled(Parameter parameter) =>
        parameter.Value is null && parameter.PerSite.IsEmpty ? parameter with { Value = ParameterBinder.StandIn(parameter.Type), IsOpen = true } : parameter;

    private static bool Reads(IEnumerable<EventPattern> patterns, Parameter parameter) => patterns.Any(p => p.Where is { } where && Reads(where, parameter));

    private static bool Reads(Expression expression, Parameter parameter) =>
        ExpressionParts.Of(expression).OfType<ParameterExpression>().Any(e => e.Parameter.Name == parameter.Name);
}
