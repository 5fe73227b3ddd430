using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Time;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Monitoring.Planning;

/// <summary>
/// A sum over everything in a policy set that bears on what is decided and said. A snapshot passes only between sets of one sum. Titles, sources, notices and places in files do not count.
/// </summary>
internal static class PolicyFingerprint
{
    public static string Of(PolicySet policies)
    {
        var text = new StringBuilder();
        Add(text, policies.Vocabulary);
        foreach (var norm in policies.Norms)
        {
            Line(text, "norm", norm.Id, norm.Revision, norm.Stratum, norm.Modality, Text(norm.InForceFrom), Text(norm.InForceTo), norm.ForEach?.Name, NormFingerprint.Of(norm.At));
            Line(text, "figures", norm.Figures == policies.Vocabulary.Parameters ? "" : string.Join('|', norm.Figures.Select(p => $"{p.Name} {p.Value}")));
            Line(text, NormFingerprint.Of(norm.Parties), NormFingerprint.Of(norm.Frame), NormFingerprint.Of(norm.Window));
            Line(text, NormFingerprint.Of(norm.Content), string.Join('|', norm.Exceptions.Select(NormFingerprint.Of)), NormFingerprint.Of(norm.Consequences.Points));
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Add(StringBuilder text, Vocabulary vocabulary)
    {
        Line(text, vocabulary.Zone.Id, vocabulary.PartitionField, vocabulary.ClockChanges, DateTimeZoneProviders.Tzdb.VersionId);
        Add(text, vocabulary.Calendar, vocabulary.Hours);
        foreach (var site in vocabulary.Sites)
        {
            Line(text, "site", site.Name, site.Zone?.Id);
            Add(text, site.Calendar, site.Hours);
        }

        foreach (var role in vocabulary.Roles)
        {
            Line(text, "role", role.Name, role.SeenIn?.Name, role.OnShift, Names(role.Includes), Names(role.Acting));
        }

        foreach (var set in vocabulary.Sets)
        {
            Line(text, "set", set.Name, string.Join('|', set.At.Select(site => $"{site.Key}: {string.Join(',', site.Value)}")));
        }

        if (vocabulary.Shifts is { } shifts)
        {
            Line(text, "shifts", string.Join('|', shifts.Kinds), shifts.Longest);
        }

        foreach (var held in vocabulary.Roster)
        {
            Line(text, "held", held.Person, held.Role, held.Site, held.From, held.To);
        }

        foreach (var parameter in vocabulary.Parameters)
        {
            Line(text, "parameter", parameter.Name, parameter.Type.Kind, parameter.Value);
        }

        foreach (var table in vocabulary.Tables)
        {
            Line(text, "table", table.Name, table.Type.Kind, string.Join('|', table.Keys.Select(k => k.Kind)));
            foreach (var row in table.Rows)
            {
                Line(text, row.Value, string.Join('|', row.Cells.Select(c => $"{c.From} {c.FromInclusive} {c.To} {c.ToInclusive}")));
            }
        }

        foreach (var type in vocabulary.Events)
        {
            Line(text, "event", type.Name, type.Origin, type.Longest, type.Lateness);
            foreach (var field in type.Fields)
            {
                Line(text, field.Name, field.Type.Kind, field.Type.Role, string.Join('|', field.Type.Choices));
            }
        }

        foreach (var derived in vocabulary.Derived)
        {
            Line(text, "derived", derived.Type.Name, (derived as OutcomesOf)?.NormId, derived is CountsAs counts ? string.Join('|', counts.Sources.Select(NormFingerprint.Of)) : null);
        }

        foreach (var state in vocabulary.States)
        {
            Line(text, "state", state.Name, state.GetType().Name, string.Join('|', state.Of), state.Initially, string.Join('|', state.Sources.Select(NormFingerprint.Of)));
            Line(text, Details(state));
        }
    }

    private static void Add(StringBuilder text, WorkCalendar? calendar, ImmutableArray<SiteHours> hours)
    {
        if (calendar is not null)
        {
            Line(text, "calendar", calendar.Edition, string.Join('|', calendar.WorkingWeekdays), string.Join('|', calendar.KnownYears));
            Line(text, string.Join('|', calendar.Holidays.Select(h => $"{Text(h.First)}-{Text(h.Last)}")), string.Join('|', calendar.MakeUpDays.Select(d => Text(d.Date))));
        }

        foreach (var named in hours)
        {
            Line(text, "hours", named.Name, Text(named.OfHolidays), Text(named.OfMakeUpDays));
            foreach (var day in named.OfWeekdays.OrderBy(d => d.Key))
            {
                Line(text, day.Key, Text(day.Value));
            }

            foreach (var exception in named.Exceptions)
            {
                Line(text, exception.First, exception.Last, Text(exception.Hours));
            }
        }
    }

    private static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string Text(LocalDateTime? time) => time is { } known ? LocalDateTimePattern.ExtendedIso.Format(known) : "-";

    private static string Names(ImmutableArray<Role> roles) => string.Join('|', roles.Select(r => r.Name));

    private static string Text(DayHours? hours) => hours is null ? "-" : string.Join('|', hours.Spans.Select(s => $"{LocalTimePattern.ExtendedIso.Format(s.From)}-{LocalTimePattern.ExtendedIso.Format(s.To)}"));

    // Each part is led by its length, so that no two lists of parts read alike.
    private static void Line(StringBuilder text, params ReadOnlySpan<object?> parts)
    {
        foreach (var part in parts)
        {
            var word = part is IFormattable known ? known.ToString(null, CultureInfo.InvariantCulture) : part?.ToString() ?? "-";
            text.Append(word.Length).Append(':').Append(word).Append(' ');
        }

        text.Append('\n');
    }

    private static object?[] Details(StateDefinition state) => state switch
    {
        SwitchState s => [s.On.Length, s.OnFor],
        SumState s => [s.Plus.Length, string.Join('|', s.Plus.Concat(s.Minus).Select(a => a.Amount.Name)), s.Per?.Kind, s.Per?.FirstWeekday, s.Over],
        CountState s => [s.Up.Length, s.Per?.Kind, s.Per?.FirstWeekday, s.Over],
        MembershipState s => [s.Member, s.In.Length],
        LatestState s => [string.Join('|', s.Samples.Select(x => x.Field?.Name)), s.Back.Length, s.StaleAfter],
        DayState s => [s.Class],
        HoursState s => [s.Hours],
        _ => [],
    };
}
