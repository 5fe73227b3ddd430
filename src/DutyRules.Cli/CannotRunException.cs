using DutyRules.Diagnostics;

namespace DutyRules.Cli;

/// <summary>The command cannot do what was asked; the message says why, in words for the user.</summary>
internal sealed class CannotRunException(LocalizedText text) : Exception(text.En)
{
    public CannotRunException(string english, string chinese)
        : this(new LocalizedText(english, chinese))
    {
    }

    /// <summary>The message in both languages.</summary>
    public LocalizedText Text { get; } = text;
}
