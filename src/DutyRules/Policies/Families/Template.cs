using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Families;

/// <summary>A norm with places to be filled in.</summary>
/// <param name="Name">The name, as policies write it under <c>use</c>.</param>
/// <param name="With">What is filled in.</param>
/// <param name="Norm">The norm.</param>
internal sealed record Template(string Name, ImmutableArray<string> With, YamlMapping Norm)
{
    /// <summary>True when something was said about it, so that its uses need not be looked at.</summary>
    public bool IsFaulty { get; private init; }

    private static readonly ImmutableArray<Keyword> Keys = [Keywords.With, Keywords.Norm];

    /// <summary>Reads <c>templates</c> of a vocabulary or a policy.</summary>
    public static ImmutableArray<Template> Read(YamlNode? root, FileScope file)
    {
        var entry = (root as YamlMapping)?.Entries.FirstOrDefault(e => Keywords.Find(e.Key.Text) == Keywords.Templates);
        return entry is null ? [] : [.. file.Named(entry.Value).Select(t => Read(t.Name, t.Key, t.Value, file)).OfType<Template>()];
    }

    private static Template? Read(string name, YamlScalar key, YamlNode value, FileScope file)
    {
        var keyed = KeyedNode.Read(value, Keys, file, key.Span);
        ImmutableArray<string> with = keyed.KeyOf(Keywords.With) is { } names ? [.. file.Words(keyed[Keywords.With], names.Span).Select(w => w.Text)] : [];
        var norm = keyed.Need(Keywords.Norm, file);
        if (norm is not YamlMapping mapping)
        {
            if (norm is YamlScalar { IsFaulty: false } or YamlSequence)
            {
                file.Report(KeyDiagnostics.KeysNeeded, norm.Span);
            }

            return null;
        }

        var unknown = Blanks.Of(mapping).Where(b => !with.Contains(b.Name)).ToList();
        foreach (var (place, text) in unknown)
        {
            file.Report(
                CompositionDiagnostics.UnknownBlank, text.Span, place,
                new LocalizedText(string.Join(", ", with.Select(w => $"`{w}`")), string.Join("、", with.Select(w => $"`{w}`"))));
        }

        return new Template(name, with, mapping) { IsFaulty = unknown.Count > 0 };
    }
}
