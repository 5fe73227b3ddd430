using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Time;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Monitoring.Planning;

/// <summary>
/// A sum over everything in a policy set that bears on what is decided. A snapshot passes only between sets of one sum. Titles, sources, points, notices
/// and places in files do not count.
/// </summary>
internal static class PolicyFingerprint
{
    public static string Of(PolicySet policies)
    {
        var text = new StringBuilder();
        var vocabulary = policies.Vocabulary;
        Line(text, vocabulary.Zone.Id, vocabulary.PartitionField, vocabulary.ClockChanges, DateTimeZoneProviders.Tzdb.VersionId);
        Add(text, vocabulary.Calendar, vocabulary.Hours);
        foreach (var site in vocabulary.Sites)
        {
            Line(text, "site", site.Name, site.Zone?.Id);
            Add(text, site.Calendar, site.Hours);
        }

        foreach (var role in vocabulary.Roles)
        {
            Line(text, "role", Text(role), role.OnShift);
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

        foreach (var type in vocabulary.Events)
        {
            Line(text, "event", type.Name, type.Longest, type.Lateness);
            foreach (var field in type.Fields)
            {
                Line(text, field.Name, field.Type.Kind, field.Type.Role, string.Join('|', field.Type.Choices));
            }
        }

        foreach (var state in vocabulary.States)
        {
            Line(text, "state", state.Name, state.GetType().Name, string.Join('|', state.Of), state.Initially, string.Join('|', state.Sources.Select(Text)), Details(state));
        }

        foreach (var norm in policies.Norms)
        {
            Line(text, "norm", norm.Id, norm.Revision, norm.Modality, norm.InForceFrom, norm.InForceTo, norm.Parties.DoneByAnyone, Text(norm.Parties.Who), norm.At?.Except, Names(norm.At?.Names ?? []));
            Line(text, Text(norm.Frame), norm.Window, Text(norm.Content), string.Join('|', norm.Exceptions.Select(Text)));
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
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

    private static string Text(DayHours? hours) => hours is null ? "-" : string.Join('|', hours.Spans.Select(s => $"{LocalTimePattern.ExtendedIso.Format(s.From)}-{LocalTimePattern.ExtendedIso.Format(s.To)}"));

    // Each part is led by its length, so that no two lists of parts read alike.
    private static void Line(StringBuilder text, params ReadOnlySpan<object?> parts)
    {
        foreach (var part in parts)
        {
            var word = part is IFormattable known ? known.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : part?.ToString() ?? "-";
            text.Append(word.Length).Append(':').Append(word).Append(' ');
        }

        text.Append('\n');
    }

    private static string Text(Expression? expression) => expression is null ? "" : ExpressionPrinter.ToCSharp(expression);

    private static string Text(EventPattern? pattern) => pattern is null ? "" : $"{pattern.Type.Name}[{Text(pattern.Where)}]";

    private static string Details(StateDefinition state) => state switch
    {
        SwitchState s => $"{s.On.Length} {s.OnFor}",
        SumState s => $"{s.Plus.Length} {string.Join('|', s.Plus.Concat(s.Minus).Select(a => a.Amount.Name))}",
        CountState s => $"{s.Up.Length}",
        MembershipState s => $"{s.Member} {s.In.Length}",
        LatestState s => $"{s.Samples[0].Field?.Name} {s.StaleAfter}",
        DayState s => s.Class.ToString(),
        HoursState s => s.Hours,
        _ => "",
    };

    private static string Text(Party party) => party switch
    {
        PostParty p => $"post {Text(p.Role)}",
        EachParty p => $"each {Text(p.Role)}",
        FieldParty p => $"field {p.Field.Name}",
        _ => party.GetType().Name,
    };

    private static string Text(Role role) => $"{role.Name} {role.SeenIn?.Name}";

    private static string Text(Frame frame) => frame switch
    {
        WhenFrame f => $"when {Text(f.Trigger)}",
        WhileFrame f => $"while {Text(f.Condition)} {f.Lasting} {f.EndsFirst}",
        EveryFrame { Period: ShiftPeriod p } => $"every shift {Text(p.Role)} {Names(p.Kinds)}",
        EveryFrame { Period: RecurringDays p } => $"every {p.Rule.Rule} {Text(p.Rule.Start)}",
        OutcomeFrame f => $"on {f.NormId} {string.Join(" ", f.Statuses)} {Text(f.If)}",
        _ => frame.ToString(),
    };

    private static string Text(Content content) => content switch
    {
        CountContent c => $"count {Text(c.Event)} {c.Times} {c.EachLasting} {c.Apart} {Names(c.Same)}",
        OneOfEachContent c => $"each {Text(c.Event)} {c.Field.Name} {Names(c.Same)}",
        StayContent c => $"stay {Text(c.Condition)} {c.Share} {Text(c.Of)} {c.Gaps}",
        TotalContent c => $"total {Text(c.Condition)} {c.Time} {c.MeanOf}",
        ConditionContent c => $"if {Text(c.Condition)}",
        ActorContent c => $"by {Text(c.Role)}",
        _ => content.GetType().Name,
    };

    private static string Text(NormException exception) => exception switch
    {
        UnlessException e => $"unless {Text(e.Condition)}",
        LapsesException e => $"lapses {Text(e.Condition)}",
        _ => exception.GetType().Name,
    };

    private static string Names(ImmutableArray<string> names) => string.Join('|', names);
}
