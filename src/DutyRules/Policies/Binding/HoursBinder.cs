using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using DutyRules.Time;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>opening hours</c> and <c>other hours</c>: days, and from when to when.</summary>
internal sealed class HoursBinder(FileScope file)
{
    private const long Day = NodaConstants.TicksPerDay;

    private static readonly ImmutableArray<Keyword> ReasonedKeys = [Keywords.Open, Keywords.Closed, Keywords.Because];

    /// <summary>The hours that a vocabulary or a site declares under its two keys.</summary>
    public ImmutableArray<SiteHours> Bind(KeyedNode keyed)
    {
        var all = ImmutableArray.CreateBuilder<SiteHours>();
        if (keyed.KeyOf(Keywords.OpeningHours) is { } opening)
        {
            all.Add(Hours(SiteHours.Opening, opening, keyed[Keywords.OpeningHours]!));
        }

        foreach (var (name, key, value) in keyed.Has(Keywords.OtherHours) ? file.Named(keyed[Keywords.OtherHours]) : [])
        {
            if (name == SiteHours.Opening)
            {
                file.Report(TimeDiagnostics.CalledOpening, key.Span);
            }
            else
            {
                all.Add(Hours(name, key, value));
            }
        }

        return all.ToImmutable();
    }

    private SiteHours Hours(string name, YamlScalar key, YamlNode node)
    {
        var draft = new Draft();
        if (node is not (YamlMapping or YamlScalar { IsFaulty: true }))
        {
            file.Report(node is YamlScalar { IsEmpty: true } ? KeyDiagnostics.ValueMissing : KeyDiagnostics.KeysNeeded, node is YamlScalar { IsEmpty: true } ? key.Span : node.Span);
        }

        foreach (var entry in node is YamlMapping mapping ? mapping.Entries : [])
        {
            if (!entry.Key.IsFaulty)
            {
                Read(entry, draft);
            }
        }

        // Single weekdays may differ from every day.
        for (int i = 1; i <= 7 && draft.EveryDay is { } usual; i++)
        {
            draft.OfWeekdays.TryAdd((IsoDayOfWeek)i, usual);
        }

        return new SiteHours
        {
            Name = name,
            OfWeekdays = draft.OfWeekdays.ToImmutable(),
            OfHolidays = draft.OfHolidays,
            OfMakeUpDays = draft.OfMakeUpDays,
            Exceptions = draft.Exceptions.ToImmutable(),
            Span = key.Span,
        };
    }

    private void Read(YamlEntry entry, Draft draft)
    {
        var phrase = new Phrase(entry.Key);
        if (Is(phrase, Keywords.Holidays) || Is(phrase, Keywords.Holiday))
        {
            file.Count(entry.Key, Keywords.Holidays);
            draft.OfHolidays = Once(entry, draft.OfHolidays) ?? draft.OfHolidays;
        }
        else if (Is(phrase, Keywords.MakeUpDays))
        {
            file.Count(entry.Key, Keywords.MakeUpDays);
            draft.OfMakeUpDays = Once(entry, draft.OfMakeUpDays) ?? draft.OfMakeUpDays;
        }
        else if (Is(phrase, Keywords.EveryDay))
        {
            draft.EveryDay = Once(entry, draft.EveryDay) ?? draft.EveryDay;
        }
        else if (phrase.TakeWeekdays() is { IsEmpty: false } days && phrase.AtEnd)
        {
            Weekdays(entry, days, draft);
        }
        else if (Dates(entry.Key) is var (first, last))
        {
            Exception(entry, first, last, draft);
        }
    }

    private void Weekdays(YamlEntry entry, ImmutableArray<IsoDayOfWeek> days, Draft draft)
    {
        if (DayHours(entry.Value, entry.Key.Span) is not { } hours)
        {
            return;
        }

        if (days.Any(draft.OfWeekdays.ContainsKey))
        {
            var twice = days.First(draft.OfWeekdays.ContainsKey);
            file.Report(TimeDiagnostics.DayTwice, entry.Key.Span, Keywords.Weekdays[(int)twice - 1].Text);
        }

        foreach (var day in days)
        {
            draft.OfWeekdays.TryAdd(day, hours);
        }
    }

    private DayHours? Once(YamlEntry entry, DayHours? before)
    {
        if (before is not null)
        {
            file.Report(TimeDiagnostics.DayTwice, entry.Key.Span, entry.Key.Text);
        }

        return DayHours(entry.Value, entry.Key.Span);
    }

    private void Exception(YamlEntry entry, LocalDate first, LocalDate last, Draft draft)
    {
        LocalizedText? because = null;
        DayHours? hours;
        if (entry.Value is YamlMapping)
        {
            var keyed = KeyedNode.Read(entry.Value, ReasonedKeys, file, entry.Key.Span);
            because = keyed.KeyOf(Keywords.Because) is { } key ? file.Localized(keyed[Keywords.Because], key.Span) : null;
            if (keyed.KeyOf(Keywords.Closed) is { } closed && keyed.Has(Keywords.Open))
            {
                file.Report(KeyDiagnostics.KeysDoNotGoTogether, closed.Span, Keywords.Closed.Text, Keywords.Open.Text);
            }

            hours = keyed.Has(Keywords.Closed) ? Time.DayHours.Closed
                : keyed.Need(Keywords.Open, file) is { } open ? DayHours(open, keyed.KeyOf(Keywords.Open)!.Span)
                : null;
        }
        else
        {
            hours = DayHours(entry.Value, entry.Key.Span);
        }

        if (hours is not null)
        {
            draft.Exceptions.Add(new HoursException(first, last, hours, because, entry.Key.Span));
        }
    }

    // "2026-02-17", "2026-02-15 to 2026-02-17"
    private (LocalDate First, LocalDate Last)? Dates(YamlScalar key)
    {
        var parts = Keywords.To.Spellings.Select(s => FullWidth.ToAscii(key.Text).Split(s, 2)).FirstOrDefault(p => p.Length == 2) ?? [FullWidth.ToAscii(key.Text)];
        var dates = parts.Select(p => LocalDatePattern.Iso.Parse(p.Trim())).ToList();
        if (!dates.TrueForAll(d => d.Success))
        {
            file.Report(TimeDiagnostics.DaysNeeded, key.Span, key.Text);
            return null;
        }

        if (dates[0].Value > dates[^1].Value)
        {
            file.Report(VocabularyDiagnostics.EndsBeforeItBegins, key.Span);
            return null;
        }

        return (dates[0].Value, dates[^1].Value);
    }

    private DayHours? DayHours(YamlNode node, SourceSpan place)
    {
        var spans = new List<HoursSpan>();
        foreach (var item in node is YamlSequence list ? list.Items : [node])
        {
            if (file.Scalar(item, place) is not { } scalar)
            {
                return null;
            }

            var phrase = new Phrase(scalar);
            if (Is(phrase, Keywords.Closed))
            {
                return Time.DayHours.Closed;
            }

            do
            {
                if (Span(phrase) is not { } span)
                {
                    return null;
                }

                if (spans.Exists(s => Overlap(s, span)))
                {
                    file.Report(TimeDiagnostics.HoursOverlap, scalar.Span);
                    return null;
                }

                spans.Add(span);
            }
            while (phrase.TakeSign(",") | phrase.Take(Keywords.And));

            if (!phrase.AtEnd)
            {
                file.Report(ValueDiagnostics.NotUnderstood, phrase.RestSpan, phrase.Rest);
                return null;
            }
        }

        return new DayHours([.. spans.OrderBy(s => s.From)]);
    }

    private HoursSpan? Span(Phrase phrase)
    {
        if (phrase.Take(Keywords.AllDay))
        {
            return new HoursSpan(LocalTime.Midnight, LocalTime.Midnight);
        }

        int start = phrase.Position;
        var terms = new Terms(file, []);
        if (phrase.TakeClock(out _, out _, out _) is false)
        {
            file.Report(TimeDiagnostics.HoursNeeded, phrase.RestSpan, phrase.Rest);
            return null;
        }

        phrase.Return(start);
        if (terms.Clock(phrase) is not { } from)
        {
            return null;
        }

        if (!phrase.Take(Keywords.To))
        {
            phrase.Return(start);
            file.Report(TimeDiagnostics.HoursNeeded, phrase.RestSpan, phrase.Rest);
            return null;
        }

        int end = phrase.Position;
        if (phrase.TakeClock(out int hours, out int minutes, out int seconds) && (hours, minutes, seconds) == (24, 0, 0))
        {
            file.ReportEdit(TimeDiagnostics.MidnightIsZero, phrase.SpanFrom(end), "0:00", phrase.TextFrom(end));
            return null;
        }

        phrase.Return(end);
        return terms.Clock(phrase) is { } to ? new HoursSpan(from, to) : null;
    }

    private static bool Overlap(HoursSpan a, HoursSpan b) => a.From.TickOfDay < EndOf(b) && b.From.TickOfDay < EndOf(a);

    private static long EndOf(HoursSpan span) => span.To.TickOfDay + (span.EndsNextDay ? Day : 0);

    private static bool Is(Phrase phrase, Keyword word)
    {
        int start = phrase.Position;
        if (phrase.Take(word) && phrase.AtEnd)
        {
            return true;
        }

        phrase.Return(start);
        return false;
    }

    private sealed class Draft
    {
        public ImmutableDictionary<IsoDayOfWeek, DayHours>.Builder OfWeekdays { get; } = ImmutableDictionary.CreateBuilder<IsoDayOfWeek, DayHours>();

        public DayHours? EveryDay { get; set; }

        public DayHours? OfHolidays { get; set; }

        public DayHours? OfMakeUpDays { get; set; }

        public ImmutableArray<HoursException>.Builder Exceptions { get; } = ImmutableArray.CreateBuilder<HoursException>();
    }
}
