using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Syntax;

namespace DutyRules.Expressions.Printing;

/// <summary>"等待人数超过 5 且不超过 10"</summary>
internal sealed class ChinesePrinter() : PlainPrinter(Language.Chinese)
{
    protected override string Comma => "、";

    // A space stands between Chinese and everything else but punctuation.
    protected override string Join(string left, string right) =>
        left.Length > 0 && right.Length > 0 && NeedsSpace(left[^1], right[0]) ? $"{left} {right}" : left + right;

    private string JoinAll(params ReadOnlySpan<string> parts)
    {
        var text = "";
        foreach (var part in parts)
        {
            text = Join(text, part);
        }

        return text;
    }

    private static bool NeedsSpace(char left, char right) =>
        !IsPunctuation(left) && !IsPunctuation(right) && (!IsChinese(left) || !IsChinese(right));

    private static bool IsChinese(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static bool IsPunctuation(char c) => c is '，' or '、' or '（' or '）' or '“' or '”';

    protected override string Bracket(string text) => $"（{text}）";

    protected override string Quote(string text) => $"“{text}”";

    protected override string Truth(bool truth) => truth ? "是" : "否";

    protected override string Hours(string number) => $"{number} 小时";

    protected override string Minute(string number) => $"{number} 分钟";

    protected override string Second(string number) => $"{number} 秒";

    protected override string Property(EventProperty property) => property switch
    {
        EventProperty.At => "开始时间",
        EventProperty.Until => "结束时间",
        EventProperty.Lasted => "时长",
        EventProperty.Date => "日期",
        _ => "钟点",
    };

    protected override string Of(EventRole role, string name) => role == EventRole.Trigger ? Join("触发事件的", name) : name;

    protected override string Holds(string person, string role) => JoinAll(person, "担任", role);

    protected override string PartOf(string whole, string part) => JoinAll(whole, "的", part);

    protected override string Not(Expression operand) => $"并非{Bracket(Print(operand))}";

    protected override string And(string left, string right) => $"{left}，且{Gap(right)}{right}";

    protected override string Or(string left, string right) => $"{left}，或{Gap(right)}{right}";

    private static string Gap(string next) => NeedsSpace('且', next[0]) ? " " : "";

    protected override string Choice(string condition, string then, string otherwise, ValueKind kind)
    {
        var link = kind == ValueKind.Truth ? "" : "为";
        return $"{Join("若", condition)}，{Join("则" + link, then)}，{Join("否则" + link, otherwise)}";
    }

    protected override string Call(ExpressionFunction function, IReadOnlyList<string> arguments) => function switch
    {
        ExpressionFunction.Abs => Join(arguments[0], "的绝对值"),
        ExpressionFunction.Min => JoinAll(arguments[0], "与", arguments[1], "中的较小者"),
        ExpressionFunction.Max => JoinAll(arguments[0], "与", arguments[1], "中的较大者"),
        ExpressionFunction.StartsWith => JoinAll(arguments[0], "以", arguments[1], "开头"),
        ExpressionFunction.EndsWith => JoinAll(arguments[0], "以", arguments[1], "结尾"),
        ExpressionFunction.Contains => JoinAll(arguments[0], "包含", arguments[1]),
        _ => Join(arguments[0], "的字数"),
    };

    protected override string Compare(BinaryOperator op, string left, string right, ValueKind kind) =>
        JoinAll(left, Word(op, kind), right);

    protected override string Is(string operand, Pattern pattern, ValueKind kind) => Join(operand, Phrase(pattern, kind, 0));

    private string Phrase(Pattern pattern, ValueKind kind, int loosest)
    {
        var (text, precedence) = pattern switch
        {
            ConstantPattern constant => (Join(Word(BinaryOperator.Equal, kind), Write(constant.Value)), 3),
            RelationalPattern relational => (Join(Word(relational.Operator, kind), Write(relational.Value)), 3),
            NotPattern { Operand: ConstantPattern constant } => (Join(Word(BinaryOperator.NotEqual, kind), Write(constant.Value)), 3),
            NotPattern { Operand: RelationalPattern limit } => (Join(Word(limit.Operator.Negated(), kind), Write(limit.Value)), 3),
            NotPattern not => ($"并非{Bracket(Phrase(not.Operand, kind, 0))}", 3),
            AndPattern and => (JoinAll(Phrase(and.Left, kind, 1), "且", Phrase(and.Right, kind, 1)), 1),
            OrPattern or => (JoinAll(Phrase(or.Left, kind, 0), "或", Phrase(or.Right, kind, 0)), 0),
            _ => throw new ArgumentOutOfRangeException(nameof(pattern)),
        };
        return precedence < loosest ? Bracket(text) : text;
    }

    private static string Word(BinaryOperator op, ValueKind kind) => (op, IsOnTimeLine(kind)) switch
    {
        (BinaryOperator.Equal, _) => "为",
        (BinaryOperator.NotEqual, _) => "不为",
        (BinaryOperator.Less, false) => "少于",
        (BinaryOperator.Less, true) => "早于",
        (BinaryOperator.LessOrEqual, false) => "不超过",
        (BinaryOperator.LessOrEqual, true) => "不晚于",
        (BinaryOperator.Greater, false) => "超过",
        (BinaryOperator.Greater, true) => "晚于",
        (_, false) => "不少于",
        (_, true) => "不早于",
    };
}
