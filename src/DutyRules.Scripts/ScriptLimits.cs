using NodaTime;

namespace DutyRules.Scripts;

/// <summary>How much a script may use up while it builds its policies. Immutable.</summary>
public sealed record ScriptLimits
{
    /// <summary>What is enough for thousands of norms.</summary>
    public static ScriptLimits Default { get; } = new();

    /// <summary>How many rounds of loops, calls of its own functions and elements of sequences. The same on every machine.</summary>
    public long Steps { get; init; } = 1_000_000;

    /// <summary>How many bytes it may allocate, also those it gives back.</summary>
    public long Bytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>How many elements one array or text may have that it asks for.</summary>
    public long Length { get; init; } = 1_000_000;

    /// <summary>How long it may take.</summary>
    public Duration Time { get; init; } = Duration.FromSeconds(10);
}
