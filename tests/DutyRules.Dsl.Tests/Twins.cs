using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Tests.Policies;

namespace DutyRules.Dsl.Tests;

/// <summary>What is said in C# and in YAML is the same.</summary>
internal static partial class Twins
{
    /// <summary>The hall of the page on the language, in which the other pages speak.</summary>
    public static ImmutableArray<PolicyFile> Hall { get; } =
    [
        new("hall.vocabulary.yaml", Repository.Blocks("docs/language.md", "yaml").First(b => b.StartsWith("vocabulary: hall", StringComparison.Ordinal))),
        new("cn.calendar.yaml", Repository.Blocks("docs/language.md", "yaml").First(b => b.StartsWith("calendar: cn", StringComparison.Ordinal))),
    ];

    public static PolicySet Loaded(LoadResult result)
    {
        Assert.Empty(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => $"{d} {d.Help?.En}"));
        return result.Policies!;
    }

    /// <summary>Asserts that the norms are equal, places apart. What the event that opens a duty is called does not matter.</summary>
    public static void Same(PolicySet expected, PolicySet actual)
    {
        Assert.Equal(expected.Norms.Select(n => n.Id).Order(StringComparer.Ordinal), actual.Norms.Select(n => n.Id).Order(StringComparer.Ordinal));
        foreach (var (one, other) in Sorted(expected).Zip(Sorted(actual)))
        {
            Assert.Equal(one, other);
        }

        Assert.Equal(expected.Catalogue.Select(ModelText.Of).Order(StringComparer.Ordinal), actual.Catalogue.Select(ModelText.Of).Order(StringComparer.Ordinal));
        Assert.Equal(ModelText.Of(expected.Vocabulary.States), ModelText.Of(actual.Vocabulary.States));
        Assert.Equal(ModelText.Of(expected.Vocabulary.Tables), ModelText.Of(actual.Vocabulary.Tables));
        Assert.Equal(ModelText.Of(expected.Vocabulary.Parameters), ModelText.Of(actual.Vocabulary.Parameters));
    }

    /// <summary>Asserts that norms, catalogue and all that the vocabulary declares are equal, places and order apart.</summary>
    public static void SameWhole(PolicySet expected, PolicySet actual)
    {
        Same(Ordered(expected), Ordered(actual));
        Assert.Equal(Figures(expected), Figures(actual));
        Assert.Equal(Declared(expected.Vocabulary), Declared(actual.Vocabulary));
    }

    private static PolicySet Ordered(PolicySet set) => set with
    {
        Vocabulary = set.Vocabulary with
        {
            States = [.. set.Vocabulary.States.OrderBy(ModelText.Of, StringComparer.Ordinal)], Tables = [.. set.Vocabulary.Tables.OrderBy(ModelText.Of, StringComparer.Ordinal)],
            Parameters = [.. set.Vocabulary.Parameters.OrderBy(p => p.Name, StringComparer.Ordinal)],
        },
    };

    private static IEnumerable<string> Figures(PolicySet set) =>
        set.Norms.SelectMany(n => n.Figures.Select(p => $"{n.Policy} {n.Revision} {n.Id} {ModelText.Of(n.At)} {ModelText.Of(p)}")).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Declared(Vocabulary all) =>
    [
        all.Name, all.Zone.Id, all.PartitionField, ModelText.Of(all.Calendar), ModelText.Of(all.ClockChanges), ModelText.Of(all.Shifts), all.Attestations?.Name ?? "",
        .. Sorted(all.Events), .. Sorted(all.Derived), .. Sorted(all.Definitions), .. Sorted(all.Roles), .. Sorted(all.Sets), .. Sorted(all.Sites), .. Sorted(all.Hours), .. Sorted(all.Roster),
    ];

    private static IEnumerable<string> Sorted<T>(IEnumerable<T> items) => items.Select(i => ModelText.Of(i)).Order(StringComparer.Ordinal);

    // A norm may stand several times: for its revisions, and for sites with figures of their own.
    private static IEnumerable<string> Sorted(PolicySet set) => set.Norms.Select(ModelText.Of).Order(StringComparer.Ordinal);

    /// <summary>A policy in YAML whose norms are these lines.</summary>
    public static PolicyFile Yaml(string norms, string more = "") =>
        new("twin.duty.yaml", $"policy: twin\nuses: hall\n{more}norms:\n{Line().Replace(norms, "  $0")}");

    [GeneratedRegex("^.+$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
