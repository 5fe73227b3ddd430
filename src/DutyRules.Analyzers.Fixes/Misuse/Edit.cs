using Microsoft.CodeAnalysis;

namespace DutyRules.Analyzers.Fixes.Misuse;

/// <summary>A piece of code, and what is to stand there instead.</summary>
/// <param name="Title">What the editor offers.</param>
/// <param name="Old">What stands there.</param>
/// <param name="New">What shall stand there.</param>
internal sealed record Edit(string Title, SyntaxNode Old, SyntaxNode New);
