namespace DutyRules.Analyzers.Interpreting;

/// <summary>Ends the interpretation of a policy. Never leaves the interpreter.</summary>
internal sealed class StoppedException(Unknown cause) : Exception
{
    public Unknown Cause { get; } = cause;
}
