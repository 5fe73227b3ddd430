using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Reads a policy file against the vocabulary.</summary>
internal sealed class PolicyBinder(FileScope file, PolicyGround ground)
{
    private static readonly ImmutableArray<Keyword> PolicyKeys =
    [
        Keywords.Policy, Keywords.Uses, Keywords.Revision, Keywords.EffectiveFrom, Keywords.EffectiveTo, Keywords.Source, Keywords.Norms,
        Keywords.At, Keywords.Severity, Keywords.Tags, Keywords.Disabled, .. PolicyDeclarations.Keys,
    ];

    /// <summary>What a policy file holds.</summary>
    internal sealed record Result(PolicyEdition Edition, string? Source, ImmutableArray<CatalogueEntry> Catalogue, LocalNames Locals);

    public Result Bind(YamlNode root, SourceSpan start)
    {
        var keyed = KeyedNode.Read(root, PolicyKeys, file, start);
        string name = file.Text(keyed.Need(Keywords.Policy, file), PlaceOf(keyed, Keywords.Policy, start)) ?? "";
        string? source = file.Text(keyed[Keywords.Source], PlaceOf(keyed, Keywords.Source, start));
        CheckUses(keyed, start);
        var from = file.LocalTime(keyed, Keywords.EffectiveFrom);
        var to = file.LocalTime(keyed, Keywords.EffectiveTo);
        if (from is { } begins && to is { } ends && begins >= ends)
        {
            file.Report(VocabularyDiagnostics.EndsBeforeItBegins, keyed[Keywords.EffectiveTo]!.Span);
        }

        string revision = file.Text(keyed[Keywords.Revision], PlaceOf(keyed, Keywords.Revision, start)) ?? "1";
        var locals = new PolicyDeclarations(file, ground.Vocabulary, ground.Outcomes).Bind(keyed);
        var scope = new NormScope(file, ground with { Vocabulary = locals.AddTo(ground.Vocabulary) }, new PolicyHeader(name, revision, from, to)
        {
            Traits = new TraitReader(file, ground.Vocabulary).Read(keyed, NormTraits.Usual),
        });
        var disabled = keyed.KeyOf(Keywords.Disabled) is { } key ? file.Localized(keyed[Keywords.Disabled], key.Span) : null;
        var norms = ImmutableArray.CreateBuilder<Norm>();
        var catalogue = ImmutableArray.CreateBuilder<CatalogueEntry>();
        foreach (var (id, node) in NormsOf(keyed))
        {
            if (CatalogueBinder.IsEntry(node))
            {
                catalogue.AddRange(new CatalogueBinder(scope).Bind(id, node));
            }
            else if (disabled is not null)
            {
                catalogue.Add(new CatalogueBinder(scope).NotAppliedFor(id, node, disabled));
            }
            else
            {
                new NormBinder(scope, norms).Bind(id.Text.Trim(), id, node);
            }
        }

        var edition = new PolicyEdition(name, revision, from, to, PlaceOf(keyed, Keywords.Policy, start), norms.ToImmutable());
        return new Result(edition, source, catalogue.ToImmutable(), locals);
    }

    private ImmutableArray<YamlEntry> NormsOf(KeyedNode keyed)
    {
        if (keyed.Need(Keywords.Norms, file) is not { } node)
        {
            return [];
        }

        if (node is YamlMapping mapping)
        {
            return [.. mapping.Entries.Where(e => !e.Key.IsFaulty && e.Key.Text.Length > 0)];
        }

        if (node is not YamlScalar { IsFaulty: true } && !keyed.IsDamaged)
        {
            file.Report(KeyDiagnostics.KeysNeeded, node is YamlScalar { IsEmpty: true } ? keyed.KeyOf(Keywords.Norms)!.Span : node.Span);
        }

        return [];
    }

    private void CheckUses(KeyedNode keyed, SourceSpan start)
    {
        foreach (var word in file.Words(keyed.Need(Keywords.Uses, file), PlaceOf(keyed, Keywords.Uses, start)))
        {
            if (ground.Vocabulary.Name.Length > 0)
            {
                file.FindDeclared([ground.Vocabulary], v => v.Name, word.Text, word.Span, NameDiagnostics.UnknownVocabulary);
            }
        }
    }

    private static SourceSpan PlaceOf(KeyedNode keyed, Keyword word, SourceSpan start) => keyed.KeyOf(word)?.Span ?? start;
}
