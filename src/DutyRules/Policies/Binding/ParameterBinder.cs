using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Expressions.Binding;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>parameters</c>: figures that the source leaves open, in a vocabulary, and what a policy sets or declares for its own norms.</summary>
internal sealed class ParameterBinder(FileScope file, ImmutableArray<Site> sites, VocabularyChanges changes)
{
    private static readonly ImmutableArray<Keyword> ParameterKeys = [Keywords.Is, Keywords.Value, Keywords.Default, Keywords.PerSite, Keywords.Because];

    /// <summary>The parameters of a vocabulary.</summary>
    public ImmutableArray<Parameter> Declared(YamlNode? node)
    {
        var parameters = ImmutableArray.CreateBuilder<Parameter>();
        foreach (var (name, key, value) in file.Named(node))
        {
            var keyed = KeyedNode.Read(value, ParameterKeys, file, key.Span);
            if (FieldTypes.Read(keyed.Need(Keywords.Is, file), file, PlaceOf(keyed, Keywords.Is, key)) is { } type)
            {
                parameters.Add(changes.Parameter(Filled(new Parameter(name, type, null, null, key.Span), keyed)));
            }
        }

        return parameters.ToImmutable();
    }

    /// <summary>The vocabulary as a policy reads it, which may set parameters otherwise and declare some of its own.</summary>
    public Vocabulary InPolicy(YamlNode? node, Vocabulary vocabulary)
    {
        var parameters = vocabulary.Parameters.ToList();
        var seen = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var (name, key, value) in file.Named(node))
        {
            var known = vocabulary.FindParameter(name);
            if (file.IsFirst(seen, name, key.Span) && IsFree(name, key, vocabulary) && OfPolicy(name, key, value, known, vocabulary) is { } parameter)
            {
                parameters.Remove(known!);
                parameters.Add(changes.Parameter(parameter));
            }
        }

        return seen.Count == 0 ? vocabulary : vocabulary.With([.. parameters]);
    }

    /// <summary>A figure of a type, in place of one that is not known.</summary>
    public static Value StandIn(FieldType type) => type.Kind switch
    {
        ValueKind.Text => Value.Text(""),
        ValueKind.Choice => Value.Choice(type.Choices[0]),
        ValueKind.Number => Value.Number(1),
        ValueKind.Money => Value.Money(1),
        ValueKind.Integer => Value.Integer(1),
        ValueKind.Truth => Value.Truth(true),
        ValueKind.Duration => Value.Duration(Duration.FromHours(1)),
        ValueKind.Instant => Value.Instant(NodaConstants.UnixEpoch),
        ValueKind.Date => Value.Date(new LocalDate(2000, 1, 1)),
        _ => Value.Time(LocalTime.Noon),
    };

    private static SourceSpan PlaceOf(KeyedNode keyed, Keyword word, YamlScalar key) => keyed.KeyOf(word)?.Span ?? key.Span;

    private Parameter? OfPolicy(string name, YamlScalar key, YamlNode value, Parameter? known, Vocabulary vocabulary)
    {
        if (value is not YamlMapping)
        {
            if (known is not null)
            {
                return file.Scalar(value, key.Span) is { } scalar ? known with { Value = Figure(scalar, known.Type), IsDefault = false, PerSite = Parameter.Nowhere, Span = key.Span } : null;
            }

            file.Report(
                CompositionDiagnostics.ParameterNeedsType, key.Span, name,
                Suggestion.Question(Suggestion.Nearest(name, vocabulary.Parameters.Select(p => p.Name))));
            return null;
        }

        var keyed = KeyedNode.Read(value, ParameterKeys, file, key.Span);
        var type = keyed.Has(Keywords.Is) || known is null ? FieldTypes.Read(keyed.Need(Keywords.Is, file), file, PlaceOf(keyed, Keywords.Is, key)) : known.Type;
        if (known is not null && type is not null && type != known.Type)
        {
            file.Report(NameDiagnostics.ParameterOfOtherType, keyed[Keywords.Is]!.Span, name, KindNames.Of(known.Type), KindNames.Of(type));
            return null;
        }

        return type is null ? null : Filled(new Parameter(name, type, null, known?.Because, key.Span), keyed);
    }

    // Conditions that all policies share have one figure.
    private bool IsFree(string name, YamlScalar key, Vocabulary vocabulary)
    {
        if (vocabulary.FindParameter(name) is { } known && vocabulary.SharedReaderOf(known) is { } reader)
        {
            file.Report(CompositionDiagnostics.ParameterShared, key.Span, name, reader);
            return false;
        }

        var taken = vocabulary.States.Where(s => s.Name == name).Select(s => s.Span)
            .Concat(vocabulary.Definitions.Where(d => d.Name == name).Select(d => d.Span)).Concat(vocabulary.Tables.Where(t => t.Name == name).Select(t => t.Span)).ToList();
        if (taken.Count > 0)
        {
            file.Report(CompositionDiagnostics.NameTaken, key.Span, name, taken[0].ToString());
        }

        return taken.Count == 0;
    }

    private Parameter Filled(Parameter parameter, KeyedNode keyed)
    {
        var word = keyed.Has(Keywords.Value) ? Keywords.Value : Keywords.Default;
        var because = keyed.KeyOf(Keywords.Because) is { } key ? file.Localized(keyed[Keywords.Because], key.Span) : null;
        return parameter with
        {
            Value = keyed.KeyOf(word) is { } place ? file.Scalar(keyed[word], place.Span) is { } scalar ? Figure(scalar, parameter.Type) : StandIn(parameter.Type) : null,
            IsDefault = word == Keywords.Default && keyed.Has(word),
            PerSite = PerSite(keyed, parameter.Type),
            Because = because ?? parameter.Because,
        };
    }

    private ImmutableSortedDictionary<string, Value> PerSite(KeyedNode keyed, FieldType type)
    {
        if (keyed.KeyOf(Keywords.PerSite) is not { } key)
        {
            return Parameter.Nowhere;
        }

        if (keyed[Keywords.PerSite] is not YamlMapping mapping)
        {
            file.Report(KeyDiagnostics.KeysNeeded, keyed[Keywords.PerSite]!.Span);
            return Parameter.Nowhere;
        }

        var figures = Parameter.Nowhere.ToBuilder();
        foreach (var (name, value) in mapping.Entries.Where(e => !e.Key.IsFaulty))
        {
            if (file.FindDeclared(sites, s => s.Name, name.Text, name.Span, NameDiagnostics.UnknownSite) is { } site && file.Scalar(value, name.Span) is { } scalar)
            {
                figures[site.Name] = Figure(scalar, type);
            }
        }

        return figures.ToImmutable();
    }

    // A value that cannot be read was reported; whoever uses the parameter need not hear that it is not set.
    private Value Figure(YamlScalar scalar, FieldType type) => new Values(file).Read(scalar, type) ?? StandIn(type);
}
