using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Binding;
using DutyRules.Policies.Yaml;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Policies.Reading;

/// <summary>Reads single values of a given type, dates and zones.</summary>
internal sealed class Values(FileScope file)
{
    private static readonly string[] Abbreviations = ["CST", "EST", "PST", "MST", "BST", "IST", "CET", "EET", "JST", "KST", "HKT", "GMT+8", "UTC+8", "GMT+08:00", "UTC+08:00", "北京时间"];

    /// <summary>The value that is written; null, and reported, when it is none of the type.</summary>
    public Value? Read(YamlScalar scalar, FieldType type)
    {
        var phrase = new Phrase(scalar);
        Value? value = type.Kind switch
        {
            ValueKind.Truth => Truth(phrase),
            ValueKind.Duration => Durations.Read(phrase, file) is { } duration ? Value.Duration(duration) : null,
            ValueKind.Time => new Terms(file, []).Clock(phrase) is { } time ? Value.Time(time) : null,
            ValueKind.Integer => Whole(phrase),
            ValueKind.Number => Number(phrase, percent: true) is { } number ? Value.Number(number) : null,
            ValueKind.Money => Number(phrase, percent: false) is { } money ? Value.Money(money) : null,
            ValueKind.Date => DateTime(scalar) is { } date ? Value.Date(date.Date) : null,
            ValueKind.Instant => Instant(scalar),
            ValueKind.Choice => Choice(scalar, type),
            _ => file.Text(scalar, scalar.Span) is { } text ? Value.Text(text) : null,
        };
        bool isPhrase = type.Kind is ValueKind.Truth or ValueKind.Duration or ValueKind.Time or ValueKind.Integer or ValueKind.Number or ValueKind.Money;
        if (isPhrase && value is not null && !phrase.AtEnd)
        {
            file.Report(ValueDiagnostics.NotUnderstood, phrase.RestSpan, phrase.Rest);
            return null;
        }

        return value;
    }

    /// <summary>A date, with a time of day or without (then midnight).</summary>
    public LocalDateTime? DateTime(YamlScalar scalar)
    {
        string text = FullWidth.ToAscii(scalar.Text).Trim();
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: > 0 and < 9999 } date })
        {
            return date.AtMidnight();
        }

        foreach (var pattern in new[] { LocalDateTimePattern.ExtendedIso, LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm") })
        {
            if (pattern.Parse(text.Replace(' ', 'T')) is { Success: true, Value: { Year: > 0 and < 9999 } dateTime })
            {
                return dateTime;
            }
        }

        file.Report(ValueDiagnostics.DateNeeded, scalar.Span, scalar.Text);
        return null;
    }

    /// <summary>A time zone by its name in the tz database.</summary>
    public DateTimeZone? Zone(YamlScalar scalar)
    {
        string name = scalar.Text.Trim();
        if (Abbreviations.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            file.ReportEdit(ValueDiagnostics.AbbreviatedZone, scalar.Span, "Asia/Shanghai", name);
            return null;
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone)
        {
            return zone;
        }

        string? nearest = name == "Asia/Beijing" ? "Asia/Shanghai" : Suggestion.Nearest(name, DateTimeZoneProviders.Tzdb.Ids);
        file.Report(ValueDiagnostics.UnknownZone, scalar.Span, name, Suggestion.Question(nearest));
        return null;
    }

    private Value? Truth(Phrase phrase)
    {
        if (phrase.Take(Keywords.Yes))
        {
            return Value.Truth(true);
        }

        if (phrase.Take(Keywords.No))
        {
            return Value.Truth(false);
        }

        return Refuse(ValueDiagnostics.YesOrNoNeeded, phrase);
    }

    private Value? Whole(Phrase phrase)
    {
        int start = phrase.Position;
        bool negative = phrase.TakeSign("-");
        if (phrase.TakeNumber(out decimal number) && number == decimal.Truncate(number) && number <= long.MaxValue)
        {
            return Value.Integer(negative ? -(long)number : (long)number);
        }

        phrase.Return(start);
        return Refuse(ValueDiagnostics.WholeNumberNeeded, phrase);
    }

    private decimal? Number(Phrase phrase, bool percent)
    {
        int start = phrase.Position;
        bool negative = phrase.TakeSign("-");
        if (!phrase.TakeNumber(out decimal number))
        {
            phrase.Return(start);
            Refuse(ValueDiagnostics.NumberNeeded, phrase);
            return null;
        }

        number = negative ? -number : number;
        return percent && phrase.TakeSign("%") ? number / 100 : number;
    }

    private Value? Instant(YamlScalar scalar)
    {
        string text = FullWidth.ToAscii(scalar.Text).Trim();
        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } parsed)
        {
            return Value.Instant(parsed.Value.ToInstant());
        }

        file.Report(ValueDiagnostics.InstantNeeded, scalar.Span, scalar.Text);
        return null;
    }

    private Value? Choice(YamlScalar scalar, FieldType type)
    {
        if (type.Choices.Contains(scalar.Text))
        {
            return Value.Choice(scalar.Text);
        }

        string? nearest = Suggestion.Nearest(scalar.Text, type.Choices);
        file.Report(NameDiagnostics.NotAChoice, scalar.Span, scalar.Text, KindNames.Words(type), Suggestion.Question(nearest));
        return null;
    }

    private Value? Refuse(DiagnosticDescriptor kind, Phrase phrase)
    {
        file.Report(kind, phrase.RestSpan, phrase.Rest);
        return null;
    }
}
