using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Policies;

namespace DutyRules.Scripts;

/// <summary>What came of running a script.</summary>
/// <param name="Completed">True when it ran to its end; otherwise a finding says why not.</param>
/// <param name="Diagnostics">What was found.</param>
public sealed record ScriptRun(bool Completed, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The SHA-256 of the script and all that it loads, for <see cref="ScriptSettings.Pins"/>; empty when they could not be read.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>The files it consists of, the script itself first.</summary>
    public ImmutableArray<PolicyFile> Files { get; init; } = [];
}
