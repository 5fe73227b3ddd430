using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Policies.Families;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Reads a policy file against the vocabulary.</summary>
internal sealed class PolicyBinder(FileScope file, PolicyGround ground, VocabularyChanges changes, ImmutableArray<FamilyMember> members)
{
    private static readonly ImmutableArray<Keyword> PolicyKeys =
    [
        Keywords.Policy, Keywords.Uses, Keywords.Revision, Keywords.EffectiveFrom, Keywords.EffectiveTo, Keywords.Source, Keywords.Norms,
        Keywords.At, Keywords.Severity, Keywords.Tags, Keywords.Disabled, Keywords.Parameters, Keywords.Templates, .. PolicyDeclarations.Keys,
    ];

    /// <summary>What a policy file holds.</summary>
    internal sealed record Result(
        PolicyEdition Edition, string? Source, ImmutableArray<CatalogueEntry> Catalogue, ImmutableArray<Permission> Permissions, LocalNames Locals);

    public Result Bind(YamlNode root, SourceSpan start)
    {
        var keyed = KeyedNode.Read(root, PolicyKeys, file, start);
        string name = file.Text(keyed.Need(Keywords.Policy, file), PlaceOf(keyed, Keywords.Policy, start)) ?? "";
        string? source = file.Text(keyed[Keywords.Source], PlaceOf(keyed, Keywords.Source, start));
        keyed.Need(Keywords.Uses, file);
        var from = file.LocalTime(keyed, Keywords.EffectiveFrom);
        var to = file.LocalTime(keyed, Keywords.EffectiveTo);
        if (from is { } begins && to is { } ends && begins >= ends)
        {
            file.Report(VocabularyDiagnostics.EndsBeforeItBegins, keyed[Keywords.EffectiveTo]!.Span);
        }

        string revision = file.Text(keyed[Keywords.Revision], PlaceOf(keyed, Keywords.Revision, start)) ?? "1";
        var header = new PolicyHeader(name, revision, from, to) { Traits = new TraitReader(file, ground.Vocabulary).Read(keyed, NormTraits.Usual) };
        var vocabulary = new ParameterBinder(file, ground.Vocabulary.Sites, changes).InPolicy(keyed[Keywords.Parameters], ground.Vocabulary);
        var locals = new PolicyDeclarations(file, vocabulary.Anywhere(), vocabulary.Parameters, ground.Outcomes, changes).Bind(keyed);
        var own = ground with { Vocabulary = locals.AddTo(vocabulary.Filled()) };
        CheckSites(own.Vocabulary, locals);
        var disabled = keyed.KeyOf(Keywords.Disabled) is { } key ? file.Localized(keyed[Keywords.Disabled], key.Span) : null;
        CheckNorms(keyed);
        var binder = new CatalogueBinder(new NormScope(file, own, header));
        var catalogue = Catalogue(binder, disabled);
        var place = PlaceOf(keyed, Keywords.Policy, start);
        var norms = disabled is not null ? [] : new EntryBinder(file, own, header, place).Bind([.. members.Where(m => !CatalogueBinder.IsEntry(m.Node))]);
        return new Result(new PolicyEdition(name, revision, from, to, place, norms), source, catalogue, disabled is null ? [.. binder.Permissions] : [], locals);
    }

    // What its own states read has one figure for all sites.
    private void CheckSites(Vocabulary vocabulary, LocalNames locals)
    {
        var shared = vocabulary with { States = locals.States, Derived = locals.Derived };
        foreach (var parameter in vocabulary.Parameters.Where(p => !p.PerSite.IsEmpty))
        {
            if (shared.SharedReaderOf(parameter) is { } reader)
            {
                file.Report(CompositionDiagnostics.PerSiteShared, shared.FindState(reader)?.Span ?? shared.Span, parameter.Name, reader);
            }
        }
    }

    private ImmutableArray<CatalogueEntry> Catalogue(CatalogueBinder binder, LocalizedText? disabled)
    {
        var catalogue = ImmutableArray.CreateBuilder<CatalogueEntry>();
        foreach (var (id, node) in members)
        {
            if (CatalogueBinder.IsEntry(node))
            {
                catalogue.AddRange(binder.Bind(id, node));
            }
            else if (disabled is not null)
            {
                catalogue.Add(binder.NotAppliedFor(id, node, disabled));
            }
        }

        return catalogue.ToImmutable();
    }

    private void CheckNorms(KeyedNode keyed)
    {
        if (keyed.Need(Keywords.Norms, file) is { } node and not (YamlMapping or YamlScalar { IsFaulty: true }) && !keyed.IsDamaged)
        {
            file.Report(KeyDiagnostics.KeysNeeded, node is YamlScalar { IsEmpty: true } ? keyed.KeyOf(Keywords.Norms)!.Span : node.Span);
        }
    }

    private static SourceSpan PlaceOf(KeyedNode keyed, Keyword word, SourceSpan start) => keyed.KeyOf(word)?.Span ?? start;
}
