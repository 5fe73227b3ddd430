using System.Collections.Immutable;
using DutyRules.Policies.Reading;

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
        Keywords.Must, Keywords.MustNot, Keywords.MustStay, Keywords.MustBe, Keywords.MustNotBe, Keywords.MustTotal, Keywords.Measure, Keywords.AttestedBy,
        Keywords.OnlyAfter, Keywords.OnlyIf, Keywords.OnlyBy,
    ];

    /// <summary>What is owed from the beginning of a condition, so that it must be said what becomes of it when the condition ends first.</summary>
    public static ImmutableArray<Keyword> Owed { get; } =
        [Keywords.Must, Keywords.MustStay, Keywords.MustBe, Keywords.Measure, Keywords.AttestedBy];

    /// <summary>The gates: what must have been, or must hold, at an act.</summary>
    public static ImmutableArray<Keyword> Gates { get; } = [Keywords.OnlyAfter, Keywords.OnlyIf, Keywords.OnlyBy, Keywords.Addressee];

    /// <summary>The ways in which several events make one content, below <c>must</c> or <c>only after</c>.</summary>
    public static ImmutableArray<Keyword> Groups { get; } = [Keywords.AllOf, Keywords.AnyOf, Keywords.InOrder];

    /// <summary>What can be measured of events; exactly one.</summary>
    public static ImmutableArray<Keyword> Measured { get; } =
        [Keywords.TotalOf, Keywords.MeanOf, Keywords.Least, Keywords.Greatest, Keywords.Different, Keywords.ShareWhere];

    private static readonly ImmutableArray<Keyword> WindowKeys =
        [Keywords.Due, Keywords.Before, Keywords.Within, Keywords.From, Keywords.To, Keywords.After];

    private static readonly ImmutableArray<Keyword> EventKeys = [Keywords.Where, Keywords.Addressee, Keywords.Times, Keywords.EachLasting, Keywords.Apart, Keywords.Same];

    private static readonly ImmutableArray<Keyword> OfContents =
    [
        .. EventKeys, Keywords.OneForOne, Keywords.OneOfEach, Keywords.DoneBy, Keywords.Share, Keywords.Of, Keywords.Gaps, Keywords.TotalTime,
        .. Measured, Keywords.Value, Keywords.Covering, Keywords.NamedIn, Keywords.Rounded, Keywords.AsOf,
    ];

    /// <summary>What a follow-up may say.</summary>
    public static ImmutableArray<Keyword> FollowUp { get; } =
    [
        Keywords.Id, Keywords.Title, Keywords.Who, .. Contents.Except([Keywords.MustNotBe, .. Gates]), .. OfContents, .. WindowKeys, Keywords.Unless,
        Keywords.LapsesWhen, Keywords.LiftedWhile, Keywords.PausesWhile, Keywords.Otherwise, Keywords.Notify, Keywords.Points, Keywords.Liable, Keywords.Tags, Keywords.Severity, Keywords.Cites, Keywords.Reading,
    ];

    /// <summary>What a norm may say.</summary>
    public static ImmutableArray<Keyword> Norm { get; } =
    [
        Keywords.Title, Keywords.Who, Keywords.ForEach, .. Frames, Keywords.If, Keywords.Lasting, Keywords.IfItEndsFirst, .. Contents,
        .. FollowUp.Except([Keywords.Id, Keywords.Title, Keywords.Who, .. Contents]), Keywords.Over, Keywords.MeanPer, Keywords.JudgedOn,
        Keywords.EffectiveFrom, Keywords.EffectiveTo, Keywords.At, Keywords.Disabled,
    ];

    private static readonly ImmutableArray<Keyword> Details = [.. OfContents, .. WindowKeys, Keywords.Over, Keywords.MeanPer, .. OfFrames];

    /// <summary>The key that says what the content is made of: one below or beside <c>must</c>, if there is one, else that of the content.</summary>
    public static Keyword KindOf(Keyword content, KeyedNode norm) =>
        content != Keywords.Must && content != Keywords.OnlyAfter ? content
        : CompositeReader.GroupOf(norm[content])
            ?? (content == Keywords.Must ? norm.FirstOf(Keywords.Covering, Keywords.OneOfEach) : null)
            ?? content;

    /// <summary>The details that do not go with a content, whatever the frame.</summary>
    /// <param name="content">The content.</param>
    /// <param name="kind">What it is made of.</param>
    /// <param name="frame">The frame; null: none.</param>
    public static IEnumerable<Keyword> MisfitsOf(Keyword content, Keyword kind, Keyword? frame) =>
        Details.Where(d => d != kind && !OfWindow(content, frame).Contains(d) && !OfKind(kind, frame).Contains(d) && !GoesWithFrame(d, content, frame));

    private static ImmutableArray<Keyword> OfWindow(Keyword content, Keyword? frame) => content.En switch
    {
        "only after" => [Keywords.Within, Keywords.From],
        "must not" when frame is null => [],
        "must not be" or "only if" or "only by" or "addressed to" => [],
        _ => WindowKeys,
    };

    private static ImmutableArray<Keyword> OfKind(Keyword kind, Keyword? frame) => kind.En switch
    {
        "must" or "only after" => [.. EventKeys, Keywords.OneForOne, Keywords.DoneBy],
        "all of" or "any of" or "in order" => [Keywords.Same, Keywords.DoneBy],
        "one of each" => [Keywords.Where, Keywords.Addressee, Keywords.Same, Keywords.DoneBy],
        "covering" => [Keywords.Where, Keywords.Addressee, Keywords.Same, Keywords.DoneBy, Keywords.NamedIn, Keywords.Share, Keywords.Rounded, Keywords.AsOf],
        "measure" => [Keywords.Where, Keywords.Addressee, Keywords.Same, Keywords.DoneBy, .. Measured, Keywords.Value],
        "must not" when frame is null => [Keywords.Where, Keywords.Addressee],
        "must not" => [.. EventKeys, Keywords.DoneBy],
        "must stay" => [Keywords.Share, Keywords.Of, Keywords.Gaps],
        "must total" => [Keywords.TotalTime, Keywords.MeanPer],
        "must not be" => [Keywords.Lasting],
        _ => [],
    };

    private static bool GoesWithFrame(Keyword detail, Keyword content, Keyword? frame) =>
        (frame == Keywords.Every && detail == Keywords.Over)
        || (frame == Keywords.When && detail == Keywords.If)
        || (frame == Keywords.While && (detail == Keywords.Lasting || (detail == Keywords.IfItEndsFirst && content != Keywords.MustNot)));
}
