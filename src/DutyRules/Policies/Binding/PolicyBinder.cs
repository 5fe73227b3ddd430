using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Reads a policy file against the vocabulary.</summary>
internal sealed class PolicyBinder(FileScope file, Vocabulary vocabulary, OutcomeTypes outcomes)
{
    private static readonly ImmutableArray<Keyword> PolicyKeys =
    [
        Keywords.Policy, Keywords.Uses, Keywords.Revision, Keywords.EffectiveFrom, Keywords.EffectiveTo, Keywords.Source, Keywords.Norms,
        .. PolicyDeclarations.Keys,
    ];

    /// <summary>What a policy file holds.</summary>
    internal sealed record Result(PolicyEdition Edition, string? Source, ImmutableArray<DisabledNorm> Disabled, LocalNames Locals);

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
        var locals = new PolicyDeclarations(file, vocabulary, outcomes).Bind(keyed);
        var scope = new NormScope(file, locals.AddTo(vocabulary), new PolicyHeader(name, revision, from, to), outcomes);
        var norms = ImmutableArray.CreateBuilder<Norm>();
        var disabled = ImmutableArray.CreateBuilder<DisabledNorm>();
        var binder = new NormBinder(scope, norms, disabled);
        foreach (var (key, value) in NormsOf(keyed))
        {
            binder.Bind(key.Text.Trim(), key, value);
        }

        var edition = new PolicyEdition(name, revision, from, to, PlaceOf(keyed, Keywords.Policy, start), norms.ToImmutable());
        return new Result(edition, source, disabled.ToImmutable(), locals);
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
            if (vocabulary.Name.Length > 0)
            {
                file.FindDeclared([vocabulary], v => v.Name, word.Text, word.Span, NameDiagnostics.UnknownVocabulary);
            }
        }
    }

    private static SourceSpan PlaceOf(KeyedNode keyed, Keyword word, SourceSpan start) => keyed.KeyOf(word)?.Span ?? start;
}
