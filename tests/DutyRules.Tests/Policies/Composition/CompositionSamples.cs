namespace DutyRules.Tests.Policies.Composition;

/// <summary>Texts with one fault each, about how policies are put together.</summary>
internal static class CompositionSamples
{
    public static readonly string[] All =
    [
        "a: { kind: defintion, cites: x/1 }",
        "a: { kind: improper, must: clock-in }",
        "a: { kind: statement, who: site }",
        "a: { who: site, every: day, must: clock-in }\nb: { kind: conflict, conflicts with: [a, c], prevails: [a, d] }",
        "a: { who: site, every: day, must: clock-in }\na2: { kind: heading }\nb: { kind: conflict, conflicts with: [a, aa] }",
    ];
}
