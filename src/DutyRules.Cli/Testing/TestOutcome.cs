using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Monitoring;
using DutyRules.Verdicts;

namespace DutyRules.Cli.Testing;

/// <summary>How a test went.</summary>
/// <param name="Test">The test.</param>
/// <param name="Missing">What was expected and is not there.</param>
/// <param name="Unexpected">What is there although nothing else was expected.</param>
/// <param name="Verdicts">Everything that is there.</param>
/// <param name="Open">What is still open.</param>
/// <param name="Refused">Events that were refused.</param>
internal sealed record TestOutcome(
    TestCase Test, ImmutableArray<Expectation> Missing, ImmutableArray<Verdict> Unexpected, ImmutableArray<Verdict> Verdicts,
    IReadOnlyList<UpcomingDuty> Open, ImmutableArray<Diagnostic> Refused)
{
    public bool Passed => Missing.IsEmpty && Unexpected.IsEmpty;
}
