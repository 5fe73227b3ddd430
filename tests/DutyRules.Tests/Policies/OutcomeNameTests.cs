using DutyRules.Diagnostics;
using DutyRules.Policies.Reading;
using DutyRules.Verdicts;

namespace DutyRules.Tests.Policies;

/// <summary>How a policy names what a norm came to.</summary>
public class OutcomeNameTests
{
    [Theory]
    [InlineData("answer breached", "answer", VerdictStatus.Breached)]
    [InlineData("answer kept as b", "answer", VerdictStatus.Fulfilled)]
    [InlineData("answer.otherwise excused", "answer.otherwise", VerdictStatus.Excused)]
    [InlineData("a kept kept", "a kept", VerdictStatus.Fulfilled)]
    [InlineData("答复投诉 未履行 记为 b", "答复投诉", VerdictStatus.Breached)]
    [InlineData("答复投诉未履行记为b", "答复投诉", VerdictStatus.Breached)]
    [InlineData("不得提前关闭 已违反", "不得提前关闭", VerdictStatus.Breached)]
    [InlineData("交班 无法判定", "交班", VerdictStatus.Undetermined)]
    [InlineData("交班 已取消", "交班", VerdictStatus.Void)]
    [InlineData("answer kept or void", "answer", VerdictStatus.Fulfilled, VerdictStatus.Void)]
    [InlineData("answer settled", "answer", VerdictStatus.Fulfilled, VerdictStatus.Breached, VerdictStatus.Excused)]
    [InlineData("答复投诉 已了结", "答复投诉", VerdictStatus.Fulfilled, VerdictStatus.Breached, VerdictStatus.Excused)]
    public void An_id_and_what_it_came_to(string text, string id, params VerdictStatus[] statuses)
    {
        var outcome = OutcomeName.Take(new Phrase(text, SourceSpan.None));
        Assert.Equal(id, outcome?.NormId);
        Assert.Equal(statuses, outcome?.Statuses);
    }

    [Theory]
    [InlineData("complaint-received")]
    [InlineData("complaint-received as c")]
    [InlineData("breached")]
    [InlineData("unkept")]
    [InlineData("not-kept")]
    [InlineData("answer breached twice")]
    [InlineData("answer breached or late")]
    public void Anything_else_is_none(string text)
    {
        var phrase = new Phrase(text, SourceSpan.None);
        Assert.Null(OutcomeName.Take(phrase));
        Assert.Equal(0, phrase.Position);
    }
}
