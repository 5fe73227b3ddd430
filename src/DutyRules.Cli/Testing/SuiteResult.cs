using System.Collections.Immutable;
using DutyRules.Diagnostics;

namespace DutyRules.Cli.Testing;

/// <summary>What came of reading a test file; the suite is null when there was an error.</summary>
internal sealed record SuiteResult(TestSuite? Suite, ImmutableArray<Diagnostic> Diagnostics, IReadOnlyDictionary<string, string> Texts);
