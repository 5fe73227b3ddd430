using DutyRules.Events;
using NodaTime;

namespace DutyRules.Tests.Events;

public sealed class InstantTextTests
{
    [Theory]
    [InlineData("9999-12-31T23:59:59Z", InstantReading.Read)]
    [InlineData("9999-12-31T23:59:59+08:00", InstantReading.Read)]
    [InlineData("9999-12-31T23:59:59-08:00", InstantReading.NotATime)]
    [InlineData("-9998-01-01T00:00:00-08:00", InstantReading.Read)]
    [InlineData("-9998-01-01T00:00:00+08:00", InstantReading.NotATime)]
    public void At_the_ends_of_all_time_some_hours_are_none(string text, InstantReading expected) => Assert.Equal(expected, InstantText.Parse(text, out _));

    [Theory]
    [InlineData("Asia/Shanghai", true)]
    [InlineData("America/Los_Angeles", false)]
    public void So_are_local_ones(string zone, bool expected) => Assert.Equal(expected, InstantText.TryParse("9999-12-31T23:59:59", DateTimeZoneProviders.Tzdb[zone], out _));
}
