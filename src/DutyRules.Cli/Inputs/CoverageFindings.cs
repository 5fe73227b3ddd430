using System.Collections.Immutable;
using DutyRules.Cli.Testing;
using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Cli.Inputs;

/// <summary>What is said twice, what nothing uses, and what no test has tried: not wrong, but worth knowing before policies are relied on.</summary>
internal static class CoverageFindings
{
    public static readonly DiagnosticDescriptor NoTest = new(
        "DUTY3220", DiagnosticSeverity.Warning, "no test expects anything of norm `{0}`", "没有测试对职责 `{0}` 有任何预期",
        "write a test in which it is kept, and one in which it is breached", "请各写一个履行和未履行的测试")
    {
        Title = new("a norm without a test", "没有测试的职责"),
    };

    public static readonly DiagnosticDescriptor OneSide = new(
        "DUTY3221", DiagnosticSeverity.Warning, "no test has norm `{0}` {1}", "没有测试使职责 `{0}` {1}",
        "a boundary is tested from both sides: just in time, and a second too late", "界限要从两边测试：刚好及时和晚一秒")
    {
        Title = new("a norm that is tested on one side only", "只测试了一边的职责"),
    };

    public static readonly DiagnosticDescriptor RoleUnused = new(
        "DUTY1462", DiagnosticSeverity.Warning, "role `{0}` bears no duty, and nothing speaks of it", "岗位 `{0}` 不承担任何职责，也没有任何地方提到它",
        "leave it out, or write its duties", "请删去，或写明其职责")
    {
        Title = new("a role without a duty", "没有职责的岗位"),
    };

    public static readonly DiagnosticDescriptor PowerOfNobody = new(
        "DUTY1834", DiagnosticSeverity.Warning, "`{0}` is reserved to `{1}`, which nobody holds at {2}", "`{0}` 仅限 `{1}`，而 {2} 无人担任",
        "add a holder to the roster; otherwise nobody may do it there", "请在任职名单中补上，否则那里无人可做")
    {
        Title = new("a power that nobody holds", "无人享有的权限"),
    };

    public static readonly DiagnosticDescriptor NothingLifted = new(
        "DUTY1835", DiagnosticSeverity.Warning, "permission `{0}` lifts nothing", "许可 `{0}` 没有解除任何禁止",
        "what nothing forbids may be done anyway; name under `lifts` what it is an exception to", "没有禁止的事本来就可以做；请用 `解除` 写明它是哪条的例外")
    {
        Title = new("a permission without a prohibition", "没有禁止的许可"),
    };

    /// <summary>Every kind of finding in this class.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [RoleUnused, PowerOfNobody, NothingLifted, NoTest, OneSide];

    /// <summary>What nothing uses in policies, and what their tests leave out.</summary>
    public static IEnumerable<Diagnostic> Check(PolicySet policies, IReadOnlyList<TestSuite> suites) =>
        [.. UnusedRoles(policies), .. Powers(policies), .. Permissions(policies), .. Untested(policies, suites)];

    private static IEnumerable<Diagnostic> UnusedRoles(PolicySet policies)
    {
        var vocabulary = policies.Vocabulary;
        var used = policies.Norms.SelectMany(n => n.Roles().Concat(n.Consequences.Notify)).SelectMany(r => r.Involved).Concat(vocabulary.Roles.SelectMany(r => r.Includes.Concat(r.Acting))).ToHashSet();
        return vocabulary.Roles.Where(r => !used.Contains(r) && !r.Includes.Concat(r.Acting).Any(used.Contains)).Select(r => RoleUnused.At(r.Span, r.Name));
    }

    private static IEnumerable<Diagnostic> Powers(PolicySet policies)
    {
        var vocabulary = policies.Vocabulary;
        foreach (var norm in policies.Norms)
        {
            if (norm.Content is not ActorContent { Role: { } role } || role.Involved.Any(r => !r.IsAssigned))
            {
                continue;
            }

            var without = vocabulary.Sites.Where(s => norm.At is null || norm.At.Covers(s.Name))
                .Where(s => !vocabulary.Roster.Any(a => a.Site == s.Name && role.Involved.Any(r => r.Name == a.Role))).Select(s => $"`{s.Name}`").ToList();
            if (without.Count > 0)
            {
                yield return PowerOfNobody.At(norm.Span, norm.Trigger?.Type.Name ?? norm.Id, role.Name, new LocalizedText(string.Join(", ", without), string.Join("、", without)));
            }
        }
    }

    private static IEnumerable<Diagnostic> Permissions(PolicySet policies) =>
        policies.Catalogue.Where(e => e.Kind == CatalogueKind.Permission && e.Lifts.IsEmpty).Select(e => NothingLifted.At(e.Span, e.Id));

    private static IEnumerable<Diagnostic> Untested(PolicySet policies, IReadOnlyList<TestSuite> suites)
    {
        var seen = suites.SelectMany(s => s.Tests).SelectMany(t => t.Expected).ToLookup(e => e.NormId, e => e.Status);
        foreach (var norm in policies.Norms.DistinctBy(n => n.Id))
        {
            var statuses = seen[norm.Id].ToHashSet();
            if (statuses.Count == 0)
            {
                yield return NoTest.At(norm.Span, norm.Id);
            }
            else if (!statuses.Contains(null) && statuses.Contains(VerdictStatus.Breached) != (statuses.Contains(VerdictStatus.Fulfilled) || statuses.Contains(VerdictStatus.Repaired)))
            {
                yield return OneSide.At(norm.Span, norm.Id, statuses.Contains(VerdictStatus.Breached) ? new LocalizedText("kept", "得到履行") : new LocalizedText("breached", "未履行"));
            }
        }
    }
}
