using System.Text;
using CsCheck;
using DutyRules.Events;
using DutyRules.Tests.Support;

namespace DutyRules.Tests.Events;

public sealed class PlainTimeTests
{
    private static readonly Gen<string> Fraction = Gen.OneOf<string>(
        Gen.Const(""), Gen.Select(Gen.Int[0, 999_999_999], Gen.Int[1, 9]).Select((n, digits) => "." + n.ToString("D9")[..digits]));

    private static readonly Gen<string> Seconds = Gen.OneOf<string>(Gen.Const(""), Gen.Select(Gen.Int[0, 60], Fraction).Select((s, fraction) => $":{s:D2}{fraction}"));

    private static readonly Gen<string> Offset = Gen.OneOf<string>(
        Gen.Const(""), Gen.Const("Z"), Gen.Select(Gen.OneOf('+', '-'), Gen.Int[0, 19], Gen.Int[0, 61]).Select((sign, h, m) => $"{sign}{h:D2}:{m:D2}"));

    private static readonly Gen<string> Times = Gen.Select(
        Gen.OneOf<int>(Gen.Int[0, 9999], Gen.Int[1990, 2040]), Gen.Int[0, 13], Gen.Int[0, 32], Gen.OneOf('T', ' '), Gen.Int[0, 25], Gen.Int[0, 60], Seconds, Offset,
        (year, month, day, mark, hour, minute, seconds, offset) => $"{year:D4}-{month:D2}-{day:D2}{mark}{hour:D2}:{minute:D2}{seconds}{offset}");

    // A million texts; ten of each time, damaged anew.
    [Fact]
    public void Whatever_it_reads_the_patterns_read_in_the_same_way() => Gen.Select(Times, Damage.Any.Array[10]).Sample(
        (text, damages) => Agrees(text) && damages.All(d => Agrees(d.Done(text))), iter: 100_000);

    [Theory]
    [InlineData("2026-03-02T07:38:12+08:00")]
    [InlineData("2026-03-02T07:38:12.715+08:00")]
    [InlineData("2026-03-02T07:38:12.123456789Z")]
    [InlineData("2026-03-02 07:38:12-05:30")]
    [InlineData("2026-03-02T07:38Z")]
    [InlineData("2024-02-29T23:59:59+00:00")]
    [InlineData("2026-03-02T07:38:12")]
    [InlineData("2026-03-02 07:38")]
    public void What_files_are_written_in_is_read(string text) => Assert.True(PlainTime.TryParse(text, out _) && PlainTime.TryParse(Encoding.UTF8.GetBytes(text), out _));

    private static bool Agrees(string text)
    {
        var read = PlainTime.TryParse(text, out var time);
        if (read != PlainTime.TryParse(Encoding.UTF8.GetBytes(text), out var same) || time != same)
        {
            return false;
        }

        if (!read)
        {
            return true;
        }

        var reading = InstantText.ParseAny(text, out var instant);
        if (time.OffsetMinutes is not null)
        {
            return reading == (time.IsFloored ? InstantReading.Floored : InstantReading.Read) && instant == time.ToInstant();
        }

        return reading == InstantReading.NoOffset && InstantText.TryParseLocal(text, out var local) && local.InUtc().ToInstant().ToUnixTimeTicks() == time.LocalTicks;
    }
}
