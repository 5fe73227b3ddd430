using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>What a policy can say once for all of its norms: where they hold, how much they matter, what they are listed under.</summary>
internal sealed record NormTraits(SiteChoice? At, Severity Severity, ImmutableArray<string> Tags)
{
    public static NormTraits Usual { get; } = new(null, Severity.Normal, []);
}

/// <summary>Reads <c>at</c>, <c>severity</c> and <c>tags</c>.</summary>
internal sealed class TraitReader(FileScope file, Vocabulary vocabulary)
{
    /// <summary>The words for severities.</summary>
    public static ImmutableArray<(Keyword Word, Severity Severity)> Severities { get; } =
    [
        (Keywords.Minor, Severity.Minor), (Keywords.Normal, Severity.Normal), (Keywords.Major, Severity.Major), (Keywords.Critical, Severity.Critical),
    ];

    /// <summary>What the keys say, on top of what holds anyway.</summary>
    public NormTraits Read(KeyedNode keyed, NormTraits usual)
    {
        var tags = keyed.KeyOf(Keywords.Tags) is { } key ? file.Words(keyed[Keywords.Tags], key.Span).Select(w => w.Text) : [];
        return new NormTraits(usual.At.And(At(keyed)), SeverityOf(keyed) ?? usual.Severity, [.. usual.Tags.Concat(tags).Distinct()]);
    }

    private Severity? SeverityOf(KeyedNode keyed)
    {
        if (keyed.KeyOf(Keywords.Severity) is not { } key || file.Scalar(keyed[Keywords.Severity], key.Span) is not { } scalar)
        {
            return null;
        }

        foreach (var (word, severity) in Severities)
        {
            if (word.Spellings.Contains(scalar.Text.Trim()))
            {
                return severity;
            }
        }

        file.Report(CompositionDiagnostics.SeverityNeeded, scalar.Span, scalar.Text);
        return null;
    }

    // at: [s1, s2]; at: all but s3, s4
    private SiteChoice? At(KeyedNode keyed)
    {
        if (keyed.KeyOf(Keywords.At) is not { } key)
        {
            return null;
        }

        bool except = false;
        var node = keyed[Keywords.At];
        if (node is YamlScalar { IsFaulty: false } scalar && new Phrase(scalar) is var phrase && phrase.Take(Keywords.AllBut))
        {
            except = true;
            node = scalar with { Text = WithoutEnding(phrase.Rest), Content = phrase.RestSpan };
        }

        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var word in file.Words(node, key.Span))
        {
            if (file.FindDeclared(vocabulary.Sites, s => s.Name, word.Text, word.Span, NameDiagnostics.UnknownSite) is { } site && !names.Contains(site.Name))
            {
                names.Add(site.Name);
            }
        }

        return names.Count == 0 ? null : new SiteChoice(names.ToImmutable(), except);
    }

    // 除三号厅外
    private static string WithoutEnding(string names) =>
        names.EndsWith("以外", StringComparison.Ordinal) ? names[..^2] : names.EndsWith('外') ? names[..^1] : names;
}
