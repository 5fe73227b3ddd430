namespace DutyRules.Tests.Expressions;

public sealed class ExpressionValueTests
{
    [Theory]
    [InlineData("waiting > 5 && waiting <= 10", "yes")]
    [InlineData("waiting is > 5 and <= 10", "yes")]
    [InlineData("waiting 是 > 5 且 <= 6", "no")]
    [InlineData("waiting is not (7 or 8)", "no")]
    [InlineData("waiting is 5 or 6 or > 6 and < 8", "yes")]
    [InlineData("waiting 是 非 7 或 8", "no")]
    [InlineData("from is experts", "yes")]
    [InlineData("from == experts", "yes")]
    [InlineData("experts == from", "yes")]
    [InlineData("from is not back-office", "yes")]
    [InlineData("from is backOffice or outbound", "no")]
    [InlineData("from == \"experts\"", "yes")]
    [InlineData("from == (recorded ? experts : outbound)", "yes")]
    [InlineData("from is experts && seats is >= 2 and <= 3", "yes")]
    [InlineData("recorded", "yes")]
    [InlineData("!recorded", "no")]
    [InlineData("recorded == no", "no")]
    [InlineData("recorded == 是", "yes")]
    [InlineData("recorded is yes", "yes")]
    [InlineData("待办数 >= 4", "yes")]
    [InlineData("true || 1 == seats", "yes")]
    public void Conditions(string text, string value) => Assert.Equal(value, Sample.Evaluate(text));

    [Theory]
    [InlineData("1 + 2 * seats - 4 / 2", "5")]
    [InlineData("(1 + 2) * seats", "9")]
    [InlineData("seats - 1 - 1", "1")]
    [InlineData("-7 / seats", "-2")]
    [InlineData("-7 % seats", "-1")]
    [InlineData("- seats", "-3")]
    [InlineData("1_000 + seats", "1003")]
    [InlineData("seats * 2.5", "7.5")]
    [InlineData("seats / 2", "1")]
    [InlineData("seats * 1.0 / 2", "1.5")]
    [InlineData("share + 1", "1.5")]
    [InlineData("5m + seats", "8")]
    [InlineData("5L + seats", "8")]
    [InlineData("recorded ? seats : 0.5", "3")]
    [InlineData("Math.Max(seats, 2.5)", "3")]
    [InlineData("Math.Min(seats, waiting)", "3")]
    [InlineData("Math.Abs(seats - waiting)", "4")]
    [InlineData("note.Length", "11")]
    [InlineData("-9223372036854775808 + seats", "-9223372036854775805")]
    public void Numbers(string text, string value) => Assert.Equal(value, Sample.Evaluate(text));

    [Theory]
    [InlineData("cost + 10", "130.50")]
    [InlineData("cost - cost", "0.00")]
    [InlineData("cost * 2", "241.00")]
    [InlineData("2 * cost", "241.00")]
    [InlineData("cost * share", "60.250")]
    [InlineData("cost / 2", "60.25")]
    [InlineData("cost / cost", "1")]
    [InlineData("cost <= 120.5", "yes")]
    [InlineData("500 > cost", "yes")]
    [InlineData("cost is > 100 and <= 200", "yes")]
    [InlineData("cost <= drawer-limit", "yes")]
    [InlineData("cost <= drawerLimit", "yes")]
    [InlineData("Math.Min(cost, 100)", "100")]
    [InlineData("recorded ? cost : 0", "120.50")]
    public void Money(string text, string value) => Assert.Equal(value, Sample.Evaluate(text));

    [Theory]
    [InlineData("30 min == planned", "yes")]
    [InlineData("planned == 30.Minutes()", "yes")]
    [InlineData("planned == 1800.Seconds()", "yes")]
    [InlineData("planned == 0.5 h", "yes")]
    [InlineData("planned == 0.5m.Hours()", "yes")]
    [InlineData("planned == 30 分钟", "yes")]
    [InlineData("planned == 1800 秒", "yes")]
    [InlineData("planned < 1小时", "yes")]
    [InlineData("planned < 1 d", "yes")]
    [InlineData("1 d == 24 h && recorded", "yes")]
    [InlineData("lasted == 40 min", "yes")]
    [InlineData("lasted is >= 30 min and < 1 h", "yes")]
    [InlineData("until - at == lasted", "yes")]
    [InlineData("m.until == at + 40 min", "yes")]
    [InlineData("at - 2.5 h == c.at", "yes")]
    [InlineData("planned + 10 min == lasted", "yes")]
    [InlineData("planned - 1 h == -(30 min)", "yes")]
    [InlineData("planned - 1 h == (-30).Minutes()", "yes")]
    [InlineData("planned * 2 == 1 h", "yes")]
    [InlineData("2 * planned == 1 h", "yes")]
    [InlineData("lasted / 4 == 10 min", "yes")]
    [InlineData("time == 10:00", "yes")]
    [InlineData("time is >= 9:30 and < 10:00:01", "yes")]
    [InlineData("starts == At(23, 30)", "yes")]
    [InlineData("starts == At(23, 30, 0)", "yes")]
    [InlineData("date == Date(2026, 3, 2)", "yes")]
    [InlineData("date == day-of", "yes")]
    [InlineData("c.date < date", "no")]
    [InlineData("c.time == 7:30", "yes")]
    [InlineData("ends-at.date", "2026-03-03")]
    [InlineData("ends-at.time", "00:30:00")]
    [InlineData("(at + 14 h).date == Date(2026, 3, 3)", "yes")]
    public void Times(string text, string value) => Assert.Equal(value, Sample.Evaluate(text));

    [Theory]
    [InlineData("person == \"li\"", "yes")]
    [InlineData("person != c.person", "yes")]
    [InlineData("m.person == person", "yes")]
    [InlineData("note.StartsWith(\"two\")", "yes")]
    [InlineData("note.EndsWith(\"\\\"\")", "yes")]
    [InlineData("note.Contains(\"\\u0073eats\")", "yes")]
    [InlineData("note is \"x\" or \"two \\\"seats\\\"\"", "yes")]
    [InlineData("c.tier is vip", "yes")]
    [InlineData("post == \"p1\"", "yes")]
    public void Texts(string text, string value) => Assert.Equal(value, Sample.Evaluate(text));

    [Theory]
    [InlineData("on-duty", "yes")]
    [InlineData("onDuty", "yes")]
    [InlineData("on-duty(person)", "yes")]
    [InlineData("onDuty(c.person)", "no")]
    [InlineData("on-duty(\"zhao\")", "unknown")]
    [InlineData("at-desk", "2")]
    public void States_are_read_for_the_key_that_the_events_name(string text, string value) =>
        Assert.Equal(value, Sample.Evaluate(text));

    [Theory]
    [InlineData("case == \"x\"", "unknown")]
    [InlineData("true || @case == \"x\"", "yes")]
    [InlineData("@case == \"x\" || true", "unknown")]
    [InlineData("false && @case == \"x\"", "no")]
    [InlineData("@case == \"x\" && false", "unknown")]
    [InlineData("recorded ? seats : c.weight", "3")]
    [InlineData("recorded ? c.weight : seats", "unknown")]
    [InlineData("c.weight > 0 ? 1 : 1", "unknown")]
    [InlineData("!(c.weight > 0)", "unknown")]
    [InlineData("c.weight is > 0 or <= 0", "unknown")]
    [InlineData("seats / (seats - 3)", "unknown")]
    [InlineData("seats % (seats - 3)", "unknown")]
    [InlineData("share / (share - 0.5)", "unknown")]
    [InlineData("seats + 9223372036854775807", "unknown")]
    [InlineData("-9223372036854775806 - seats", "unknown")]
    [InlineData("seats * 9223372036854775807", "unknown")]
    [InlineData("(-9223372036854775805 - seats) / -1", "unknown")]
    [InlineData("Math.Abs(-9223372036854775805 - seats)", "unknown")]
    [InlineData("share * 79000000000000000000000000000m * 1000", "unknown")]
    [InlineData("(-9223372036854775805 - seats) % -1", "unknown")]
    [InlineData("planned * 9223372036854775807", "unknown")]
    [InlineData("planned / (seats - 3)", "unknown")]
    [InlineData("at + 100000000 h", "unknown")]
    public void Unknown_is_what_csharp_would_not_answer(string text, string value) => Assert.Equal(value, Sample.Evaluate(text));

    [Fact]
    public void Without_a_tested_event_the_bare_names_are_those_of_the_trigger()
    {
        var context = Sample.Context with { Tested = null };

        Assert.Equal("yes", Sample.Evaluate("tier is vip && time == 7:30 && c.tier is vip", context));
        Assert.Equal("no", Sample.Evaluate("on-duty", context));
    }

    [Fact]
    public void Without_a_name_the_trigger_is_called_trigger() =>
        Assert.Equal("wang", Sample.Evaluate("trigger.person", Sample.Context with { TriggerAlias = null }));

    [Fact]
    public void Many_conditions_in_a_row_are_no_nesting() =>
        Assert.Equal("yes", Sample.Evaluate(string.Join("||", Enumerable.Repeat("no", 200)) + "||recorded"));
}
