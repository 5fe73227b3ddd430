using DutyRules.Diagnostics;
using DutyRules.Expressions;

namespace DutyRules.Tests.Expressions;

public sealed class ExpressionPrinterTests
{
    [Theory]
    [InlineData("waiting is > 5 and <= 10", "waiting is > 5 and <= 10")]
    [InlineData("waiting 是 非 (3 或 > 5) 且 < 20", "waiting is not (3 or > 5) and < 20")]
    [InlineData("from is experts", "from is \"experts\"")]
    [InlineData("cost <= drawer-limit", "cost <= drawerLimit")]
    [InlineData("cost <= 500", "cost <= 500m")]
    [InlineData("share > 5.50", "share > 5.50m")]
    [InlineData("1 + 2 > seats", "1L + 2L > seats")]
    [InlineData("case is \"a\\\"b\"", "@case is \"a\\\"b\"")]
    [InlineData("lasted is >= 30 min and < 2 h", "lasted >= 30.Minutes() && lasted < 2.Hours()")]
    [InlineData("lasted - 90 s > -5 s", "lasted - 90.Seconds() > -5.Seconds()")]
    [InlineData("time < 7:40", "time < At(7, 40)")]
    [InlineData("date == Date(2026, 3, 2)", "date == Date(2026, 3, 2)")]
    [InlineData("on-duty && on-duty(c.person)", "onDuty(person) && onDuty(c.person)")]
    [InlineData("(seats - 1) - (waiting - 2)", "seats - 1 - (waiting - 2)")]
    [InlineData("recorded == no || yes", "recorded == false || true")]
    [InlineData("seats is 2.5", "seats == 2.5m")]
    [InlineData("!holds(c.person, store-manager)", "!Holds(c.person, \"store-manager\")")]
    [InlineData("担任(person, storeManager)", "Holds(person, \"store-manager\")")]
    [InlineData("Holds(person, \"store-manager\")", "Holds(person, \"store-manager\")")]
    public void As_CSharp(string text, string expected) =>
        Assert.Equal(expected, ExpressionPrinter.ToCSharp(Sample.Bind(text), "c"));

    [Theory]
    [InlineData("waiting is > 5 and <= 10", "waiting is more than 5 and at most 10", "等待人数超过 5 且不超过 10")]
    [InlineData("from is experts or outbound", "from is experts or outbound", "from 为 experts 或为 outbound")]
    [InlineData("waiting is not 5 and not > 9", "waiting is not 5 and not more than 9", "等待人数不为 5 且不超过 9")]
    [InlineData("lasted >= 30 min", "duration is at least 30 min", "时长不少于 30 分钟")]
    [InlineData("c.time is >= 7:40 and < 12:00:01", "the trigger's time of day is not before 07:40 and before 12:00:01", "触发事件的钟点不早于 07:40 且早于 12:00:01")]
    [InlineData("cost <= drawer-limit", "cost is at most drawer-limit (500)", "cost 不超过 drawer-limit（500）")]
    [InlineData("on-duty", "on duty", "在岗")]
    [InlineData("!on-duty(c.person)", "not on duty (the trigger's person)", "并非（在岗（触发事件的 person））")]
    [InlineData("recorded && waiting > 5", "recorded and waiting is more than 5", "recorded，且等待人数超过 5")]
    [InlineData(
        "recorded && from is experts or outbound || seats == 2",
        "(recorded and (from is experts or outbound)) or seats is 2",
        "（recorded，且（from 为 experts 或为 outbound）），或 seats 为 2")]
    [InlineData("note.StartsWith(\"a\")", "note starts with \"a\"", "note 以“a”开头")]
    [InlineData("(seats + 1) * 2 != waiting", "(seats + 1) × 2 is not waiting", "（seats + 1） × 2 不为等待人数")]
    [InlineData("Math.Max(seats, 2) - 1 > 0", "(the larger of seats and 2) - 1 is more than 0", "（seats 与 2 中的较大者） - 1 超过 0")]
    [InlineData("ends-at.date > date", "the date of ends-at is after date", "ends-at 的日期晚于日期")]
    [InlineData("recorded ? seats : 5", "if recorded then seats, otherwise 5", "若 recorded，则为 seats，否则为 5")]
    [InlineData("recorded == no", "recorded is no", "recorded 为否")]
    [InlineData("holds(c.person, store-manager) && recorded", "the trigger's person holds the role of store manager and recorded", "触发事件的 person 担任店长，且 recorded")]
    [InlineData("!holds(person, store-manager)", "not (person holds the role of store manager)", "并非（person 担任店长）")]
    public void In_words(string text, string english, string chinese)
    {
        var expression = Sample.Bind(text);

        Assert.Equal(english, ExpressionPrinter.ToText(expression, Language.English));
        Assert.Equal(chinese, ExpressionPrinter.ToText(expression, Language.Chinese));
    }
}
