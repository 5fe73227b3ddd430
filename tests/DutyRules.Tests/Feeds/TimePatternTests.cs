using System.Globalization;
using System.Text;
using CsCheck;
using DutyRules.Feeds;
using DutyRules.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Feeds;

public sealed class TimePatternTests
{
    private static readonly Gen<string> Dates = Gen.Select(
        Gen.OneOf("yyyy", "uuuu"), Gen.OneOf("M", "MM"), Gen.OneOf("d", "dd"), Gen.OneOf("{0}-{1}-{2}", "{0}/{1}/{2}", "{2}.{1}.{0}", "{0}{1}{2}", "{0}年{1}月{2}日"),
        (year, month, day, form) => string.Format(CultureInfo.InvariantCulture, form, year, month, day));

    private static readonly Gen<string> TimesOfDay = Gen.Select(
        Gen.OneOf("H", "HH"), Gen.OneOf("m", "mm"), Gen.OneOf("s", "ss"), Gen.OneOf("f", "fff", "fffffff", "fffffffff", "FFF"),
        Gen.OneOf("{0}:{1}", "{0}:{1}:{2}", "{0}:{1}:{2}.{3}", "{0}{1}{2}", "{0}时{1}分{2}秒", "{0}.{1}"),
        (hour, minute, second, fraction, form) => string.Format(CultureInfo.InvariantCulture, form, hour, minute, second, fraction));

    private static readonly Gen<LocalDateTime> Moments = Gen.Select(Gen.Int[-600_000, 2_800_000], Gen.Long[0, NodaConstants.NanosecondsPerDay - 1])
        .Select((day, nanosecond) => new LocalDate(1970, 1, 1).PlusDays(day).At(LocalTime.FromNanosecondsSinceMidnight(nanosecond)));

    [Fact]
    public void Times_are_read_as_the_pattern_reads_them() => Gen.Select(Dates, TimesOfDay, Gen.OneOf(" ", "'T'", "")).Select((date, time, between) => date + between + time)
        .SelectMany(pattern => Gen.Select(Gen.Const(pattern), Moments, Damage.Any.Array[20])).Sample(
            (text, moment, damages) =>
            {
                var pattern = LocalDateTimePattern.CreateWithInvariantCulture(text);
                return Agrees(TimePattern.DatesAndTimes(text), t => Ticks(pattern.Parse(t), v => v), pattern.Format(moment), damages);
            },
            iter: 30_000);

    [Fact]
    public void Dates_are_read_as_the_pattern_reads_them() => Dates.SelectMany(pattern => Gen.Select(Gen.Const(pattern), Moments, Damage.Any.Array[20])).Sample(
        (text, moment, damages) =>
        {
            var pattern = LocalDatePattern.CreateWithInvariantCulture(text);
            return Agrees(TimePattern.Dates(text), t => Ticks(pattern.Parse(t), v => v.AtMidnight()), pattern.Format(moment.Date), damages);
        },
        iter: 10_000);

    [Fact]
    public void Times_of_day_are_read_as_the_pattern_reads_them() => TimesOfDay.SelectMany(pattern => Gen.Select(Gen.Const(pattern), Moments, Damage.Any.Array[20])).Sample(
        (text, moment, damages) =>
        {
            var pattern = LocalTimePattern.CreateWithInvariantCulture(text);
            return Agrees(TimePattern.TimesOfDay(text), t => pattern.Parse(t) is { Success: true } time ? time.Value.TickOfDay : null, pattern.Format(moment.TimeOfDay), damages);
        },
        iter: 10_000);

    [Theory]
    [InlineData("yyyy-MM-dd HH:mm:ss", "2026-03-02 07:40:12")]
    [InlineData("yyyy/M/d H:mm", "2026/3/2 7:40")]
    [InlineData("uuuu-MM-dd HH:mm:ss.fff", "2026-03-02 07:40:12.715")]
    [InlineData("yyyyMMdd HHmmss", "20260302 074012")]
    [InlineData("yyyy年M月d日 H:mm", "2026年3月2日 7:40")]
    public void The_usual_patterns_are_plain(string pattern, string text) => Assert.True(TimeForm.Of(pattern)!.TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("h:mm tt")]
    [InlineData("yyyy-MM HH:mm")]
    [InlineData("d MMM yyyy")]
    [InlineData("yy-MM-dd")]
    public void The_others_are_left_to_NodaTime(string pattern) => Assert.Null(TimeForm.Of(pattern));

    private static bool Agrees(TimePattern pattern, Func<string, long?> expected, string text, Damage[] damages) =>
        damages.Select(d => d.Done(text)).Prepend(text).All(t => (pattern.TryRead(Encoding.UTF8.GetBytes(t), out var ticks) ? ticks : null) == expected(t));

    private static long? Ticks<T>(ParseResult<T> result, Func<T, LocalDateTime> local) => result.Success ? local(result.Value).InUtc().ToInstant().ToUnixTimeTicks() : null;
}
