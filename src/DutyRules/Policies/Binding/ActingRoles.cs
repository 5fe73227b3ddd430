using System.Collections.Immutable;
using DutyRules.Events;

namespace DutyRules.Policies.Binding;

/// <summary>The roles as a norm sees them: somebody may act for a role only in norms that are listed under certain words.</summary>
internal sealed class ActingRoles(ImmutableArray<Role> roles)
{
    private readonly ImmutableArray<string> _words = [.. roles.SelectMany(r => r.ActingFor).Distinct()];
    private readonly Dictionary<string, Role> _seen = new(StringComparer.Ordinal);

    /// <summary>The roles of a norm that is listed under <paramref name="tags"/>. Equal lists see the same roles.</summary>
    public ImmutableArray<Role> For(IEnumerable<string> tags)
    {
        var matter = _words.Intersect(tags).ToList();
        return matter.Count == _words.Length ? roles : [.. roles.Select(r => Seen(r, matter))];
    }

    private Role Seen(Role role, List<string> tags)
    {
        string key = $"{role.Name}\n{string.Join('\n', tags)}";
        if (!_seen.TryGetValue(key, out var seen))
        {
            bool acts = role.ActingFor.IsEmpty || role.ActingFor.Intersect(tags).Any();
            ImmutableArray<Role> includes = [.. role.Includes.Select(r => Seen(r, tags))], acting = [.. acts ? role.Acting.Select(r => Seen(r, tags)) : []];
            bool same = includes.SequenceEqual(role.Includes) && acting.SequenceEqual(role.Acting);
            _seen.Add(key, seen = same ? role : role with { Includes = includes, Acting = acting });
        }

        return seen;
    }
}
