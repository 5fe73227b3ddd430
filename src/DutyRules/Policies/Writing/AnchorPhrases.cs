using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Binding;
using NodaTime;
using Offset = DutyRules.Norms.Offset;

namespace DutyRules.Policies.Writing;

/// <summary>Writes points in time as files have them: <c>opening-time - 30 min</c>, <c>day 8, end of day</c>, <c>next shift start</c>.</summary>
internal sealed class AnchorPhrases(Speech speech, FrameKind frame, BoundText figures, Func<Events.Field, string> field)
{
    private readonly DayPhrases _days = new(speech, frame, field);

    public string Of(Anchor anchor) => anchor switch
    {
        EarlierOf => OneOf(Keywords.WhicheverIsEarlier, Earliest(anchor)),
        LaterOf => OneOf(Keywords.WhicheverIsLater, Latest(anchor)),
        _ => One(anchor),
    };

    /// <summary>A length of time from the beginning, which stands under <c>within</c>.</summary>
    public string? Within(Anchor anchor) => anchor is Offset { Base: FrameStart, Before: false } offset && frame.BeginsWithinDay() ? figures.Term(offset.By) : null;

    private static UnsayableException Unsayable => new(new LocalizedText("a point in time that no words name", "没有说法的时点"));

    private string OneOf(Keyword whichever, IEnumerable<Anchor> anchors) => $"{speech.Join(Keywords.Or, anchors.Select(One))}{speech.Say(", ", "，")}{speech.Word(whichever)}";

    private static IEnumerable<Anchor> Earliest(Anchor anchor) => anchor is EarlierOf both ? Earliest(both.First).Append(both.Second) : [anchor];

    private static IEnumerable<Anchor> Latest(Anchor anchor) => anchor is LaterOf both ? Latest(both.First).Append(both.Second) : [anchor];

    private string One(Anchor anchor) => Within(anchor) ?? (anchor is Offset offset ? $"{Within(offset.Base) ?? Base(offset.Base)} {(offset.Before ? "-" : "+")} {figures.Term(offset.By)}" : Base(anchor));

    private string Base(Anchor anchor) => anchor switch
    {
        FrameStart => frame switch { FrameKind.Shift => speech.Word(Keywords.ShiftStart), FrameKind.Opening => speech.Word(Keywords.Opening), _ => throw Unsayable },
        FrameEnd => frame switch { FrameKind.Shift => speech.Word(Keywords.ShiftEnd), FrameKind.Opening => speech.Word(Keywords.Closing), _ => throw Unsayable },
        ClockTime clock => OnDay(clock.Day, figures.Term(clock.Time, Speech.Time), isClock: true),
        StartOfDay start => OnDay(start.Day, speech.Word(Keywords.StartOfDay)),
        EndOfDay end => OnDay(end.Day, speech.Word(Keywords.EndOfDay)),
        OpeningOf opening => OnDay(opening.Day, speech.Word(Keywords.Opening), isOfStretch: true),
        ClosingOf closing => OnDay(closing.Day, speech.Word(Keywords.Closing), isOfStretch: true),
        ShiftStart start => Shift(start.Shift) + speech.Word(Keywords.ShiftStart),
        ShiftEnd end => Shift(end.Shift) + speech.Word(Keywords.ShiftEnd),
        FieldTime of => field(of.Field),
        _ => throw Unsayable,
    };

    private string OnDay(Day day, string time, bool isClock = false, bool isOfStretch = false)
    {
        // In a stretch of opening hours its own beginning and end are meant, unless a day is named.
        string name = isOfStretch && frame == FrameKind.Opening ? _days.Named(day) : _days.Of(day);
        bool hasComma = name.AsSpan().IndexOfAny(",，") >= 0;
        return name.Length == 0 ? time
            : speech.IsChinese ? $"{name}{(hasComma ? "，" : isClock ? " " : "")}{time}"
            : $"{name}{(hasComma || !isClock ? ", " : " ")}{time}";
    }

    private string Shift(ShiftChoice shift) => shift switch
    {
        ShiftChoice.Next => speech.Say("next ", "下一"),
        ShiftChoice.Previous => speech.Say("previous ", "上一"),
        ShiftChoice.OwnNext => speech.Say("own next ", "本人下一"),
        ShiftChoice.OwnPrevious => speech.Say("own previous ", "本人上一"),
        _ => "",
    };
}
