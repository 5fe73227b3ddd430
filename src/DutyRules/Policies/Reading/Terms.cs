using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Binding;
using DutyRules.Norms;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Policies.Reading;

/// <summary>Reads figures that are written down or stand in a parameter.</summary>
internal sealed class Terms(FileScope file, ImmutableArray<Parameter> parameters, HashSet<string>? undeclared = null)
{
    private readonly ImmutableArray<string> _names = [.. parameters.Select(p => p.Name)];

    /// <summary>An elapsed time; null, and reported, when there is none.</summary>
    public Term<Duration>? Duration(Phrase phrase, DayMeaning days = DayMeaning.Refused) =>
        FromParameter(phrase, FieldType.Duration, v => v.AsDuration, out var term) ? term
        : Durations.Read(phrase, file, days) is { } duration ? new Term<Duration>(duration)
        : null;

    /// <summary>A whole number; null, and reported, when there is none.</summary>
    public Term<long>? Count(Phrase phrase)
    {
        if (FromParameter(phrase, FieldType.Integer, v => v.AsInteger, out var term))
        {
            return term;
        }

        int start = phrase.Position;
        if (phrase.TakeNumber(out decimal number) && number == decimal.Truncate(number) && number <= int.MaxValue)
        {
            phrase.Take(Keywords.Times);
            return new Term<long>((long)number);
        }

        phrase.Return(start);
        file.Report(ValueDiagnostics.CountNeeded, phrase.RestSpan, phrase.Rest);
        return null;
    }

    /// <summary>A share, as a percentage or a number from 0 to 1; null, and reported, when there is none.</summary>
    public Term<decimal>? Share(Phrase phrase)
    {
        if (FromParameter(phrase, FieldType.Number, v => v.AsNumber, out var term))
        {
            return term;
        }

        int start = phrase.Position;
        if (phrase.TakeNumber(out decimal number))
        {
            decimal share = phrase.TakeSign("%") ? number / 100 : number;
            if (share is >= 0 and <= 1)
            {
                return new Term<decimal>(share);
            }
        }

        phrase.Return(start);
        file.Report(ValueDiagnostics.ShareNeeded, phrase.RestSpan, phrase.Rest);
        return null;
    }

    /// <summary>A number or an amount of money; null, and reported, when there is none.</summary>
    public Term<decimal>? Number(Phrase phrase, FieldType type)
    {
        if (FromParameter(phrase, type.Kind == ValueKind.Money ? FieldType.Money : FieldType.Number, v => v.AsNumber, out var term))
        {
            return term;
        }

        int start = phrase.Position;
        bool isNegative = phrase.TakeSign("-");
        if (phrase.TakeNumber(out decimal number))
        {
            return new Term<decimal>(isNegative ? -number : number);
        }

        phrase.Return(start);
        file.Report(ValueDiagnostics.NumberNeeded, phrase.RestSpan, phrase.Rest);
        return null;
    }

    /// <summary>A time of day; null, and reported, when there is none.</summary>
    public Term<LocalTime>? Time(Phrase phrase)
    {
        if (FromParameter(phrase, FieldType.Time, v => v.AsTime, out var term))
        {
            return term;
        }

        return Clock(phrase) is { } time ? new Term<LocalTime>(time) : null;
    }

    // Names of days and months in Chinese differ in one character only: of those none is nearer than the others.
    private string? Meant(string text)
    {
        string word = new([.. text.TakeWhile(c => char.IsAsciiLetter(c) || c == '-')]);
        return word.Length < 4 ? null
            : Suggestion.Nearest(word, Keywords.Weekdays.Concat(Keywords.MonthNames).Concat([Keywords.Opening, Keywords.Closing]).Select(w => w.En).Concat(_names));
    }

    /// <summary>A time of day that is written down.</summary>
    public LocalTime? Clock(Phrase phrase)
    {
        int start = phrase.Position;
        if (!phrase.TakeClock(out int hours, out int minutes, out int seconds))
        {
            file.Report(ValueDiagnostics.TimeNeeded, phrase.RestSpan, phrase.Rest, Suggestion.Question(Meant(phrase.Rest)));
            return null;
        }

        if (Phrase.ClockOf(hours, minutes, seconds) is { } time)
        {
            return time;
        }

        if ((hours, minutes, seconds) == (24, 0, 0))
        {
            file.ReportEdit(ValueDiagnostics.TwentyFourHours, phrase.SpanFrom(start), Keywords.EndOfDay.In(file.Language), phrase.TextFrom(start));
        }
        else
        {
            file.Report(ValueDiagnostics.NoSuchTime, phrase.SpanFrom(start), phrase.TextFrom(start));
        }

        return null;
    }

    /// <summary>A figure, and nothing after it.</summary>
    public Term<T>? Alone<T>(YamlScalar scalar, Func<Phrase, Term<T>?> read)
        where T : struct
    {
        var phrase = new Phrase(scalar);
        var figure = read(phrase);
        if (figure is not null && !phrase.AtEnd)
        {
            file.Report(ValueDiagnostics.NotUnderstood, phrase.RestSpan, phrase.Rest);
        }

        return figure;
    }

    /// <summary>True when a parameter stands here.</summary>
    public bool NamesParameter(Phrase phrase)
    {
        int start = phrase.Position;
        bool found = phrase.TakeOneOf(_names) is not null;
        phrase.Return(start);
        return found;
    }

    /// <summary>True when a parameter that is a length of time stands here.</summary>
    public bool NamesLength(Phrase phrase)
    {
        int start = phrase.Position;
        string? found = phrase.TakeOneOf(_names);
        phrase.Return(start);
        return found is not null && parameters.First(p => p.Name == found).Type.Kind == ValueKind.Duration;
    }

    /// <summary>True for a text that calculates, or names the field of an event.</summary>
    public static bool LooksComputed(string text) =>
        text.AsSpan().IndexOfAny("(*/+") >= 0 || text.Contains(" - ", StringComparison.Ordinal)
        || text.Index().Any(c => c.Item == '.' && c.Index > 0 && char.IsLetter(text[c.Index - 1]));

    /// <summary>True for a name that no parameter has.</summary>
    public bool IsNoParameter(string text)
    {
        var phrase = new Phrase(text, default);
        return phrase.TakeName() == text && !_names.Contains(text);
    }

    /// <summary>Reports that a name is none of the parameters.</summary>
    private void ReportUnknown(SourceSpan span, string name, FieldType type)
    {
        if (Suggestion.Nearest(name, _names) is { } nearest)
        {
            file.ReportEdit(NameDiagnostics.UnknownParameter, span, nearest, name, Suggestion.Question(nearest));
        }
        else if (undeclared is null)
        {
            file.Report(NameDiagnostics.UnknownParameter, span, name, Suggestion.Question(null));
        }
        else if (undeclared.Add(name))
        {
            file.Report(CompositionDiagnostics.ParameterUndeclared, span, name, KindNames.Of(type), Example(type));
        }
    }

    private static LocalizedText Example(FieldType type) => type.Kind switch
    {
        ValueKind.Duration => new("is: duration, value: 30 min", "类型: 时长, 值: 30 分钟"),
        ValueKind.Time => new("is: time, value: 17:00", "类型: 时刻, 值: 17:00"),
        ValueKind.Integer => new("is: integer, value: 2", "类型: 整数, 值: 2"),
        ValueKind.Money => new("is: money, value: 5000", "类型: 金额, 值: 5000"),
        _ => new("is: number, value: 80%", "类型: 数值, 值: 80%"),
    };

    // After the name of a parameter nothing follows but a sum or a second figure.
    private static bool EndsHere(Phrase phrase)
    {
        int start = phrase.Position;
        bool ends = phrase.AtEnd || phrase.Rest[0] is '+' or '-' || phrase.Take(Keywords.And) || phrase.Take(Keywords.To);
        phrase.Return(start);
        return ends;
    }

    // What is computed is no figure here.
    private bool RefuseComputed(Phrase phrase)
    {
        string text = phrase.Figure();
        if (!LooksComputed(text))
        {
            return false;
        }

        file.Report(ContentDiagnostics.ComputedNotHere, phrase.SpanOf(text.Length), text);
        phrase.Skip(text.Length);
        return true;
    }

    // True when a name stands here: of a parameter, whose figure is null when it is of another type or not set, or of nothing.
    private bool FromParameter<T>(Phrase phrase, FieldType type, Func<Value, T> figure, out Term<T>? term)
        where T : struct
    {
        term = null;
        int start = phrase.Position;
        if (phrase.TakeOneOf(_names) is not { } name)
        {
            if (phrase.TakeName() is not { } unknown)
            {
                return false;
            }

            if (!EndsHere(phrase))
            {
                phrase.Return(start);
                return type.Kind != ValueKind.Time && RefuseComputed(phrase);
            }

            ReportUnknown(phrase.SpanFrom(start), unknown, type);
            return true;
        }

        var parameter = parameters.First(p => p.Name == name);
        bool fits = parameter.Type.Kind == type.Kind || (type.Kind == ValueKind.Number && parameter.Type.Kind == ValueKind.Integer);
        if (!fits)
        {
            file.Report(NameDiagnostics.ParameterOfOtherType, phrase.SpanFrom(start), name, KindNames.Of(parameter.Type), KindNames.Of(type));
        }
        else if (parameter.Value is { } value)
        {
            term = new Term<T>(figure(value), name);
        }
        else
        {
            file.Report(ExpressionDiagnostics.ParameterNotSet, phrase.SpanFrom(start), name);
        }

        return true;
    }
}
