using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Misuse;

/// <summary>What becomes of the answer of a call.</summary>
internal static class Answers
{
    /// <summary>True where the call is a statement of its own, or all that a lambda without a result does. <c>_ =</c> before it says that this is meant.</summary>
    public static bool AreIgnored(IInvocationOperation call)
    {
        IOperation? outer = call.Parent;
        while (outer is IConditionalAccessOperation)
        {
            outer = outer.Parent;
        }

        return outer is IExpressionStatementOperation;
    }
}
