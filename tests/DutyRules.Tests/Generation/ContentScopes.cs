using System.Collections.Immutable;

namespace DutyRules.Tests.Generation;

internal static class ContentScopes
{
    public static ImmutableArray<Scope> All { get; } = [];
}
