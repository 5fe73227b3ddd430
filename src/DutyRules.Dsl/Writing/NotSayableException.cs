using DutyRules.Diagnostics;

namespace DutyRules.Dsl.Writing;

/// <summary>A piece of C# that the language of policies has no words for. Never leaves this library.</summary>
internal sealed class NotSayableException(DiagnosticDescriptor kind, params object[] words) : Exception
{
    public DiagnosticDescriptor Kind { get; } = kind;

    public object[] Words { get; } = words;
}
