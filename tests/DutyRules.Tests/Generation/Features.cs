using System.Collections.Frozen;
using DutyRules.Verdicts;

namespace DutyRules.Tests.Generation;

/// <summary>Which features generated cases may have.</summary>
internal static class Features
{
    private static string[] Switches { get; } =
        (Environment.GetEnvironmentVariable("DUTYRULES_FEATURES") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What the reference judges and the engine does not yet; no case that is played to the engine has it, unless DUTYRULES_FEATURES names it.</summary>
    public static IReadOnlySet<Feature> NotYetInTheEngine { get; } = new HashSet<Feature>
    {
        Feature.Composite, Feature.Performers, Feature.Measure, Feature.Covering, Feature.Meet, Feature.Attested, Feature.Once, Feature.Computed, Feature.Together,
        Feature.Lifted, Feature.Pauses,
    };

    /// <summary>Every feature.</summary>
    public static IReadOnlySet<Feature> All { get; } = Enum.GetValues<Feature>().ToHashSet();

    /// <summary>The features of cases that are played to the engine.</summary>
    public static IReadOnlySet<Feature> OfTheEngine { get; } = All.Where(feature => !NotYetInTheEngine.Contains(feature) || Names(feature)).ToHashSet();

    /// <summary>The forms of contents, parties and exceptions that are chosen in addition to all else.</summary>
    public static IReadOnlyList<Feature> OfForms { get; } = [.. Enum.GetValues<Feature>().Where(feature => feature >= Feature.Composite)];

    /// <summary>The features that were asked for by name; most cases have most of them.</summary>
    public static IReadOnlyList<Feature> Only { get; } =
        Switches is [var first, ..] && !first.StartsWith('-') ? [.. Enum.GetValues<Feature>().Where(IsOn)] : [];

    /// <summary>No feature is turned off.</summary>
    public static bool AllAreOn => Switches.Length == 0;

    /// <summary>What no case reaches without a feature.</summary>
    private static FrozenDictionary<string, Feature> Needs { get; } = new Dictionary<string, Feature>
    {
        ["C15"] = Feature.Composite,
        ["B4"] = Feature.Performers,
        ["C16"] = Feature.Measure,
        [nameof(ReasonCode.Measured)] = Feature.Measure,
        [nameof(ReasonCode.TooLittle)] = Feature.Measure,
        [nameof(ReasonCode.TooMuch)] = Feature.Measure,
        ["C17"] = Feature.Covering,
        ["C18"] = Feature.Meet,
        [nameof(ReasonCode.Met)] = Feature.Meet,
        [nameof(ReasonCode.NotMet)] = Feature.Meet,
        ["C19"] = Feature.Attested,
        [nameof(ReasonCode.AttestedKept)] = Feature.Attested,
        [nameof(ReasonCode.AttestedBroken)] = Feature.Attested,
        [nameof(ReasonCode.NotAttested)] = Feature.Attested,
        ["C20"] = Feature.Once,
        ["C21"] = Feature.Computed,
        ["F16"] = Feature.Computed,
        ["F14"] = Feature.Together,
        ["X5"] = Feature.Lifted,
        ["W7"] = Feature.Pauses,
    }.ToFrozenDictionary();

    /// <summary>What no feature leads to yet.</summary>
    private static FrozenSet<string> NotGenerated { get; } = [nameof(ReasonCode.NeverCame)];

    /// <summary>
    /// DUTYRULES_FEATURES=Shifts,Total turns on no other features than those; with a minus before each (-Shifts,-Total) all but those.
    /// </summary>
    public static bool IsOn(Feature feature) =>
        Switches.Length == 0 || (Switches[0].StartsWith('-') ? !Switches.Contains($"-{feature}") : Switches.Contains(feature.ToString()));

    /// <summary>Whether cases of some features can reach a rule or a reason.</summary>
    public static bool Reach(this IReadOnlySet<Feature> features, string name) =>
        !NotGenerated.Contains(name) && (!Needs.TryGetValue(name, out var needed) || features.Contains(needed));

    private static bool Names(Feature feature) => Switches.Contains(feature.ToString());
}
