using System.Collections.Frozen;
using DutyRules.Verdicts;

namespace DutyRules.Tests.Generation;

/// <summary>
/// Which features generated cases may have. DUTYRULES_FEATURES=Shifts,Total turns on no other features than those; with a minus before each (-Shifts,-Total) all but those; with a plus
/// before each (+Derived) those that the engine does not have yet, beside all others.
/// </summary>
internal static class Features
{
    private static string[] Switches { get; } =
        (Environment.GetEnvironmentVariable("DUTYRULES_FEATURES") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Every feature.</summary>
    public static IReadOnlySet<Feature> All { get; } = Enum.GetValues<Feature>().ToHashSet();

    /// <summary>Calendars, longer periods, other anchors, shifts.</summary>
    public static IReadOnlyList<Feature> OfCalendarsAndShifts { get; } = [.. Enum.GetValues<Feature>().Where(feature => feature is >= Feature.Zones and < Feature.Composite)];

    /// <summary>Forms of contents, parties and exceptions.</summary>
    public static IReadOnlyList<Feature> OfForms { get; } = [.. Enum.GetValues<Feature>().Where(feature => feature is >= Feature.Composite and < Feature.Derived)];

    /// <summary>Derived events, states, frames, windows and parties.</summary>
    public static IReadOnlyList<Feature> OfWorld { get; } = [.. Enum.GetValues<Feature>().Where(feature => feature >= Feature.Derived)];

    /// <summary>What the forms of norms have that are kept in lanes.</summary>
    public static IReadOnlyList<Feature> Plain { get; } =
        [Feature.Where, Feature.Same, Feature.Each, Feature.Happening, Feature.Lasting, Feature.LongPeriod, Feature.Zones, Feature.TimedSwitch, Feature.SeveralSamples, Feature.Sites, Feature.Keyed];

    /// <summary>What is played to the engine only by name so far; no other case that is played to the engine has it, unless DUTYRULES_FEATURES names it.</summary>
    public static IReadOnlySet<Feature> NotYetInTheEngine { get; } = new HashSet<Feature>();

    /// <summary>The features of cases that are played to the engine.</summary>
    public static IReadOnlySet<Feature> OfTheEngine { get; } = All.Where(feature => !NotYetInTheEngine.Contains(feature) || Names(feature)).ToHashSet();

    /// <summary>The features that were asked for by name; most cases have most of them.</summary>
    public static IReadOnlyList<Feature> Only { get; } =
        Switches is [var first, ..] && first[0] is not ('-' or '+') ? [.. Enum.GetValues<Feature>().Where(IsOn)] : [];

    /// <summary>No feature is turned off.</summary>
    public static bool AllAreOn => Switches is [] or [['+', ..], ..];

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
        ["D1"] = Feature.Derived,
        ["D2"] = Feature.Outcomes,
        ["S11"] = Feature.SeveralSamples,
        ["S12"] = Feature.PerPeriod,
        ["S13"] = Feature.RollingStates,
        ["F11"] = Feature.ForEach,
        ["F12"] = Feature.Sites,
        ["F13"] = Feature.NamedPerson,
        ["F15"] = Feature.OutcomeIf,
        ["W6"] = Feature.FirstEvents,
        [nameof(ReasonCode.NeverCame)] = Feature.FirstEvents,
        ["B3"] = Feature.Roles,
        ["B5"] = Feature.Liable,
        ["B6"] = Feature.Holds,
    }.ToFrozenDictionary();

    public static bool IsOn(Feature feature) => Switches is not [var first, ..] || first[0] switch
    {
        '-' => !Switches.Contains($"-{feature}"),
        '+' => true,
        _ => Switches.Contains(feature.ToString()),
    };

    /// <summary>Whether cases of some features can reach a rule or a reason.</summary>
    public static bool Reach(this IReadOnlySet<Feature> features, string name) => !Needs.TryGetValue(name, out var needed) || features.Contains(needed);

    /// <summary>Any of what the engine knows.</summary>
    public static HashSet<Feature> ChooseOfTheEngine(Choices choices) => PolicyChoices.ChooseFeatures(choices, OfTheEngine);

    /// <summary>Any: for what the reference does alone.</summary>
    public static HashSet<Feature> ChooseOfAll(Choices choices) => PolicyChoices.ChooseFeatures(choices, All);

    /// <summary>One to four of the features of the world, beside a few others: for what the reference does alone.</summary>
    public static HashSet<Feature> ChooseOfWorld(Choices choices)
    {
        HashSet<Feature> features =
        [
            .. choices.Shuffle(OfWorld).Take(choices.Between(1, 4)),
            .. choices.Shuffle(OfForms).Take(choices.Pick(0, 0, 1, 2, 3)),
            .. choices.Shuffle(Enum.GetValues<Feature>().Where(feature => feature < Feature.Zones && feature != Feature.LongPeriod)).Take(choices.Between(2, 5)),
            .. choices.Shuffle(OfCalendarsAndShifts.Where(feature => feature != Feature.LongerPeriods)).Take(choices.Pick(0, 0, 1, 2)),
        ];
        return Completed(features, choices);
    }

    /// <summary>A few of the plain forms.</summary>
    public static HashSet<Feature> ChoosePlain(Choices choices)
    {
        var chosen = choices.Shuffle(Plain).Take(choices.Between(1, 4)).ToHashSet();
        if (choices.Chance(15))
            chosen.Add(choices.Pick(Enum.GetValues<Feature>().ToArray()));

        return Completed([.. chosen.Where(IsOn)], choices);
    }

    /// <summary>With what a feature needs to show.</summary>
    public static HashSet<Feature> Completed(HashSet<Feature> features, Choices choices)
    {
        if (features.Contains(Feature.LongerPeriods))
            features.Add(Feature.LongPeriod);
        if (features.Contains(Feature.OtherShifts))
            features.Add(Feature.Shifts);
        if (features.Contains(Feature.OutcomeIf))
            features.Add(Feature.FollowUp);
        if (features.Overlaps([Feature.SeveralSamples, Feature.PerPeriod, Feature.RollingStates, Feature.Tables, Feature.Holds, Feature.Keyed]) && choices.Chance(70))
            features.Add(choices.Pick(Feature.Where, Feature.Stay, Feature.Unless));

        return features;
    }

    private static bool Names(Feature feature) => Switches.Contains(feature.ToString()) || Switches.Contains($"+{feature}");
}
