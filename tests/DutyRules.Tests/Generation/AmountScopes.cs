using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;
using static DutyRules.Tests.Generation.ScopeWorld;
using static DutyRules.Tests.Semantics.Hall;

namespace DutyRules.Tests.Generation;

/// <summary>Small scopes for a switch that is on for a time, and for a sum.</summary>
internal static class AmountScopes
{
    private static readonly Duration Five = Duration.FromMinutes(5);
    private static readonly ImmutableArray<Instant> FromTen = [At("10:00"), .. Around("10:05"), At("10:10")];

    public static ImmutableArray<Scope> All { get; } = [.. Make().Select(scope => scope with { With = WithAmounts })];

    private static IEnumerable<Scope> Make()
    {
        var site = new SiteParty();
        yield return new(
            "on for five minutes",
            [
                MustNot("long", site, new WhileFrame(Of(Lit), new Limit<Duration>(Five, false)), Window.Moment, new HappeningContent()),
                Must("dark", site, new WhenFrame(new(Visit, Not(Of(Lit)))), Within(Five), new StayContent(Of(Lit)) { Gaps = Duration.FromTicks(1) }),
            ],
            [Act.Of(Visit, "Li", "c1", "a"), Act.Of(Visit, "Li", "c1"), Act.Of(Answer, "Li", "c1")], FromTen);
        yield return new(
            "sum",
            [
                Must("stay", site, new EveryFrame(PeriodKind.Day), Between(new LocalTime(10, 0), new LocalTime(10, 10)), new StayContent(AtLeastInStock(0))),
                Must("spend", new AnyoneParty(), new WhenFrame(new(Spend)), Window.Moment, new ConditionContent(AtLeastInStock(1))),
            ],
            [Act.Of(Gauge, "1"), Act.Of(Gauge, "2"), Act.Of(Gauge), Act.Of(Spend, "1"), Act.Of(Spend, "2")], FromTen);
    }

    private static Expression AtLeastInStock(long number) => Compare(Of(Stock), BinaryOperator.GreaterOrEqual, Value.Integer(number));
}
