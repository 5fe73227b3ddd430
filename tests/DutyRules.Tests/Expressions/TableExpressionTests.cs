using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;

namespace DutyRules.Tests.Expressions;

/// <summary>Figures of tables, and who holds a role, in expressions.</summary>
public sealed class TableExpressionTests
{
    private static readonly Table Rates = new(
        "rate-of", new LocalizedText("rate", "费率"), [FieldType.Choice("vip", "regular"), FieldType.Integer], FieldType.Number,
        [Row("vip", 0, 5, 0.5m), Row("vip", 5, null, 0.75m), Row("regular", null, null, null)]);

    private static readonly Role Lead = new("lead", new LocalizedText("team lead", "组长"));

    [Theory]
    [InlineData("vip", 4, "0.5")]
    [InlineData("vip", 5, "0.75")]
    [InlineData("vip", -1, "unknown")]
    [InlineData("regular", 4, "unknown")]
    [InlineData(null, 4, "unknown")]
    public void A_figure_is_found_by_its_keys(string? tier, int seats, string expected)
    {
        Expression key = tier is null
            ? new FieldExpression(EventRole.Trigger, Sample.SeatsMoved.FindField("note")!, default)
            : new LiteralExpression(Value.Choice(tier), Rates.Keys[0], default);
        var scope = Sample.Monday();
        scope.Trigger = tier is null ? null : scope.Trigger;
        Assert.Equal(expected, ExpressionCompiler.Evaluate(RateOf(key, seats), scope)?.ToString() ?? "unknown");
    }

    [Fact]
    public void A_table_is_written_like_a_function()
    {
        var rate = RateOf(Field(EventRole.Trigger, Sample.ComplaintReceived, "tier"), 4);
        Assert.Equal("rateOf(c.tier, 4L)", ExpressionPrinter.ToCSharp(rate, "c"));
        Assert.Equal("rate (the trigger's tier, 4)", ExpressionPrinter.ToText(rate, Language.English));
        Assert.Equal("费率（触发事件的 tier、4）", ExpressionPrinter.ToText(rate, Language.Chinese));
    }

    [Fact]
    public void A_person_holds_a_role()
    {
        var wang = new HoldsExpression(Field(EventRole.Trigger, Sample.ComplaintReceived, "person"), Lead, default);
        var li = new HoldsExpression(Field(EventRole.Tested, Sample.SeatsMoved, "person"), Lead, default);
        Assert.Equal(Value.Truth(true), ExpressionCompiler.Evaluate(wang, Sample.Monday()));
        Assert.Equal(Value.Truth(false), ExpressionCompiler.Evaluate(li, Sample.Monday()));
        Assert.Null(ExpressionCompiler.Evaluate(li with { Role = Lead with { Name = "clerk" } }, Sample.Monday()));
        Assert.Equal("Holds(c.person, \"lead\")", ExpressionPrinter.ToCSharp(wang, "c"));
        Assert.Equal("the trigger's person holds the role of team lead", ExpressionPrinter.ToText(wang, Language.English));
        Assert.Equal("触发事件的 person 担任组长", ExpressionPrinter.ToText(wang, Language.Chinese));
    }

    private static TableExpression RateOf(Expression tier, long seats) =>
        new(Rates, [tier, new LiteralExpression(Value.Integer(seats), FieldType.Integer, default)], default);

    private static FieldExpression Field(EventRole role, EventType type, string name) => new(role, type.FindField(name)!, default);

    private static TableRow Row(string tier, long? from, long? to, decimal? rate) => new(
        [new TableCell(Value.Choice(tier), Value.Choice(tier)), new TableCell(Of(from), Of(to), ToInclusive: false)], rate is { } known ? Value.Number(known) : null);

    private static Value? Of(long? number) => number is { } known ? Value.Integer(known) : null;
}
