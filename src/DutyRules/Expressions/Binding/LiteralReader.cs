using System.Globalization;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Syntax;
using NodaTime;

namespace DutyRules.Expressions.Binding;

/// <summary>Reads numbers, quantities, times of day and dates.</summary>
internal sealed class LiteralReader(ExpressionSource source)
{
    private const int MostDigits = 28;
    private const decimal MostSeconds = 1_000_000_000_000m;

    private static readonly string[] CalendarUnits =
        ["day", "days", "天", "日", "week", "weeks", "周", "星期", "month", "months", "月", "个月", "year", "years", "年"];

    public LiteralExpression? Number(NumberSyntax syntax)
    {
        var span = source.Span(syntax);
        var suffix = syntax.Digits[^1] is 'm' or 'M' or 'l' or 'L' ? char.ToLowerInvariant(syntax.Digits[^1]) : '\0';
        var digits = syntax.Digits.Replace("_", "", StringComparison.Ordinal).TrimEnd('m', 'M', 'l', 'L');
        var hasPoint = digits.Contains('.', StringComparison.Ordinal);
        if (hasPoint && suffix == 'l')
        {
            source.Report(ExpressionDiagnostics.BadNumber, span, syntax.Digits);
            return null;
        }

        // More digits would be rounded without a word.
        var isDecimal = decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && digits.Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length <= MostDigits + (hasPoint ? 0 : 1)
            && digits.Length - (hasPoint ? digits.IndexOf('.', StringComparison.Ordinal) + 1 : digits.Length) <= MostDigits;
        number = syntax.IsNegative ? -number : number;
        var isNumber = hasPoint || suffix == 'm';
        if (!isDecimal || (!isNumber && number is < long.MinValue or > long.MaxValue))
        {
            source.Report(ExpressionDiagnostics.NumberTooLarge, span, syntax.Digits);
            return null;
        }

        return isNumber
            ? new LiteralExpression(Value.Number(number), FieldType.Number, span)
            : new LiteralExpression(Value.Integer((long)number), FieldType.Integer, span);
    }

    public LiteralExpression? Quantity(QuantitySyntax syntax)
    {
        var number = Number(syntax.Number);
        var seconds = UnitSeconds(syntax.Unit.Text);
        if (seconds is null)
        {
            ReportUnit(syntax.Unit);
        }

        return number is null || seconds is null ? null : Duration(number.Value, seconds.Value, source.Span(syntax));
    }

    public static bool IsCalendarUnit(string unit) => CalendarUnits.Contains(unit, StringComparer.OrdinalIgnoreCase);

    public void ReportUnit(Token unit) => source.Report(
        IsCalendarUnit(unit.Text) ? ExpressionDiagnostics.CalendarUnit : ExpressionDiagnostics.UnknownUnit,
        source.Span(unit.Start, unit.Length),
        unit.Text);

    /// <summary>So many units of so many seconds; null, and reported, when that is no whole number of ticks or too long.</summary>
    public LiteralExpression? Duration(Value number, int seconds, SourceSpan span)
    {
        // More seconds than this are too long in any unit, and would leave the range of decimals in the multiplication.
        var ticks = Math.Abs(number.AsNumber) < MostSeconds ? number.AsNumber * seconds * NodaConstants.TicksPerSecond : decimal.MaxValue;
        if (ticks is < long.MinValue or > long.MaxValue || ticks != decimal.Truncate(ticks))
        {
            source.Report(ExpressionDiagnostics.DurationRange, span, source.Quote(span));
            return null;
        }

        return new LiteralExpression(Value.Duration(NodaTime.Duration.FromTicks((long)ticks)), FieldType.Duration, span);
    }

    public LiteralExpression? Clock(ClockSyntax syntax)
    {
        var parts = syntax.Text.Split(':').Select(part => (long)int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return Time(parts, source.Span(syntax));
    }

    /// <summary>Hour, minute and perhaps second.</summary>
    public LiteralExpression? Time(IReadOnlyList<long> parts, SourceSpan span)
    {
        var second = parts.Count > 2 ? parts[2] : 0;
        if (parts[0] is < 0 or > 23 || parts[1] is < 0 or > 59 || second is < 0 or > 59)
        {
            source.Report(ExpressionDiagnostics.NoSuchTime, span, source.Quote(span));
            return null;
        }

        var time = new LocalTime((int)parts[0], (int)parts[1], (int)second);
        return new LiteralExpression(Value.Time(time), FieldType.Time, span);
    }

    public LiteralExpression? Date(IReadOnlyList<long> parts, SourceSpan span)
    {
        if (parts[0] is < 1 or > 9999 || parts[1] is < 1 or > 12
            || parts[2] < 1 || parts[2] > CalendarSystem.Iso.GetDaysInMonth((int)parts[0], (int)parts[1]))
        {
            source.Report(ExpressionDiagnostics.NoSuchTime, span, source.Quote(span));
            return null;
        }

        var date = new LocalDate((int)parts[0], (int)parts[1], (int)parts[2]);
        return new LiteralExpression(Value.Date(date), FieldType.Date, span);
    }

    // "d" is 24 hours; the words for day are refused because in this trade they mean calendar days.
    private static int? UnitSeconds(string unit) => unit switch
    {
        "s" or "sec" or "second" or "seconds" or "秒" or "秒钟" => 1,
        "min" or "minute" or "minutes" or "分" or "分钟" => 60,
        "h" or "hour" or "hours" or "小时" or "个小时" => 3600,
        "d" => 86400,
        _ => null,
    };
}
