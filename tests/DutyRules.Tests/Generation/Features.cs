using DutyRules.Verdicts;

namespace DutyRules.Tests.Generation;

/// <summary>
/// Which features generated cases have. DUTYRULES_FEATURES=Shifts,Total turns on no other features than those; with a minus before each (-Shifts,-Total) all but those; with a plus
/// before each (+Derived) those that the engine does not have yet, beside all others.
/// </summary>
internal static class Features
{
    /// <summary>Derived events, states, frames, windows and parties.</summary>
    public static IReadOnlyList<Feature> OfWorld { get; } =
    [
        Feature.Derived, Feature.Outcomes, Feature.SeveralSamples, Feature.PerPeriod, Feature.RollingStates, Feature.ForEach, Feature.Sites, Feature.NamedPerson,
        Feature.OutcomeIf, Feature.FirstEvents, Feature.Roles, Feature.Liable, Feature.Holds, Feature.Tables,
    ];

    /// <summary>What the reference knows and the engine does not: played to the engine only if it is named.</summary>
    public static IReadOnlyList<Feature> NotYetInTheEngine { get; } = OfWorld;

    /// <summary>Rules and reasons that cannot be met without the features that the engine does not have yet.</summary>
    public static IReadOnlyList<string> NotYetMet { get; } =
    [
        .. NotYetInTheEngine.Count == 0 ? [] : Coverage.RulesOfWorld.Append(nameof(ReasonCode.NeverCame)),
        .. OfContents.Select(reason => reason.ToString()),
    ];

    private static IReadOnlyList<ReasonCode> OfContents =>
    [
        ReasonCode.Measured, ReasonCode.TooLittle, ReasonCode.TooMuch, ReasonCode.Met, ReasonCode.NotMet, ReasonCode.AttestedKept, ReasonCode.AttestedBroken, ReasonCode.NotAttested,
    ];

    private static string[] Switches { get; } =
        (Environment.GetEnvironmentVariable("DUTYRULES_FEATURES") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Nothing is turned off or on.</summary>
    public static bool AllAreOn => Switches.Length == 0;

    /// <summary>The features that were asked for by name; most cases have most of them.</summary>
    public static IReadOnlyList<Feature> Only { get; } =
        Switches is [var first, ..] && first[0] is not ('-' or '+') ? [.. Enum.GetValues<Feature>().Where(IsOn)] : [];

    public static bool IsOn(Feature feature) => Switches is not [var first, ..] ? !NotYetInTheEngine.Contains(feature) : first[0] switch
    {
        '-' => !NotYetInTheEngine.Contains(feature) && !Switches.Contains($"-{feature}"),
        '+' => !NotYetInTheEngine.Contains(feature) || Switches.Contains($"+{feature}"),
        _ => Switches.Contains(feature.ToString()),
    };

    /// <summary>One to four of the features of the world, beside a few others: for what the reference does alone.</summary>
    public static HashSet<Feature> ChooseOfWorld(Choices choices)
    {
        HashSet<Feature> features =
        [
            .. choices.Shuffle(OfWorld).Take(choices.Between(1, 4)),
            .. choices.Shuffle(Enum.GetValues<Feature>().Where(feature => feature < Feature.Zones && feature != Feature.LongPeriod)).Take(choices.Between(2, 5)),
            .. choices.Shuffle(Enum.GetValues<Feature>().Where(feature => feature is >= Feature.Zones and < Feature.Derived && feature != Feature.LongerPeriods)).Take(choices.Pick(0, 0, 1, 2)),
        ];
        return Completed(features, choices);
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
        if (features.Overlaps([Feature.SeveralSamples, Feature.PerPeriod, Feature.RollingStates, Feature.Tables, Feature.Holds]) && choices.Chance(70))
            features.Add(choices.Pick(Feature.Where, Feature.Stay, Feature.Unless));

        return features;
    }
}
