using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Expressions.Binding;
using DutyRules.Policies.Binding;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Families;

/// <summary>Writes out norms that use a template (<c>use</c>), that stand for several (<c>for each</c>), and ladders.</summary>
internal sealed class FamilyReader(FileScope file, ImmutableArray<Template> templates)
{
    // A template that uses others is no mistake; one that comes back to itself is.
    private const int DeepestUse = 8;

    private readonly HashSet<(SourceSpan Place, string Name)> _said = [];

    /// <summary>True: ladders stay as they were written.</summary>
    public bool LeavesLadders { get; init; }

    /// <summary>The norms of a policy, written out.</summary>
    public ImmutableArray<FamilyMember> Read(YamlNode policy)
    {
        var norms = (policy as YamlMapping)?.Entries.FirstOrDefault(e => Keywords.Find(e.Key.Text) == Keywords.Norms)?.Value as YamlMapping;
        return [.. (norms?.Entries ?? []).Where(e => !e.Key.IsFaulty && e.Key.Text.Length > 0).SelectMany(e => Expand(new FamilyMember(e.Key, e.Value), 0))];
    }

    private IEnumerable<FamilyMember> Expand(FamilyMember member, int depth)
    {
        if (member.Node is not YamlMapping mapping)
        {
            return [member];
        }

        if (mapping.Find(Keywords.Use) is { } use)
        {
            return TemplateOf(use, depth) is { IsFaulty: false } template ? Members(member, mapping, template).SelectMany(m => Expand(m, depth + 1)) : [];
        }

        return mapping.Find(Keywords.ForEach) is { Value: YamlMapping or YamlSequence } ? Members(member, mapping, null).SelectMany(m => Expand(m, depth))
            : mapping.Find(Keywords.Ladder) is not null && !LeavesLadders ? new LadderReader(file).Read(member, mapping)
            : [member];
    }

    private Template? TemplateOf(YamlEntry use, int depth)
    {
        if (depth == DeepestUse)
        {
            file.Report(CompositionDiagnostics.TemplateUsesItself, use.Value.Span);
            return null;
        }

        return file.Scalar(use.Value, use.Key.Span) is { } scalar
            ? file.FindDeclared(templates, t => t.Name, scalar.Text.Trim(), scalar.Span, CompositionDiagnostics.UnknownTemplate)
            : null;
    }

    private IEnumerable<FamilyMember> Members(FamilyMember of, YamlMapping mapping, Template? template)
    {
        var each = mapping.Find(Keywords.ForEach);
        var common = mapping.Entries.Without([Keywords.Use, Keywords.ForEach]);
        var body = template?.Norm ?? new YamlMapping(common, mapping.Span);
        var names = (template?.With ?? Blanks.Of(body).Select(b => b.Name)).ToImmutableHashSet();
        foreach (var set in each is null ? [new Arguments([], null)] : Sets(each))
        {
            var given = template is null ? set.Entries : common.Over(set.Entries);
            var with = given.Where(e => names.Contains(e.Key.Text)).ToDictionary(e => e.Key.Text, e => e.Value);
            ImmutableArray<YamlEntry> own = [.. given.Where(e => !names.Contains(e.Key.Text))];
            bool isComplete = Check(of, set, names, with.Keys, own, template);
            var id = own.FirstOrDefault(e => Keywords.Find(e.Key.Text) == Keywords.Id);
            string name = id?.Value is YamlScalar { Text.Length: > 0 } text ? text.Text.Trim() : set.Suffix is { } suffix ? $"{of.Key.Text.Trim()}.{suffix}" : of.Key.Text.Trim();
            var filled = (YamlMapping)Blanks.Fill(body, with);
            if (isComplete)
            {
                yield return new FamilyMember(of.Key with { Text = name }, filled with { Entries = filled.Entries.Over([.. own.Where(e => e != id)]) }) { IsMade = true };
            }
        }
    }

    private bool Check(FamilyMember of, Arguments set, ImmutableHashSet<string> names, IEnumerable<string> given, ImmutableArray<YamlEntry> own, Template? template)
    {
        var place = set.Span ?? of.Key.Span;
        var missing = names.Except(given).Order(StringComparer.Ordinal).ToList();
        foreach (var name in missing.Where(n => _said.Add((of.Key.Span, n))))
        {
            file.Report(CompositionDiagnostics.ArgumentMissing, place, $"{{{name}}}", template?.Name ?? of.Key.Text);
        }

        bool isComplete = missing.Count == 0;
        foreach (var entry in own.Where(e => Keywords.Find(e.Key.Text) is not { IsKey: true }))
        {
            isComplete = false;
            if (_said.Add((entry.Key.Span, entry.Key.Text)))
            {
                file.Report(
                    CompositionDiagnostics.UnknownArgument, entry.Key.Span, entry.Key.Text, Suggestion.Question(Suggestion.Nearest(entry.Key.Text, names)), Listed(names));
            }
        }

        return isComplete;
    }

    private static LocalizedText Listed(IEnumerable<string> names) =>
        names.Order(StringComparer.Ordinal).Select(n => $"`{n}`").ToList() is { Count: > 0 } shown ? new LocalizedText(string.Join(", ", shown), string.Join("、", shown)) : new LocalizedText("nothing", "无");

    // for each: [ { kind: faults, day: 8 }, ... ], for each: { tier: [gold, silver] }
    private IEnumerable<Arguments> Sets(YamlEntry each)
    {
        if (each.Value is YamlMapping mapping)
        {
            return mapping.Entries.Aggregate(
                new[] { new Arguments([], null) }.AsEnumerable(),
                (sets, entry) => sets.SelectMany(set => (entry.Value is YamlSequence list ? list.Items : [entry.Value]).Select(value => set.With(entry with { Value = value }))));
        }

        if (each.Value is not YamlSequence sequence)
        {
            file.Report(KeyDiagnostics.KeysNeeded, each.Value.Span);
            return [];
        }

        foreach (var item in sequence.Items.Where(i => i is not YamlMapping))
        {
            file.Report(KeyDiagnostics.KeysNeeded, item.Span);
        }

        return sequence.Items.OfType<YamlMapping>().Select(m => new Arguments(m.Entries, m.Span)
        {
            Suffix = m.Entries.Select(e => e.Value).OfType<YamlScalar>().FirstOrDefault()?.Text.Trim(),
        });
    }

    /// <summary>What is filled in for one member.</summary>
    private sealed record Arguments(ImmutableArray<YamlEntry> Entries, SourceSpan? Span)
    {
        /// <summary>What its id ends with; null: nothing.</summary>
        public string? Suffix { get; init; }

        public Arguments With(YamlEntry entry) => new(Entries.Add(entry), entry.Value.Span)
        {
            Suffix = entry.Value is YamlScalar scalar ? Suffix is null ? scalar.Text.Trim() : $"{Suffix}.{scalar.Text.Trim()}" : Suffix,
        };
    }
}
