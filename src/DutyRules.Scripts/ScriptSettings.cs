using System.Collections.Immutable;

namespace DutyRules.Scripts;

/// <summary>What a host lets scripts do. A script is trusted code: nothing here makes it safe to run one of an author who is not. Immutable.</summary>
public sealed record ScriptSettings
{
    /// <summary>No script is run.</summary>
    public static ScriptSettings Off { get; } = new();

    /// <summary>True when scripts may be run at all.</summary>
    public bool Allowed { get; init; }

    /// <summary>The fingerprints of the scripts that may be run, as <see cref="ScriptRun.Fingerprint"/> gives them; empty: any.</summary>
    public ImmutableArray<string> Pins { get; init; } = [];

    /// <summary>What a script may use up.</summary>
    public ScriptLimits Limits { get; init; } = ScriptLimits.Default;

    /// <summary>The folder for compiled scripts, which nobody but the user may be able to read or write; null: they are kept in memory only.</summary>
    public string? CacheFolder { get; init; }
}
