using Microsoft.CodeAnalysis;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>A lambda, a local function or a method, with the variables that it sees.</summary>
/// <param name="Symbol">Its parameters.</param>
/// <param name="Body">What it does.</param>
/// <param name="Around">The variables around it.</param>
internal sealed record Closure(IMethodSymbol Symbol, IOperation Body, Frame? Around);
