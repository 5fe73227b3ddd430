using System.Linq.Expressions;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Dsl.Writing;

/// <summary>The calls that conditions may hold.</summary>
internal sealed partial class ConditionWriter
{
    private static readonly string[] TextTests = [nameof(string.StartsWith), nameof(string.EndsWith), nameof(string.Contains)];

    private (string Text, int Precedence) Call(MethodCallExpression call)
    {
        var of = call.Method.DeclaringType!;
        string name = call.Method.Name;
        if (name == "get_Item" && call.Object is { } handle && typeof(Handle).IsAssignableFrom(handle.Type))
        {
            return ($"{HandleName(handle)}({string.Join(", ", Listed(call.Arguments).Select(a => Write(a)))})", Primary);
        }

        if (name is "Is" or "In" or "NotIn" && (typeof(Handle).IsAssignableFrom(of) || of == typeof(Patterns)))
        {
            var value = call.Object ?? call.Arguments[0];
            string pattern = PatternOf(call.Arguments[^1], isList: name != "Is");
            return ($"{Write(value, Relational)} is {(name == "NotIn" ? $"not ({pattern})" : pattern)}", Relational);
        }

        if (of == typeof(Words) && name == nameof(Words.Holds))
        {
            return ($"holds({Write(call.Arguments[0])}, {Write(call.Arguments[1])})", Primary);
        }

        if (of == typeof(Patterns) && name is nameof(Patterns.LocalDate) or nameof(Patterns.LocalTime))
        {
            return ($"{Write(call.Arguments[0], Primary)}.{(name == nameof(Patterns.LocalDate) ? "date" : "time")}", Primary);
        }

        if (of == typeof(Math) && name is nameof(Math.Abs) or nameof(Math.Min) or nameof(Math.Max))
        {
            return ($"Math.{name}({string.Join(", ", call.Arguments.Select(a => Write(a)))})", Primary);
        }

        if (of == typeof(string) && TextTests.Contains(name) && call is { Object: { } text, Arguments: [{ Type: var type } argument] } && type == typeof(string))
        {
            return ($"{Write(text, Primary)}.{name}({Write(argument)})", Primary);
        }

        throw Unsupported(call, $"a call of `{of.Name}.{name}`");
    }

    private static string HandleName(Expression handle) =>
        Compute(handle) is Handle found ? found.Name : throw new NotSayableException(DslDiagnostics.Failed, handle.ToString(), "it is null");

    private static IReadOnlyList<Expression> Listed(IReadOnlyList<Expression> arguments) =>
        arguments is [NewArrayExpression list] ? list.Expressions : arguments;

    // In(Kind.Gold, Kind.Silver), Is(MoreThan(5).AndAtMost(10))
    private string PatternOf(Expression pattern, bool isList)
    {
        if (Bare(pattern) is NewArrayExpression { NodeType: ExpressionType.NewArrayInit } list)
        {
            return string.Join(" or ", list.Expressions.Select(a => Write(a)));
        }

        return Compute(pattern) switch
        {
            Limits limits => limits.Pattern,
            Array { Length: > 0 } values when isList => string.Join(
                " or ", values.Cast<object?>().Select(v => Literals.InCondition(v) ?? throw new NotSayableException(DslDiagnostics.NoValue, v?.GetType().Name ?? "null", pattern.ToString()))),
            _ => throw new NotSayableException(DslDiagnostics.NoValue, pattern.Type.Name, pattern.ToString()),
        };
    }

    /// <summary>A point in time that is named with fields of the event, such as <c>On(c.Hearing).EndOfDay</c>.</summary>
    public Moment MomentOf(Expression expression) => (Moment)Compute(new FieldsAsPhrases(this).Visit(expression))!;

    /// <summary>Bounds, such as <c>AtLeast(c.Needed)</c>.</summary>
    public string LimitsOf(Expression expression) => Bare(expression) is MethodCallExpression { Method: { Name: var name } method } call && method.DeclaringType == typeof(Words)
        ? name == nameof(Words.Between) ? $"between {Write(call.Arguments[0])} and {Write(call.Arguments[1])}" : $"{DeclaredName.Kebab(name).Replace('-', ' ')} {Write(call.Arguments[0])}"
        : throw Unsupported(expression, "anything but a bound such as `AtLeast(c.Needed)`");

    /// <summary>Who is meant: the person in a field, whom an expression names, or several people.</summary>
    public YamlNode PartyOf(Expression expression, Pen pen) => Bare(expression) switch
    {
        var plain when !Reads(plain) => (Compute(expression) as Party ?? throw Unsupported(expression, "a person by name")).Node(pen),
        MethodCallExpression { Method.Name: nameof(Words.Together) } call => pen.Map(pen.Entry(Keywords.Together, pen.List(Listed(call.Arguments).Select(p => pen.Text(Write(p)))))),
        MethodCallExpression { Method.Name: nameof(Words.AtEachMoment) } call => pen.Text($"{Write(call.Arguments[0])}, {Keywords.AtEachMoment.En}"),
        var person => pen.Text(Write(person)),
    };

    /// <summary>Puts the words for a field where a point in time, a day or a person is made of it.</summary>
    private sealed class FieldsAsPhrases(ConditionWriter writer) : ExpressionVisitor
    {
        protected override Expression VisitUnary(UnaryExpression node)
        {
            if (node.NodeType == ExpressionType.Convert && Reads(node.Operand) && node.Type == typeof(Moment) && Bare(node.Operand).Type == typeof(Instant))
            {
                return Expression.Constant(new Moment(writer.Write(node.Operand)));
            }

            return node.NodeType == ExpressionType.Convert && Reads(node.Operand) && node.Type == typeof(OnDay)
                ? Expression.Constant(new OnDay(writer.Write(node.Operand)))
                : base.VisitUnary(node);
        }
    }
}
