using DutyRules.Events;

namespace DutyRules.Reference;

/// <summary>How a role is held (B3).</summary>
internal static class RoleForms
{
    extension(Role role)
    {
        /// <summary>Held on shift: it, or a role that it includes or that acts for it.</summary>
        public bool IsOnShift => role.WithRelated().Any(related => related.OnShift);

        /// <summary>Held by the list of assignments alone.</summary>
        public bool IsFromAssignments => role.SeenIn is null && !role.IsOnShift;
    }

    /// <summary>A role, those it includes, those that act for it, and theirs.</summary>
    public static IEnumerable<Role> WithRelated(this Role role) =>
        role.Includes.Concat(role.Acting).SelectMany(WithRelated).Prepend(role).Distinct();
}
