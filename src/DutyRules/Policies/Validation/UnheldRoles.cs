using DutyRules.Diagnostics;
using DutyRules.Events;
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
        foreach (var role in norms.Select(n => n.Key).OfType<Role>().Where(r => r.WithParts().All(p => p.IsAssigned)))
        {
            var names = role.WithParts().Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
            var sites = vocabulary.Sites
                .Where(s => norms[role].Any(n => n.At is null || n.At.Covers(s.Name)))
                .Where(s => !vocabulary.Roster.Any(a => names.Contains(a.Role) && a.Site == s.Name)).ToList();
            if (sites.Count > 0)
            {
                var places = sites.Select(s => $"`{s.Name}`").ToList();
                yield return PolicyDiagnostics.RoleNobodyHolds.At(
                    role.Span, role.Name, new LocalizedText(string.Join(", ", places), string.Join("、", places)));
            }
        }
    }
}
