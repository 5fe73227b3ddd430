using System.Collections.Immutable;
using DutyRules.Diagnostics;

namespace DutyRules.Policies.Yaml;

/// <summary>A piece of a YAML file and its place. Knows nothing of what it means.</summary>
internal abstract record YamlNode(SourceSpan Span);

/// <summary>A single text.</summary>
/// <param name="Text">The text, without quotes.</param>
/// <param name="IsPlain">True when it was written without quotes.</param>
/// <param name="Span">Where it stands, quotes included.</param>
/// <param name="Content">Where its text begins and ends, quotes excluded.</param>
/// <param name="IsFaulty">True when something was already said about it, so that nothing more need be said.</param>
internal sealed record YamlScalar(string Text, bool IsPlain, SourceSpan Span, SourceSpan Content, bool IsFaulty = false)
    : YamlNode(Span)
{
    /// <summary>True when nothing was written.</summary>
    public bool IsEmpty => IsPlain && Text.Length == 0;
}

/// <summary>A list.</summary>
internal sealed record YamlSequence(ImmutableArray<YamlNode> Items, SourceSpan Span) : YamlNode(Span);

/// <summary>A key and its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);

/// <summary>Keys and values, in the order of writing; no key twice.</summary>
/// <param name="Entries">The keys and values.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="IsDamaged">True when a part of it could not be read: a missing key proves nothing then.</param>
internal sealed record YamlMapping(ImmutableArray<YamlEntry> Entries, SourceSpan Span, bool IsDamaged = false) : YamlNode(Span);
