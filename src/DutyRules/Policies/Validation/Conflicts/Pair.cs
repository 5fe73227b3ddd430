using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>Two norms that may be in each other's way.</summary>
internal sealed record Pair(PolicySet Policies, Norm First, Norm Second)
{
    // A Monday, and a day of work in most places.
    private static readonly LocalDate SomeDay = new(2026, 1, 5);

    /// <summary>A day on which both are in force, as text.</summary>
    public string Day => LocalDatePattern.Iso.Format(new[] { First.InForceFrom?.Date, Second.InForceFrom?.Date, SomeDay }.OfType<LocalDate>().Max());

    /// <summary>Where both hold, as text.</summary>
    public string Site => Policies.Vocabulary.Sites.FirstOrDefault(s => First.At?.Covers(s.Name) != false && Second.At?.Covers(s.Name) != false)?.Name ?? "";

    /// <summary>True when whoever keeps <paramref name="duty"/> is bound by <paramref name="ban"/>.</summary>
    public static bool Binds(Norm ban, Norm duty) => ban.Parties.Who switch
    {
        AnyoneParty or SiteParty => true,
        EachParty each => duty.Parties.DoneBy is null && RoleOf(duty) == each.Role,
        PostParty post => duty.Parties.DoneBy is null && RoleOf(duty) == post.Role,
        _ => false,
    };

    /// <summary>The conditions of a pattern, as text; those that must all hold.</summary>
    public static HashSet<string> Said(EventPattern pattern) => pattern.Where is { } where ? [.. where.Conjuncts().Select(c => ExpressionPrinter.ToCSharp(c))] : [];

    private static Role? RoleOf(Norm norm) => (norm.Parties.Who as EachParty)?.Role ?? (norm.Parties.Who as PostParty)?.Role;
}
