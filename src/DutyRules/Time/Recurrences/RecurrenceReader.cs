using System.Collections.Immutable;
using System.Globalization;
using DutyRules.Diagnostics;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Time.Recurrences;

/// <summary>Reads the text of one rule. Stops at the first thing that is wrong. Used once.</summary>
internal sealed class RecurrenceReader(RulePiece rule, SourceSpan place)
{
    private const string Prefix = "RRULE:";

    private static readonly string[] Names =
        ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST"];

    private static readonly string[] NamesBelowADay = ["BYHOUR", "BYMINUTE", "BYSECOND"];
    private static readonly string[] FrequenciesBelowADay = ["HOURLY", "MINUTELY", "SECONDLY"];
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern DateTimePattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    private readonly Dictionary<string, RulePiece> _values = [];

    /// <summary>What is wrong; null as long as nothing is.</summary>
    public Diagnostic? Problem { get; private set; }

    /// <summary>The parts; null when <see cref="Problem"/> says why there are none.</summary>
    public RecurrenceParts? Read()
    {
        var text = rule.Trimmed;
        if (text.Text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            text = text.From(Prefix.Length);
        }

        if (text.Length > 0)
        {
            foreach (var part in text.Split(';'))
            {
                TakePart(part);
            }
        }

        var frequency = ReadFrequency();
        var parts = new RecurrenceParts
        {
            Frequency = frequency,
            Interval = Value("INTERVAL") is { } interval ? ReadNumber(interval, int.MaxValue) : 1,
            Count = Value("COUNT") is { } count ? ReadNumber(count, int.MaxValue) : null,
            Until = Value("UNTIL") is { } until ? ReadDate(until) : null,
            ByMonth = ReadList("BYMONTH", piece => ReadNumber(piece, 12)),
            ByWeekNo = ReadList("BYWEEKNO", piece => ReadSignedNumber(piece, 53)),
            ByYearDay = ReadList("BYYEARDAY", piece => ReadSignedNumber(piece, 366)),
            ByMonthDay = ReadList("BYMONTHDAY", piece => ReadSignedNumber(piece, 31)),
            ByDay = ReadList("BYDAY", ReadWeekdayPart),
            BySetPos = ReadList("BYSETPOS", piece => ReadSignedNumber(piece, 366)),
            WeekStart = Value("WKST") is { } weekStart ? ReadWeekday(weekStart, weekStart) : IsoDayOfWeek.Monday,
        };
        if (Problem is null)
        {
            CheckTogether(parts);
        }

        return Problem is null ? parts : null;
    }

    private void TakePart(RulePiece part)
    {
        if (part.Length == 0)
        {
            Report(RecurrenceDiagnostics.EmptyPart, part);
            return;
        }

        var sign = part.Text.IndexOf('=');
        if (sign <= 0)
        {
            Report(RecurrenceDiagnostics.NotAPart, part, part.Text);
            return;
        }

        var name = part.UpTo(sign).Trimmed;
        var value = part.From(sign + 1).Trimmed;
        var known = Names.FirstOrDefault(name.Is);
        if (NamesBelowADay.Any(name.Is))
        {
            Report(RecurrenceDiagnostics.BelowADay, part, part.Text);
        }
        else if (known is null)
        {
            Report(RecurrenceDiagnostics.UnknownPart, name, name.Text, string.Join(", ", Names));
        }
        else if (!_values.TryAdd(known, value))
        {
            Report(RecurrenceDiagnostics.RepeatedPart, name, known);
        }
        else if (value.Split(',').FirstOrDefault(item => item.Length == 0) is { Rule: not null })
        {
            Report(RecurrenceDiagnostics.ValueMissing, part, known);
        }
    }

    private Frequency ReadFrequency()
    {
        if (Value("FREQ") is not { } value)
        {
            Report(RecurrenceDiagnostics.FrequencyMissing, rule.Trimmed);
            return default;
        }

        if (FrequenciesBelowADay.Any(value.Is))
        {
            Report(RecurrenceDiagnostics.BelowADay, value, $"FREQ={value.Text}");
            return default;
        }

        foreach (var frequency in Enum.GetValues<Frequency>())
        {
            if (value.Is(frequency.ToString()))
            {
                return frequency;
            }
        }

        Report(RecurrenceDiagnostics.UnknownFrequency, value, value.Text);
        return default;
    }

    private ImmutableArray<T> ReadList<T>(string name, Func<RulePiece, T> read) =>
        Value(name) is { } value ? [.. value.Split(',').Select(read).Distinct()] : [];

    private int ReadNumber(RulePiece piece, int greatest)
    {
        if (int.TryParse(piece.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= greatest)
        {
            return number;
        }

        Report(RecurrenceDiagnostics.WrongNumber, piece, piece.Text, greatest);
        return 1;
    }

    private int ReadSignedNumber(RulePiece piece, int greatest)
    {
        if (TryReadSigned(piece.Text, greatest, out var number))
        {
            return number;
        }

        Report(RecurrenceDiagnostics.WrongSignedNumber, piece, piece.Text, greatest);
        return 1;
    }

    private static bool TryReadSigned(string text, int greatest, out int number)
    {
        var negative = text.StartsWith('-');
        var digits = negative || text.StartsWith('+') ? text[1..] : text;
        var read = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= greatest;
        number = negative ? -number : number;
        return read;
    }

    private WeekdayPart ReadWeekdayPart(RulePiece piece)
    {
        var split = Math.Max(0, piece.Length - 2);
        var day = ReadWeekday(piece.From(split), piece);
        if (split == 0)
        {
            return new WeekdayPart(null, day);
        }

        if (!TryReadSigned(piece.UpTo(split).Text, 53, out var ordinal))
        {
            Report(RecurrenceDiagnostics.WrongWeekday, piece, piece.Text);
        }

        return new WeekdayPart(ordinal, day);
    }

    private IsoDayOfWeek ReadWeekday(RulePiece piece, RulePiece whole)
    {
        var index = Array.FindIndex(Weekdays, piece.Is);
        if (index < 0)
        {
            Report(RecurrenceDiagnostics.WrongWeekday, whole, whole.Text);
        }

        return IsoDayOfWeek.Monday + Math.Max(index, 0);
    }

    private LocalDate? ReadDate(RulePiece piece)
    {
        var text = piece.Text.ToUpperInvariant();
        if (DatePattern.Parse(text) is { Success: true, Value: var date })
        {
            return date;
        }

        if (DateTimePattern.Parse(text.EndsWith('Z') ? text[..^1] : text) is { Success: true, Value: var dateTime })
        {
            return dateTime.Date;
        }

        Report(RecurrenceDiagnostics.WrongDate, piece, piece.Text);
        return null;
    }

    private void CheckTogether(RecurrenceParts parts)
    {
        var frequency = $"FREQ={parts.Frequency.ToString().ToUpperInvariant()}";
        if (parts.Count is not null && parts.Until is not null)
        {
            Report(RecurrenceDiagnostics.CountAndUntil, rule.Trimmed);
        }
        else if (!parts.ByWeekNo.IsEmpty && parts.Frequency != Frequency.Yearly)
        {
            Report(RecurrenceDiagnostics.NotWith, _values["BYWEEKNO"], "BYWEEKNO", frequency, "FREQ=YEARLY");
        }
        else if (!parts.ByYearDay.IsEmpty && parts.Frequency != Frequency.Yearly)
        {
            Report(RecurrenceDiagnostics.NotWith, _values["BYYEARDAY"], "BYYEARDAY", frequency, "FREQ=YEARLY");
        }
        else if (!parts.ByMonthDay.IsEmpty && parts.Frequency == Frequency.Weekly)
        {
            Report(RecurrenceDiagnostics.NotWith, _values["BYMONTHDAY"], "BYMONTHDAY", frequency, "FREQ=MONTHLY");
        }
        else if (parts.ByDay.Any(day => day.Ordinal is not null) && (parts.Frequency is Frequency.Daily or Frequency.Weekly || parts.HasWeekYears))
        {
            var piece = _values["BYDAY"].Split(',').First(item => item.Length > 2);
            Report(RecurrenceDiagnostics.OrdinalNotWith, piece, piece.Text, parts.HasWeekYears ? "BYWEEKNO" : frequency, piece.Text[^2..]);
        }
        else if (!parts.BySetPos.IsEmpty && parts is { ByMonth.IsEmpty: true, ByWeekNo.IsEmpty: true, ByYearDay.IsEmpty: true, ByMonthDay.IsEmpty: true, ByDay.IsEmpty: true })
        {
            Report(RecurrenceDiagnostics.PositionOfNothing, _values["BYSETPOS"]);
        }
    }

    private RulePiece? Value(string name) => _values.TryGetValue(name, out var piece) ? piece : null;

    private void Report(DiagnosticDescriptor kind, RulePiece piece, params object[] args) => Problem ??= kind.At(SpanOf(piece, place), args);

    /// <summary>Where a piece stands when the rule begins at <paramref name="place"/>; without a place, columns count in the rule itself.</summary>
    public static SourceSpan SpanOf(RulePiece piece, SourceSpan place) =>
        (place.Line == 0 ? new SourceSpan("", 1, 1, 1, 1) : place).Part(piece.Start, piece.Length);
}
