using System.Collections.Immutable;

namespace DutyRules.Policies.Binding;

/// <summary>The keys of norms, and which of them go together.</summary>
internal static class NormKeys
{
    /// <summary>What says where instances come from; one at most.</summary>
    public static ImmutableArray<Keyword> Frames { get; } = [Keywords.Every, Keywords.When, Keywords.While];

    /// <summary>The details of frames.</summary>
    public static ImmutableArray<Keyword> OfFrames { get; } = [Keywords.If, Keywords.Lasting, Keywords.IfItEndsFirst];

    /// <summary>What says what has to be; exactly one.</summary>
    public static ImmutableArray<Keyword> Contents { get; } =
    [
        Keywords.Must, Keywords.MustNot, Keywords.MustStay, Keywords.MustNotBe, Keywords.MustTotal, Keywords.OnlyAfter, Keywords.OnlyIf,
        Keywords.OnlyBy,
    ];

    /// <summary>The gates: what must have been, or must hold, at an act.</summary>
    public static ImmutableArray<Keyword> Gates { get; } = [Keywords.OnlyAfter, Keywords.OnlyIf, Keywords.OnlyBy, Keywords.Addressee];

    /// <summary>What a follow-up may say.</summary>
    public static ImmutableArray<Keyword> FollowUp { get; } =
    [
        Keywords.Id, Keywords.Title, Keywords.Who, Keywords.Must, Keywords.MustNot, Keywords.MustStay, Keywords.MustTotal, Keywords.Where, Keywords.Times,
        Keywords.EachLasting, Keywords.Apart, Keywords.OneOfEach, Keywords.Same, Keywords.DoneBy, Keywords.Addressee, Keywords.Share, Keywords.Of, Keywords.Gaps,
        Keywords.TotalTime, Keywords.Due, Keywords.Before, Keywords.Within, Keywords.From, Keywords.To, Keywords.After, Keywords.Unless, Keywords.LapsesWhen,
        Keywords.LiftedWhile, Keywords.PausesWhile, Keywords.Otherwise, Keywords.Notify, Keywords.Points, Keywords.Liable, Keywords.Cites, Keywords.Reading,
    ];

    /// <summary>What a norm may say.</summary>
    public static ImmutableArray<Keyword> Norm { get; } =
    [
        Keywords.Title, Keywords.Who, Keywords.ForEach, .. Frames, Keywords.If, Keywords.Lasting, Keywords.IfItEndsFirst, .. Contents,
        .. FollowUp.Except([Keywords.Id, Keywords.Title, Keywords.Who, .. Contents]), Keywords.Over, Keywords.MeanPer, Keywords.JudgedOn,
        Keywords.EffectiveFrom, Keywords.EffectiveTo, Keywords.Disabled,
    ];

    /// <summary>What is kept of a norm that is disabled.</summary>
    public static ImmutableArray<Keyword> Catalogue { get; } = [Keywords.Title, Keywords.Cites, Keywords.Disabled];

    private static readonly ImmutableArray<Keyword> WindowKeys =
        [Keywords.Due, Keywords.Before, Keywords.Within, Keywords.From, Keywords.To, Keywords.After];

    private static readonly ImmutableArray<Keyword> EventKeys = [Keywords.Where, Keywords.Addressee, Keywords.Times, Keywords.EachLasting, Keywords.Apart, Keywords.Same];

    private static readonly ImmutableArray<Keyword> Details =
    [
        .. EventKeys, .. WindowKeys, Keywords.OneOfEach, Keywords.DoneBy, Keywords.Share, Keywords.Of, Keywords.Gaps, Keywords.TotalTime, Keywords.Over,
        Keywords.MeanPer, .. OfFrames,
    ];

    /// <summary>The details that do not go with a content, whatever the frame.</summary>
    public static IEnumerable<Keyword> MisfitsOf(Keyword content, Keyword? frame) =>
        Details.Where(d => !GoesWithContent(d, content, frame) && !GoesWithFrame(d, content, frame));

    private static bool GoesWithContent(Keyword detail, Keyword content, Keyword? frame) => content.En switch
    {
        "must" => EventKeys.Contains(detail) || WindowKeys.Contains(detail) || detail == Keywords.OneOfEach || detail == Keywords.DoneBy,
        "must not" when frame is null => detail == Keywords.Where || detail == Keywords.Addressee,
        "must not" => EventKeys.Contains(detail) || WindowKeys.Contains(detail) || detail == Keywords.DoneBy,
        "must stay" => WindowKeys.Contains(detail) || detail == Keywords.Share || detail == Keywords.Of || detail == Keywords.Gaps,
        "must total" => WindowKeys.Contains(detail) || detail == Keywords.TotalTime || detail == Keywords.MeanPer,
        "must not be" => detail == Keywords.Lasting,
        "addressed to" => detail == Keywords.Addressee,
        "only after" => EventKeys.Contains(detail) || detail == Keywords.DoneBy || detail == Keywords.Within || detail == Keywords.From,
        _ => false,
    };

    private static bool GoesWithFrame(Keyword detail, Keyword content, Keyword? frame) =>
        (frame == Keywords.Every && detail == Keywords.Over)
        || (frame == Keywords.When && detail == Keywords.If)
        || (frame == Keywords.While && (detail == Keywords.Lasting || (detail == Keywords.IfItEndsFirst && content != Keywords.MustNot)));
}
