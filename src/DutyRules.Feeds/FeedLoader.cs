using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Policies;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Feeds;

/// <summary>What came of reading a feed file. <see cref="Feed"/> is null when there was an error.</summary>
public readonly record struct FeedResult(Feed? Feed, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Reads feed files. Never throws for what stands in a file.</summary>
public static class FeedLoader
{
    /// <summary>Reads a feed file that is written for <paramref name="vocabulary"/>.</summary>
    public static FeedResult Load(PolicyFile file, Vocabulary vocabulary)
    {
        var source = new SourceText(file.Path, file.Text);
        var scope = new FileScope(source);
        var root = YamlReader.Read(source, scope.Bag);
        var definition = root is null && scope.Bag.HasErrors
            ? null
            : new FeedBinder(scope, vocabulary).Bind(root ?? new YamlScalar("", true, source.Span(0, 0), source.Span(0, 0)), source.Span(0, 0));
        scope.ReportMixedLanguages();
        var diagnostics = scope.Bag.Items.Select(source.Clamp).OrderBy(d => d.Span.Line).ThenBy(d => d.Span.Column).ThenBy(d => d.Id, StringComparer.Ordinal).ToImmutableArray();
        return new FeedResult(definition is null || scope.Bag.HasErrors ? null : new Feed(definition), diagnostics);
    }
}
