using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Reads what a vocabulary says of time: which calendar, how the clock is changed, and the records of shifts.</summary>
internal sealed class TimeBinder(FileScope file, ImmutableArray<WorkCalendar> calendars)
{
    private static readonly ImmutableArray<Keyword> ChangeKeys = [Keywords.Skipped, Keywords.Repeated];

    private static readonly ImmutableArray<Keyword> ShiftKeys = [Keywords.Kinds, Keywords.Longest, Keywords.Arrives, Keywords.Begins, Keywords.Ends];

    private static readonly (Keyword Word, SkippedTime Time)[] SkippedTimes =
    [
        (Keywords.ShiftedForward, SkippedTime.ShiftedForward), (Keywords.EndOfGap, SkippedTime.EndOfGap), (Keywords.BeforeGap, SkippedTime.BeforeGap),
    ];

    private static readonly (Keyword Word, RepeatedTime Time)[] RepeatedTimes = [(Keywords.Earlier, RepeatedTime.Earlier), (Keywords.Later, RepeatedTime.Later)];

    /// <summary>The calendar that is named; null, and reported where there is a name, when there is none.</summary>
    public WorkCalendar? Calendar(KeyedNode keyed) =>
        keyed.KeyOf(Keywords.Calendar) is { } key && file.Scalar(keyed[Keywords.Calendar], key.Span) is { } scalar
            ? file.FindDeclared(calendars, c => c.Name, scalar.Text.Trim(), scalar.Span, TimeDiagnostics.UnknownCalendar)
            : null;

    public ClockChanges Changes(KeyedNode vocabulary)
    {
        if (vocabulary.KeyOf(Keywords.ClockChanges) is not { } key)
        {
            return ClockChanges.Rfc5545;
        }

        var keyed = KeyedNode.Read(vocabulary[Keywords.ClockChanges]!, ChangeKeys, file, key.Span);
        return new ClockChanges(file.OneOf(keyed, Keywords.Skipped, SkippedTimes), file.OneOf(keyed, Keywords.Repeated, RepeatedTimes));
    }

    /// <summary>The records of shifts; null when there are none.</summary>
    public ShiftEvents? Shifts(KeyedNode vocabulary, string? partitionField, ImmutableArray<EventType> events)
    {
        if (vocabulary.KeyOf(Keywords.Shifts) is not { } key)
        {
            return null;
        }

        var keyed = KeyedNode.Read(vocabulary[Keywords.Shifts]!, ShiftKeys, file, key.Span);
        var kinds = KindsOf(keyed);
        var longest = Longest(keyed);
        var lateness = keyed.KeyOf(Keywords.Arrives) is { } arrives ? file.UpTo(keyed[Keywords.Arrives]!, arrives.Span, DayMeaning.TwentyFourHours) : null;
        var begins = EventOf(keyed, Keywords.Begins, events);
        var ends = EventOf(keyed, Keywords.Ends, events);
        var shifts = ShiftEvents.Declare(partitionField ?? "", kinds, longest ?? Duration.FromDays(1), lateness ?? Duration.Zero, key.Span);
        foreach (var declared in events.Where(e => shifts.Types.Any(t => t.Name == e.Name)))
        {
            file.Report(TimeDiagnostics.ShiftEventDeclared, declared.Span, declared.Name);
        }

        return shifts with { Begins = begins, Ends = ends };
    }

    private ImmutableArray<string> KindsOf(KeyedNode keyed)
    {
        var seen = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var word in file.Words(keyed.Need(Keywords.Kinds, file), keyed.KeyOf(Keywords.Kinds)?.Span ?? keyed.Span))
        {
            if (file.Name(word) is { } name && file.IsFirst(seen, name, word.Span))
            {
                names.Add(name);
            }
        }

        return names.Count > 0 ? names.ToImmutable() : ["shift"];
    }

    private Duration? Longest(KeyedNode keyed)
    {
        if (file.Scalar(keyed.Need(Keywords.Longest, file), keyed.KeyOf(Keywords.Longest)?.Span ?? keyed.Span) is not { } scalar)
        {
            return null;
        }

        var phrase = new Phrase(scalar);
        var longest = Durations.Read(phrase, file);
        if (longest is not null && !phrase.AtEnd)
        {
            file.Report(ValueDiagnostics.NotUnderstood, phrase.RestSpan, phrase.Rest);
        }

        return longest;
    }

    private EventType? EventOf(KeyedNode keyed, Keyword word, ImmutableArray<EventType> events)
    {
        if (keyed.KeyOf(word) is not { } key || file.Scalar(keyed[word], key.Span) is not { } scalar)
        {
            return null;
        }

        var type = new PatternBinder(file, events).Event(scalar, aliasAllowed: false)?.Type;
        if (type is { Actor: null })
        {
            file.Report(VocabularyDiagnostics.NobodyActs, scalar.Span, type.Name);
        }

        return type;
    }
}
