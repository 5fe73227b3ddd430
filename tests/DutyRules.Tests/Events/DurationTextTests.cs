using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Tests.Events;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("PT30M", "PT30M", "30 min", "30 分钟")]
    [InlineData("30 min", "PT30M", "30 min", "30 分钟")]
    [InlineData("30分钟", "PT30M", "30 min", "30 分钟")]
    [InlineData("1 h 30 min", "PT1H30M", "1 h 30 min", "1 小时 30 分钟")]
    [InlineData("1.5 h", "PT1H30M", "1 h 30 min", "1 小时 30 分钟")]
    [InlineData("0:01:02.5", "PT1M2.5S", "1 min 2.5 s", "1 分钟 2.5 秒")]
    [InlineData("P1D", "PT24H", "1 day", "1 天")]
    [InlineData("P1DT2H", "PT26H", "26 h", "26 小时")]
    [InlineData("3 days", "PT72H", "3 days", "3 天")]
    [InlineData("PT0S", "PT0S", "0 s", "0 秒")]
    [InlineData("-PT5S", "-PT5S", "-5 s", "-5 秒")]
    [InlineData("500 ms", "PT0.5S", "0.5 s", "0.5 秒")]
    public void Reads_and_writes(string text, string iso, string english, string chinese)
    {
        Assert.True(DurationText.TryParse(text, out var duration));
        Assert.Equal(iso, DurationText.ToIso(duration));
        Assert.Equal(english, DurationText.ToWords(duration, Language.English));
        Assert.Equal(chinese, DurationText.ToWords(duration, Language.Chinese));
    }

    [Theory]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("min")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("PT1M1H")]
    [InlineData("1 min 1 h")]
    [InlineData("1 h 2 h")]
    [InlineData("1.2.3 h")]
    [InlineData("1:2:3")]
    [InlineData("1:60:00")]
    [InlineData("1:00:60")]
    [InlineData("1:00")]
    [InlineData("99999999999999 days")]
    [InlineData("1 fortnight")]
    public void Refuses(string text) => Assert.False(DurationText.TryParse(text, out _));
}
