using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies;

/// <summary>What a vocabulary is to say instead, or as well: for tests of policies, which have people and figures of their own.</summary>
internal sealed record VocabularyChanges
{
    public static VocabularyChanges None { get; } = new();

    /// <summary>What each parameter is replaced by.</summary>
    public Func<Parameter, Parameter> Parameter { get; init; } = parameter => parameter;

    /// <summary>Figures of a table of that name, in place of its own or where it has none.</summary>
    public Func<string, ChangedRows?> Rows { get; init; } = _ => null;

    /// <summary>Who else holds a role.</summary>
    public Func<Vocabulary, ImmutableArray<Assignment>> MoreRoster { get; init; } = _ => [];
}

/// <summary>Rows that are written elsewhere than in their table, under the same keys.</summary>
/// <param name="Node">The rows.</param>
/// <param name="File">Where they stand.</param>
/// <param name="ReportUnknown">Says that the table has no row of that key, but those.</param>
internal sealed record ChangedRows(YamlNode Node, FileScope File, Action<YamlScalar, IEnumerable<string>> ReportUnknown)
{
    /// <summary>What stands under the key of a row; null: nothing.</summary>
    public ChangedRows? Of(YamlScalar key) =>
        (Node as YamlMapping)?.Entries.FirstOrDefault(e => e.Key.Text.Trim() == key.Text.Trim()) is { } entry ? this with { Node = entry.Value } : null;
}
