using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Binding;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Writing;

/// <summary>Writes one revision of a policy.</summary>
internal sealed class EditionNode(Ground ground, PolicySet set, Edition edition, DiagnosticBag bag)
{
    private readonly Speech _speech = ground.Speech;

    public YamlMapping Of(Declared declared, string? source)
    {
        var sections = new DeclarationNode(ground);
        var members = Norms().Concat(edition.Catalogue.Select(c => (c.Span, Entry: Written(c.Id, c.Span, () => new CatalogueNode(ground).Of(c)))))
            .OrderBy(m => m.Span.File, StringComparer.Ordinal).ThenBy(m => m.Span.Line).ThenBy(m => m.Span.Column).Select(m => m.Entry).OfType<YamlEntry>();
        return _speech.Map(
        [
            _speech.Entry(Keywords.Policy, _speech.Text(edition.Policy)), _speech.Entry(Keywords.Uses, _speech.Text(set.Vocabulary.Name)),
            .. edition.Revision == "1" ? [] : new[] { _speech.Entry(Keywords.Revision, _speech.Text(edition.Revision)) },
            .. source is null or "" ? [] : new[] { _speech.Entry(Keywords.Source, _speech.Text(source)) },
            .. Date(Keywords.EffectiveFrom, edition.Force.From), .. Date(Keywords.EffectiveTo, edition.Force.To),
            .. sections.Section(Keywords.Parameters, EditionFigures.Of(edition, set.Vocabulary).Select(p => sections.Named(p.Own.Name, sections.Parameter(p.Own, p.Known)))),
            .. sections.Sections(declared), _speech.Entry(Keywords.Norms, _speech.Map(members)),
        ]);
    }

    private IEnumerable<YamlEntry> Date(Keyword key, NodaTime.LocalDateTime? time) => time is { } known ? [_speech.Entry(key, _speech.Phrase(Speech.Date(known)))] : [];

    // What is attested makes a duty to attest, which nobody writes.
    private IEnumerable<(SourceSpan Span, YamlEntry? Entry)> Norms()
    {
        var attested = edition.Norms.Where(n => n.Content is AttestedContent { By: not null }).Select(AttestingDuty.IdOf).ToHashSet(StringComparer.Ordinal);
        var written = edition.Norms.Where(n => !attested.Contains(n.Id)).Select(WithoutPermissions).ToList();
        var below = FollowUps.Of(written);
        var node = new NormNode(ground, edition.Force, n => below.GetValueOrDefault(n));
        return written.Where(n => !below.ContainsValue(n)).GroupBy(n => n.Id).Select(variants => (variants.First().Span, Written(variants.Key, variants.First().Span, () => Together([.. variants], node))));
    }

    private YamlEntry? Written(string id, SourceSpan span, Func<YamlMapping> write)
    {
        try
        {
            return _speech.Entry(_speech.Text(id), write());
        }
        catch (UnsayableException problem)
        {
            bag.Add(WritingDiagnostics.Unsayable.At(span, id, problem.What));
            return null;
        }
    }

    // A norm with other figures at some sites stands there once for each; in words it is one.
    private YamlMapping Together(IReadOnlyList<Norm> variants, NormNode node)
    {
        var said = node.Of(variants[0]);
        string text = YamlWriter.Write(said);
        if (variants.Skip(1).Any(v => YamlWriter.Write(node.Of(v)) != text))
        {
            throw new UnsayableException(new LocalizedText("a norm that says one thing here and another there", "各网点内容不同的同一职责"));
        }

        return variants.Select(v => v.At).Aggregate(SiteChoices.Or) is { } at ? said with { Entries = said.Entries.Add(At(at)) } : said;
    }

    private YamlEntry At(SiteChoice at) => _speech.Entry(
        _speech.IsChinese ? _speech.Phrase("适用网点") : _speech.Phrase(Keywords.At),
        at.Except ? _speech.Phrase(_speech.Say($"{Keywords.AllBut.En} {string.Join(", ", at.Names)}", $"除{string.Join("、", at.Names)}外")) : _speech.Names(at.Names));

    // What a permission lifts is written with the permission.
    private Norm WithoutPermissions(Norm norm)
    {
        foreach (var permission in set.Catalogue.Where(c => c is { May: not null } && c.Lifts.Contains(norm.Id)))
        {
            var exceptions = norm.Exceptions;
            string condition = ground.Conditions(null).Print(Condition(permission));
            int last = exceptions.ToList().FindLastIndex(e => e is UnlessException unless && ground.Conditions(null).Print(unless.Condition) == condition);
            norm = last < 0 ? norm : norm with { Exceptions = exceptions.RemoveAt(last) };
        }

        return norm;
    }

    private static Expression Condition(CatalogueEntry permission)
    {
        var holder = permission is { Who: { } role, May.Type.Actor: { } actor } ? new HoldsExpression(new FieldExpression(EventRole.Trigger, actor, default), role, default) : null;
        return Conditions.Both(holder, permission.May!.If) ?? new LiteralExpression(Value.Truth(true), FieldType.Truth, default);
    }
}
