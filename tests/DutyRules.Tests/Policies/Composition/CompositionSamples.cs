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
        "a: { who: site, every: day, must: clock-in, severity: grave, at: [s3, s1] }",
        "a: { who: site, every: day, must: clock-in, at: all but s22, otherwise: { must: clock-out, within: 1 h, at: s1 } }",
    ];
}
