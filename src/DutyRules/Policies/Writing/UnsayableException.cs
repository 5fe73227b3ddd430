using DutyRules.Diagnostics;

namespace DutyRules.Policies.Writing;

/// <summary>Something of the model for which the language of files has no words.</summary>
/// <param name="what">What it is.</param>
internal sealed class UnsayableException(LocalizedText what) : Exception(what.En)
{
    public LocalizedText What { get; } = what;
}
