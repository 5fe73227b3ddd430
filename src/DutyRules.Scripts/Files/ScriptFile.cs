namespace DutyRules.Scripts.Files;

/// <summary>A file of a script, as it was read.</summary>
/// <param name="Path">Its name, as findings print it.</param>
/// <param name="Relative">Its path from the folder of the script, with forward slashes.</param>
/// <param name="Text">Its content.</param>
internal sealed record ScriptFile(string Path, string Relative, string Text);
