using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Policies.Validation;

/// <summary>A role that bears duties should be held at every declared site.</summary>
internal static class UnheldRoles
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies) => Found(policies).Distinct();

    private static IEnumerable<Diagnostic> Found(PolicySet policies)
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
                .Where(s => !MayBeHeld(role!, s, vocabulary)).ToList();
            if (sites.Count > 0)
            {
                var names = sites.Select(s => $"`{s.Name}`").ToList();
                yield return PolicyDiagnostics.RoleNobodyHolds.At(
                    role!.Span, role.Name, new LocalizedText(string.Join(", ", names), string.Join("、", names)));
            }
        }
    }

    // By somebody of its own, of a role that it includes, or by somebody who acts.
    private static bool MayBeHeld(Role role, Site site, Vocabulary vocabulary) =>
        role.OnShift || vocabulary.Roster.Any(a => a.Role == role.Name && a.Site == site.Name)
        || role.Includes.Concat(role.Acting).Any(r => MayBeHeld(r, site, vocabulary));
}
