namespace DutyRules.Cli;

/// <summary>The command cannot do what was asked; the message says why, in words for the user.</summary>
internal sealed class CannotRunException(string message) : Exception(message);
