using DutyRules.Diagnostics;
using DutyRules.Norms;

namespace DutyRules.Policies.Validation;

/// <summary>A role that bears duties should be held at every declared site.</summary>
internal static class UnheldRoles
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies)
    {
        var vocabulary = policies.Vocabulary;
        var norms = policies.Norms.ToLookup(n => n.Parties.Who switch
        {
            PostParty post => post.Role,
            EachParty each => each.Role,
            _ => null,
        });
        foreach (var role in norms.Select(n => n.Key).Where(r => r is { IsAssigned: true }))
        {
            var sites = vocabulary.Sites
                .Where(s => norms[role].Any(n => n.At is null || n.At.Covers(s.Name)))
                .Where(s => !vocabulary.Roster.Any(a => a.Role == role!.Name && a.Site == s.Name)).ToList();
            if (sites.Count > 0)
            {
                var names = sites.Select(s => $"`{s.Name}`").ToList();
                yield return PolicyDiagnostics.RoleNobodyHolds.At(
                    role!.Span, role.Name, new LocalizedText(string.Join(", ", names), string.Join("、", names)));
            }
        }
    }
}
