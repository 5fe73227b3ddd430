using DutyRules.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DutyRules.Scripts.Checking;

/// <summary>Something in the text of a script that a policy may not use.</summary>
internal readonly record struct Refusal(DiagnosticDescriptor Kind, string Name, TextSpan Span);
