using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Policies.Binding;
using DutyRules.Policies.Families;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Dsl.Converting;

/// <summary>A policy file that was found to be right, and what its words can mean.</summary>
internal sealed class PolicyGroundwork
{
    private readonly Vocabulary _vocabulary;
    private readonly ImmutableArray<Parameter> _conditions;

    private PolicyGroundwork(FileScope file, YamlMapping root, ImmutableArray<FamilyMember> members, NormOutlines outlines, Vocabulary whole)
    {
        (File, Root, Members) = (file, root, members);
        whole = whole with { Events = [.. whole.Events.Where(e => e.Origin != EventOrigin.Outcome)], Derived = [.. whole.Derived.Where(d => d is not OutcomesOf)] };
        var own = new ParameterBinder(file, whole.Sites, VocabularyChanges.None).InPolicy(root.Find(Keywords.Parameters)?.Value, whole).Filled();
        _vocabulary = own;
        _conditions = [.. own.Definitions.Select(d => new Parameter(d.Name, FieldType.Truth, Value.Truth(true)))];
        Definitions = own.Definitions.Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
        Scope = new NormScope(file, new PolicyGround(own, outlines, new RoleLists(), new OutcomeTypes(outlines, own), new ActingRoles(own.Roles)), new PolicyHeader("", "1", null, null));
    }

    public FileScope File { get; }

    public YamlMapping Root { get; }

    /// <summary>Its norms, those of templates and families written out, ladders whole.</summary>
    public ImmutableArray<FamilyMember> Members { get; }

    public NormScope Scope { get; }

    public Vocabulary Vocabulary => _vocabulary;

    /// <summary>The names of conditions.</summary>
    public IReadOnlySet<string> Definitions { get; }

    /// <summary>The policies among the files.</summary>
    public static IEnumerable<PolicyGroundwork> Of(IEnumerable<PolicyFile> files, Vocabulary whole)
    {
        var read = files.Select(f => new SourceText(f.Path, f.Text)).Select(s => (File: new FileScope(s), Root: YamlReader.Read(s, new DiagnosticBag()) as YamlMapping)).Where(f => f.Root is not null).ToList();
        var shared = read.Where(f => f.Root!.Find(Keywords.Vocabulary) is not null).SelectMany(f => Template.Read(f.Root, f.File)).ToList();
        var policies = read.Where(f => f.Root!.Find(Keywords.Policy) is not null).Select(f =>
        {
            var own = Template.Read(f.Root, f.File);
            return (f.File, Root: f.Root!, Members: new FamilyReader(f.File, [.. own, .. shared.Where(t => own.All(o => o.Name != t.Name))]) { LeavesLadders = true }.Read(f.Root!));
        }).ToList();
        var outlines = NormOutlines.Of(policies.SelectMany(p => p.Members));
        return policies.Select(p => new PolicyGroundwork(p.File, p.Root, p.Members, outlines, whole));
    }

    /// <summary>The expression that a text says. Conditions with a name stand as such.</summary>
    public Expression Bind(YamlScalar text, NamedEvent? tested, NamedEvent? trigger, FieldType? type)
    {
        var context = Scope.Judging(Scope.ContextOf(trigger, null)) with
        {
            Tested = tested?.Type, TestedAlias = tested?.Alias, Definitions = [], Parameters = [.. _vocabulary.Parameters, .. _conditions],
        };
        context = context with { Key = [.. context.Key, .. _vocabulary.Sets.Select(s => (s.Name, FieldType.Text))] };
        var bag = new DiagnosticBag();
        return ExpressionBinder.Bind(text.Text.TrimEnd(), text.Content, context, type, bag)
            ?? throw new InvalidOperationException($"{text.Span}: `{text.Text}`: {bag.Items.Select(d => d.Message.En).FirstOrDefault()}");
    }
}
