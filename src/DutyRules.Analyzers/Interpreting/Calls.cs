using DutyRules.Dsl;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>Calls that conditions hold and that must not be made: they have a value only while events are judged.</summary>
internal static class Calls
{
    private static readonly string[] OnlyInConditions = ["Is", "In", "NotIn", "Holds", "Together", "AtEachMoment", "LocalDate", "LocalTime"];

    public static bool AreOfLanguage(IInvocationOperation call) =>
        call.TargetMethod.ContainingType is { Name: var type } && call.TargetMethod.ContainingNamespace.ToDisplayString() == "DutyRules.Dsl"
        && (OnlyInConditions.Contains(call.TargetMethod.Name) || IsHandle(call.TargetMethod.ContainingType) || call.Arguments.Any(a => IsHandle(a.Value.Type) || a.Value is IConversionOperation { Operand.Type: { } of } && IsHandle(of)))
        && type != nameof(Duties);

    /// <summary>True for a state, a parameter, a table and the like.</summary>
    public static bool IsHandle(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == nameof(Handle) && type.ContainingNamespace.ToDisplayString() == "DutyRules.Dsl")
            {
                return true;
            }
        }

        return false;
    }
}
