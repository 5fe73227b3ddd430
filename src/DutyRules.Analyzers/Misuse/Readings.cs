using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>What gives another value each time it is read.</summary>
internal static class Readings
{
    public static bool IsOfClock(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Now" or "UtcNow" or "Today", ContainingType: { Name: "DateTime" or "DateTimeOffset", ContainingNamespace.Name: "System" } } } => true,
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "TickCount" or "TickCount64", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } } } => true,
        IInvocationOperation { TargetMethod: { Name: "GetCurrentInstant", ContainingType.ContainingNamespace.Name: "NodaTime" } } => true,
        IInvocationOperation { TargetMethod: { Name: "GetUtcNow" or "GetLocalNow", ContainingType: { Name: "TimeProvider", ContainingNamespace.Name: "System" } } } => true,
        _ => false,
    };

    public static bool IsOfChance(IOperation operation) => operation is IInvocationOperation { TargetMethod: { ContainingType: { Name: var type, ContainingNamespace: var space }, Name: var name } } && type switch
    {
        "Guid" => space.Name == "System" && name is "NewGuid" or "CreateVersion7",
        "Random" => space.Name == "System" && name.StartsWith("Next", StringComparison.Ordinal),
        "RandomNumberGenerator" => space.Name == "Cryptography",
        _ => false,
    };
}
