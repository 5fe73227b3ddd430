using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Tests.Expressions.Oracle;
using NodaTime;

namespace DutyRules.Tests.Expressions;

public sealed class ExpressionCostTests
{
    [Theory]
    [InlineData("waiting is > 5 and <= 10 && desk is front && recorded")]
    [InlineData("count * 2 + 1 >= peak-load && cost <= drawer-limit && note == \"a\"")]
    [InlineData("lasted >= 30 min && at - c.at > 5 min && time < 23:30 && starts is >= 7:40")]
    public void A_condition_allocates_nothing(string text)
    {
        var condition = ExpressionCompiler.CompileCondition(Sample.Bind(text, OracleVocabulary.Context));
        var scope = new OracleScope(Event(OracleVocabulary.Tested), Event(OracleVocabulary.Trigger), Value.Integer(7), [], null);
        Evaluate(condition, scope, 100);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Evaluate(condition, scope, 1000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("1+", "1")]
    [InlineData("1-", "1")]
    [InlineData("!", "recorded")]
    [InlineData("(", "recorded")]
    [InlineData("yes||", "no")]
    [InlineData("seats is 1 or ", "2")]
    [InlineData("seats.", "x")]
    [InlineData("seats<", "1")]
    public void The_longest_expressions_need_little_stack(string part, string end)
    {
        var text = string.Concat(Enumerable.Repeat(part, (ExpressionBinder.LongestText - end.Length) / part.Length)) + end;
        var thread = new Thread(
            () =>
            {
                var bag = new DiagnosticBag();
                if (ExpressionBinder.Bind(text, SourceSpan.None, Sample.Context, null, bag) is { } expression)
                {
                    ExpressionCompiler.Evaluate(expression, Sample.Monday());
                    ExpressionPrinter.ToCSharp(expression);
                    ExpressionPrinter.ToText(expression, Language.Chinese);
                }
            },
            maxStackSize: 512 * 1024);
        thread.Start();

        Assert.True(thread.Join(TimeSpan.FromSeconds(10)));
    }

    private static void Evaluate(Func<IEvaluationScope, Maybe<bool>> condition, OracleScope scope, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.True(condition(scope).IsKnown);
        }
    }

    private static EventRecord Event(EventType type) => new()
    {
        Id = "e",
        Type = type,
        At = Instant.FromUtc(2026, 3, 2, 2, 0),
        Until = Instant.FromUtc(2026, 3, 2, 2, 40),
        Fields = [.. type.Fields.Select(f => (Value?)(f.Type.Kind switch
        {
            ValueKind.Choice => Value.Choice("front"),
            ValueKind.Integer => Value.Integer(20),
            ValueKind.Text => Value.Text("a"),
            ValueKind.Truth => Value.Truth(true),
            ValueKind.Money => Value.Money(20),
            ValueKind.Time => Value.Time(new LocalTime(8, 0)),
            _ => null,
        }))],
    };
}
