using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Tests.Expressions;

/// <summary>What is said about expressions that are wrong. Columns count from the start of the expression.</summary>
public sealed class ExpressionFindingTests
{
    [Theory]
    [InlineData("wating > 5", 0, 6, "no field, state or parameter `wating`; did you mean `waiting`?", "waiting")]
    [InlineData("5 < waiting && zzz > 3", 15, 3, "no field, state or parameter `zzz`", null)]
    [InlineData("c.persn == person", 2, 5, "`complaint-received` has no field `persn`; did you mean `person`?", "person")]
    [InlineData("c.site == person", 2, 4, "`complaint-received` has no field `site`", null)]
    [InlineData("tier is vip", 0, 4, "`tier` is a field of the event that opened this; write `c.tier`", "c.tier")]
    [InlineData("c == 5", 0, 1, "`c` is an event, not a value", null)]
    [InlineData("waiting-seats > 3", 0, 13, "no field, state or parameter `waiting-seats`; to subtract, write `waiting - seats`", "waiting - seats")]
    [InlineData("seats-1 > 3", 0, 7, "no field, state or parameter `seats-1`; to subtract, write `seats - 1`", "seats - 1")]
    [InlineData("promptly > 5 min", 0, 8, "parameter `promptly` has no value", null)]
    [InlineData("note == hello", 8, 5, "no field, state or parameter `hello`; a text stands in quotes: `\"hello\"`", "\"hello\"")]
    [InlineData("from == expert", 8, 6, "`expert` is not one of `experts`, `outbound`, `back-office`; did you mean `experts`?", "experts")]
    [InlineData("from == \"x\"", 8, 3, "`x` is not one of `experts`, `outbound`, `back-office`", null)]
    [InlineData("from is experts or nobody", 19, 6, "`nobody` is not one of `experts`, `outbound`, `back-office`", null)]
    [InlineData("frm == experts", 0, 3, "no field, state or parameter `frm`; did you mean `from`?", "from")]
    [InlineData("per-hall > 3", 0, 8, "`per-hall` is kept for each `hall`, and nothing here says which `hall`", null)]
    public void Names(string text, int column, int length, string message, string? edit) => Check(text, column, length, message, edit);

    [Theory]
    [InlineData("waiting > 30 min", 0, 16, "`waiting` is a whole number and `30 min` is a duration; they cannot be compared")]
    [InlineData("person == from", 0, 14, "`person` is a person and `from` is one of a list of words; they cannot be compared")]
    [InlineData("note == from", 0, 12, "`note` is a text and `from` is one of a list of words; they cannot be compared")]
    [InlineData("person == case", 0, 14, "`person` is a person and `case` is a case; they cannot be compared")]
    [InlineData("from == c.tier", 0, 14, "`from` is one of a list of words and `c.tier` is one of a list of words; they cannot be compared")]
    [InlineData("cost <= seats", 0, 13, "`cost` is an amount of money and `seats` is a whole number; they cannot be compared")]
    [InlineData("cost <= share", 0, 13, "`cost` is an amount of money and `share` is a number; they cannot be compared")]
    [InlineData("at > 7:40", 0, 9, "`at` is a point in time and `7:40` is a time of day; they cannot be compared")]
    [InlineData("date == at", 0, 10, "`date` is a date and `at` is a point in time; they cannot be compared")]
    [InlineData("seats is > 30 min", 11, 6, "`seats` is a whole number and `30 min` is a duration; they cannot be compared")]
    [InlineData("from > experts", 0, 4, "`>` needs values that have an order, but `from` is one of a list of words")]
    [InlineData("note is > \"a\"", 0, 4, "`>` needs values that have an order, but `note` is a text")]
    [InlineData("recorded && seats", 12, 5, "`seats` is a whole number, but a yes or no is needed here")]
    [InlineData("seats ? 1 : 2", 0, 5, "`seats` is a whole number, but a yes or no is needed here")]
    [InlineData("!seats", 0, 6, "`!` cannot be used on `seats`, which is a whole number")]
    [InlineData("-note", 0, 5, "`-` cannot be used on `note`, which is a text")]
    [InlineData("planned + seats", 0, 15, "`+` cannot be used on `planned`, a duration, and `seats`, a whole number")]
    [InlineData("planned * 0.5", 0, 13, "`*` cannot be used on `planned`, a duration, and `0.5`, a number")]
    [InlineData("cost * cost", 0, 11, "`*` cannot be used on `cost`, an amount of money, and `cost`, an amount of money")]
    [InlineData("at + at", 0, 7, "`+` cannot be used on `at`, a point in time, and `at`, a point in time")]
    [InlineData("recorded ? 5 : planned", 0, 22, "`5` is a whole number and `planned` is a duration; both sides of `:` must be of one kind")]
    [InlineData("on-duty(seats)", 8, 5, "`seats` is a whole number, but a person is needed here")]
    [InlineData("on-duty(1, 2)", 0, 13, "`on-duty` takes 1 value in its brackets, not 2")]
    [InlineData("At(3) < time", 0, 5, "`At` takes 2 or 3 values in its brackets, not 1")]
    [InlineData("At(seats, 3) < time", 3, 5, "`At` takes whole numbers, and `seats` is none")]
    [InlineData("seats.Length > 2", 6, 6, "`seats`, a whole number, has no `.Length`")]
    [InlineData("Math.Abs(note) > 2", 9, 4, "`note` is a text, but a number is needed here")]
    [InlineData("Math.Min(cost, seats) > 2", 15, 5, "`seats` is a whole number, but an amount of money is needed here")]
    [InlineData("Math.Sqrt(seats) > 2", 0, 9, "`Math.Sqrt` is not a function, a state or a table")]
    [InlineData("holds(note, store-manager)", 6, 4, "`note` is a text, but a person is needed here")]
    [InlineData("holds(person)", 0, 13, "`holds` takes 2 values in its brackets, not 1")]
    [InlineData("holds(person, clerk)", 14, 5, "no role `clerk` in the vocabulary")]
    [InlineData("holds(person, guest)", 14, 5, "who holds `guest` is only seen in events, so it cannot be asked of a moment")]
    [InlineData("seats(3) > 2", 0, 5, "`seats` is not a function, a state or a table")]
    public void Types(string text, int column, int length, string message) => Check(text, column, length, message, null);

    [Theory]
    [InlineData("waiting = 5", 8, 1, "write `==` instead of `=`", "==")]
    [InlineData("waiting <> 5", 8, 2, "write `!=` instead of `<>`", "!=")]
    [InlineData("waiting => 5", 8, 2, "write `>=` instead of `=>`", ">=")]
    [InlineData("waiting ≤ 5", 8, 1, "write `<=` instead of `≤`", "<=")]
    [InlineData("recorded & recorded", 9, 1, "write `&&` instead of `&`", "&&")]
    [InlineData("note == 'two'", 8, 5, "write `\"two\"` instead of `'two'`", "\"two\"")]
    [InlineData("date < 2026-03-02", 7, 10, "write `Date(2026, 3, 2)` instead of `2026-03-02`", "Date(2026, 3, 2)")]
    [InlineData("seats > (recorded ? 1:20)", 20, 4, "write `1 : 20` instead of `1:20`", "1 : 20")]
    [InlineData("waiting ＞ 5", 8, 1, "`＞` is full-width; write `>`", ">")]
    [InlineData("waiting ＞＝ 5", 8, 2, "`＞＝` is full-width; write `>=`", ">=")]
    [InlineData("waiting > ５０", 10, 2, "`５０` is full-width; write `50`", "50")]
    [InlineData("time == 7：40", 8, 4, "`7：40` is full-width; write `7:40`", "7:40")]
    [InlineData("note == “two”", 8, 5, "`“two”` is full-width; write `\"two\"`", "\"two\"")]
    [InlineData("Math.Max(seats，waiting) > 5", 14, 1, "`，` is full-width; write `,`", ",")]
    [InlineData("5 < waiting <= 10", 0, 17, "two comparisons cannot be chained; write `waiting is > 5 and <= 10`", "waiting is > 5 and <= 10")]
    [InlineData("1 h >= lasted > 5 min", 0, 21, "two comparisons cannot be chained; write `lasted is <= 1 h and > 5 min`", "lasted is <= 1 h and > 5 min")]
    [InlineData("peak > waiting > seats", 0, 22, "two comparisons cannot be chained; write `peak > waiting && waiting > seats`", "peak > waiting && waiting > seats")]
    [InlineData("waiting > 5 and seats < 3", 12, 3, "`and` belongs after `is`; write `&&` here", "&&")]
    [InlineData("waiting > 5 或 seats < 3", 12, 1, "`或` belongs after `is`; write `||` here", "||")]
    [InlineData("not recorded", 0, 3, "`not` belongs after `is`; write `!` here", "!")]
    [InlineData("waiting is > 5 and seats < 3", 15, 3, "`and` belongs after `is`; write `&&` here", "&&")]
    [InlineData("from is experts or not recorded", 16, 2, "`or` belongs after `is`; write `||` here", "||")]
    public void What_can_be_mended_comes_with_an_edit(string text, int column, int length, string message, string edit) =>
        Check(text, column, length, message, edit);

    [Theory]
    [InlineData("", 0, 1, "a value is missing at the end")]
    [InlineData("seats > ", 8, 1, "a value is missing at the end")]
    [InlineData("> 5", 0, 1, "a value is missing before `>`")]
    [InlineData("share > 5.", 10, 1, "a value is missing after `.`")]
    [InlineData("seats 5", 6, 1, "an operator is missing before `5`")]
    [InlineData("待办数 不 5", 4, 1, "an operator is missing before `不`")]
    [InlineData("seats > 5 )", 10, 1, "`)` cannot stand here")]
    [InlineData("--seats > 1", 1, 1, "`-` cannot stand here")]
    [InlineData("(seats > 5", 0, 1, "this `(` is never closed")]
    [InlineData("note == \"abc", 8, 1, "this `\"` is never closed")]
    [InlineData("note == \"a\\qb\"", 10, 2, "`\\q` is not an escape in a text")]
    [InlineData("recorded ? 5", 12, 1, "expected `:` but found the end")]
    [InlineData("seats > 5 # 3", 10, 1, "`#` has no meaning in a condition")]
    [InlineData("note is not null", 12, 4, "`null` is not used in conditions")]
    [InlineData("share > 1e5", 8, 3, "`1e5` is not a number")]
    [InlineData("99999999999999999999 > seats", 0, 20, "`99999999999999999999` has too many digits")]
    [InlineData("share > 1.00000000000000000000000000001", 8, 31, "`1.00000000000000000000000000001` has too many digits")]
    [InlineData("planned > 3 days", 12, 4, "`days` is counted on the calendar and has no fixed length")]
    [InlineData("planned > 3 天", 12, 1, "`天` is counted on the calendar and has no fixed length")]
    [InlineData("planned > 3.Days()", 12, 4, "`Days` is counted on the calendar and has no fixed length")]
    [InlineData("planned > 3 furlongs", 12, 8, "`furlongs` is not a unit of time")]
    [InlineData("planned > 0.00000001 s", 10, 12, "`0.00000001 s` is too long or too fine")]
    [InlineData("planned > 9999999999 h", 10, 12, "`9999999999 h` is too long or too fine")]
    [InlineData("time < 24:00", 7, 5, "`24:00` does not exist")]
    [InlineData("date == Date(2026, 2, 30)", 8, 17, "`Date(2026, 2, 30)` does not exist")]
    [InlineData("waiting is > peak", 13, 4, "after `is` only fixed values can stand, and `peak` is none")]
    [InlineData("waiting is > 5 and < 3", 0, 22, "`waiting is > 5 and < 3` can never be true")]
    [InlineData("waiting is > 5 and < 6", 0, 22, "`waiting is > 5 and < 6` can never be true")]
    [InlineData("time is < 0:00", 0, 14, "`time is < 0:00` can never be true")]
    [InlineData("from is experts and outbound", 0, 28, "`from is experts and outbound` can never be true")]
    [InlineData("seats / 0 > 1", 0, 9, "`seats / 0` has no result")]
    [InlineData("share % (3 - 3) > 1", 0, 15, "`share % (3 - 3)` has no result")]
    [InlineData("9223372036854775807 + 1 > seats", 0, 23, "`9223372036854775807 + 1` has no result")]
    public void What_cannot_be_read_or_cannot_be_meant(string text, int column, int length, string message) =>
        Check(text, column, length, message, null);

    [Fact]
    public void All_words_of_a_field_say_that_one_is_recorded() => Assert.Empty(Sample.Findings("from is experts or outbound or back-office"));

    [Theory]
    [InlineData("5 > 3", "`5 > 3` compares two fixed values")]
    [InlineData("waiting is > 5 or <= 5", "`waiting is > 5 or <= 5` is always true")]
    [InlineData("share is < 0.5 or > 0.5 or 0.5", "`share is < 0.5 or > 0.5 or 0.5` is always true")]
    [InlineData("seats / waiting > 0.5", "`seats / waiting` divides whole numbers and drops the fraction")]
    public void Warnings_leave_a_condition_usable(string text, string message)
    {
        var finding = Assert.Single(Sample.Findings(text));

        Assert.Equal((DiagnosticSeverity.Warning, message), (finding.Severity, finding.Message.En));
    }

    [Theory]
    [InlineData("wating > 5", "没有名为 `wating` 的字段、状态或参数；是否应为 `waiting`？")]
    [InlineData("waiting > 30 分钟", "`waiting` 是整数，`30 分钟` 是一段时长，两者不能比较")]
    [InlineData("waiting ＞ 5", "`＞` 是全角字符，请改为 `>`")]
    public void Findings_are_said_in_Chinese_too(string text, string message) =>
        Assert.Equal(message, Assert.Single(Sample.Findings(text)).Message.Zh);

    [Fact]
    public void Several_mistakes_are_found_at_once() => Assert.Equal(
        [
            "write `==` instead of `=`",
            "no field, state or parameter `wating`; did you mean `waiting`?",
            "`person` is a person and `5` is a whole number; they cannot be compared",
        ],
        Sample.Findings("seats = 5 && (wating > 3 || person == 5)").Select(f => f.Message.En));

    [Fact]
    public void A_finding_points_into_the_file()
    {
        var finding = Assert.Single(Sample.Findings("seats > 5 && wating < 3"));

        Assert.Equal(new SourceSpan("p.yaml", 3, 23, 3, 29), finding.Span);
        Assert.Equal(finding.Span, finding.Edit!.Span);
    }

    [Fact]
    public void The_needed_type_is_checked()
    {
        Assert.Equal(
            "`seats` is a whole number, but a yes or no is needed here",
            Assert.Single(Sample.Findings("seats", expected: FieldType.Truth)).Message.En);
        Assert.Empty(Sample.Findings("seats", expected: FieldType.Number));
        Assert.Empty(Sample.Findings("500", expected: FieldType.Money));
        Assert.Empty(Sample.Findings("vip", expected: FieldType.Choice("vip", "regular")));
    }

    [Fact]
    public void Length_and_nesting_are_limited()
    {
        string Nested(int depth) => $"{new string('(', depth)}recorded{new string(')', depth)}";

        Assert.Empty(Sample.Findings(Nested(64)));
        Assert.Equal("the condition is nested more than 64 deep", Assert.Single(Sample.Findings(Nested(65))).Message.En);
        Assert.Single(Sample.Findings(new string('!', 1999) + "x"));
        Assert.Single(Sample.Findings($"waiting is {string.Concat(Enumerable.Repeat("not ", 400))}5"));
        Assert.Single(Sample.Findings($"seats == {string.Concat(Enumerable.Repeat("recorded ? 1 : ", 100))}2"));
        Assert.Equal(
            "more than 256 operators follow one another",
            Assert.Single(Sample.Findings(string.Join('+', Enumerable.Repeat("seats", 300)))).Message.En);
        Assert.Equal(
            "the condition is longer than 2000 characters", Assert.Single(Sample.Findings(new string('x', 2001))).Message.En);
    }

    [Fact]
    public void Every_kind_of_finding_is_listed_once_and_has_both_languages()
    {
        var all = ExpressionDiagnostics.All.ToList();
        var declared = typeof(ExpressionDiagnostics).GetFields().Select(f => (DiagnosticDescriptor)f.GetValue(null)!);

        Assert.Equal(declared, all);
        Assert.Equal(all.Count, all.Select(d => d.Id).Distinct().Count());
        Assert.All(all, d => Assert.Equal(d.HelpEn.Length == 0, d.HelpZh.Length == 0));
        Assert.All(all, d => Assert.False(d.En.EndsWith('.') || d.Zh.EndsWith('。') || char.IsUpper(d.En[0])));
    }

    [Fact]
    public void Holding_a_role_is_asked_of_an_event_only()
    {
        var finding = Assert.Single(Sample.Findings("holds(person, store-manager)", Sample.Context with { Roles = [] }));
        Assert.Equal("DUTY2061", finding.Id);
    }

    private static void Check(string text, int column, int length, string message, string? edit)
    {
        var finding = Assert.Single(Sample.Findings(text));

        Assert.Equal(
            (10 + column, length, message, edit),
            (finding.Span.Column, finding.Span.EndColumn - finding.Span.Column, finding.Message.En, finding.Edit?.NewText));
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
    }
}
