using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies;

/// <summary>A vocabulary or a policy that was built in code: what a file would say, each part with the place in the code.</summary>
/// <param name="Path">The file of the code.</param>
/// <param name="Root">What it says.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Findings">What was found wrong while it was built.</param>
internal sealed record BuiltFile(string Path, YamlMapping Root, SourceSpan Start, ImmutableArray<Diagnostic> Findings);
