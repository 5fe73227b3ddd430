using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Planning;

/// <summary>The plans of policy sets, for as long as somebody holds the set: monitors of one set share what was made of it. Safe for several threads.</summary>
internal static class Plans
{
    private static readonly ConditionalWeakTable<PolicySet, ConcurrentDictionary<Timelines, Plan>> Made = [];

    /// <summary>The plan of the norms that are judged on a history of that kind.</summary>
    /// <exception cref="ArgumentException">A norm follows one that is not in the set.</exception>
    public static Plan For(PolicySet policies, Timelines timeline) =>
        Made.GetValue(policies, _ => new()).GetOrAdd(timeline, _ => new Plan(RosterPlan.On(policies, timeline)));
}
