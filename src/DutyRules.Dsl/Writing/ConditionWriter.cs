using System.Collections.ObjectModel;
using System.Linq.Expressions;
using System.Reflection;
using DutyRules.Expressions.Binding;
using NodaTime;

namespace DutyRules.Dsl.Writing;

/// <summary>Writes an expression tree of C# as an expression of the language. What reads neither events nor what is declared is computed once.</summary>
/// <param name="parameters">The parameters of the lambda.</param>
/// <param name="tested">The one whose fields stand alone, by position; negative: none. All others are the event that opened the duty.</param>
internal sealed partial class ConditionWriter(ReadOnlyCollection<ParameterExpression> parameters, int tested)
{
    private const int Conditional = 0;
    private const int Or = 1;
    private const int And = 2;
    private const int Equality = 3;
    private const int Relational = 4;
    private const int Additive = 5;
    private const int Multiplicative = 6;
    private const int Unary = 7;
    private const int Primary = 8;

    private static readonly Dictionary<ExpressionType, (string Sign, int Precedence)> Signs = new()
    {
        [ExpressionType.OrElse] = ("||", Or), [ExpressionType.AndAlso] = ("&&", And),
        [ExpressionType.Equal] = ("==", Equality), [ExpressionType.NotEqual] = ("!=", Equality),
        [ExpressionType.LessThan] = ("<", Relational), [ExpressionType.LessThanOrEqual] = ("<=", Relational),
        [ExpressionType.GreaterThan] = (">", Relational), [ExpressionType.GreaterThanOrEqual] = (">=", Relational),
        [ExpressionType.Add] = ("+", Additive), [ExpressionType.Subtract] = ("-", Additive),
        [ExpressionType.AddChecked] = ("+", Additive), [ExpressionType.SubtractChecked] = ("-", Additive),
        [ExpressionType.Multiply] = ("*", Multiplicative), [ExpressionType.MultiplyChecked] = ("*", Multiplicative),
        [ExpressionType.Divide] = ("/", Multiplicative), [ExpressionType.Modulo] = ("%", Multiplicative),
    };

    /// <summary>True once the event that opened the duty was read.</summary>
    public bool ReadsTrigger { get; private set; }

    /// <summary>The text of an expression.</summary>
    public string Write(Expression expression) => Write(expression, Conditional);

    /// <summary>The name of the field that a lambda such as <c>c =&gt; c.Person</c> reads.</summary>
    public static string FieldOf(LambdaExpression lambda) => FieldName(lambda.Body) ?? throw new NotSayableException(DslDiagnostics.FieldNeeded, lambda.Body.ToString());

    /// <summary>The names of the fields that <c>c =&gt; c.Complaint</c> or <c>c =&gt; new { c.Complaint, c.Site }</c> reads.</summary>
    public static IEnumerable<string> FieldsOf(LambdaExpression lambda) =>
        Bare(lambda.Body) is NewExpression many
            ? many.Arguments.Select(a => FieldName(a) ?? throw new NotSayableException(DslDiagnostics.FieldNeeded, a.ToString()))
            : [FieldOf(lambda)];

    /// <summary>What an expression comes to that reads no event and nothing that is declared.</summary>
    public static object? Compute(Expression expression)
    {
        try
        {
            return Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)();
        }
        catch (Exception problem) when (problem is not NotSayableException)
        {
            var cause = problem is TargetInvocationException { InnerException: { } inner } ? inner : problem;
            throw new NotSayableException(DslDiagnostics.Failed, expression.ToString(), cause.Message);
        }
    }

    /// <summary>The expression without the conversions around it.</summary>
    public static Expression Bare(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.Quote } conversion ? Bare(conversion.Operand)
        : expression;

    private string Write(Expression expression, int loosest)
    {
        var (text, precedence) = WriteBare(Bare(expression));
        return precedence < loosest ? $"({text})" : text;
    }

    private (string Text, int Precedence) WriteBare(Expression expression)
    {
        if (typeof(Handle).IsAssignableFrom(expression.Type))
        {
            return (Named(expression), Primary);
        }

        if (!Reads(expression))
        {
            var value = Compute(expression);
            return Literals.InCondition(value) is { } literal
                ? (literal, literal.StartsWith('-') ? Unary : Primary)
                : throw new NotSayableException(DslDiagnostics.NoValue, expression.Type.Name, expression.ToString());
        }

        return expression switch
        {
            MemberExpression member => (Member(member), Primary),
            UnaryExpression { NodeType: ExpressionType.Not } not => ($"!{Write(not.Operand, Unary)}", Unary),
            UnaryExpression { NodeType: ExpressionType.Negate or ExpressionType.NegateChecked } minus => ($"-{Write(minus.Operand, Unary)}", Unary),
            BinaryExpression binary => Binary(binary),
            ConditionalExpression choice => ($"{Write(choice.Test, Or)} ? {Write(choice.IfTrue, Or)} : {Write(choice.IfFalse, Conditional)}", Conditional),
            MethodCallExpression call => Call(call),
            _ => throw Unsupported(expression, Construct(expression)),
        };
    }

    private (string Text, int Precedence) Binary(BinaryExpression binary)
    {
        if (!Signs.TryGetValue(binary.NodeType, out var sign))
        {
            throw Unsupported(binary, binary.NodeType is ExpressionType.Or or ExpressionType.And or ExpressionType.ExclusiveOr ? "a bitwise operator" : $"the operator {binary.NodeType}");
        }

        if (binary.NodeType == ExpressionType.Add && (binary.Left.Type == typeof(string) || binary.Right.Type == typeof(string)))
        {
            throw Unsupported(binary, "joining texts");
        }

        // The compiler compares words of an enum as numbers.
        var word = EnumOf(binary.Left) ?? EnumOf(binary.Right);
        string Side(Expression side, int loosest) => word is not null && !Reads(side) && Compute(side) is { } value
            ? Literals.InCondition(Enum.ToObject(word, value))! : Write(side, loosest);

        bool isComparison = sign.Precedence is Equality or Relational;
        return ($"{Side(binary.Left, isComparison ? sign.Precedence + 1 : sign.Precedence)} {sign.Sign} {Side(binary.Right, sign.Precedence + 1)}", sign.Precedence);
    }

    private static Type? EnumOf(Expression side) =>
        side.Type.IsEnum ? side.Type : side is UnaryExpression { NodeType: ExpressionType.Convert } conversion ? EnumOf(conversion.Operand) : null;

    private string Member(MemberExpression member)
    {
        if (member.Expression is ParameterExpression parameter)
        {
            return Prefix(parameter) + NameOf(member.Member);
        }

        // c.AnswerBy.Value of a field that may be missing, and waiting.Value
        if (member is { Expression: { } inner, Member.Name: "Value" } && (Nullable.GetUnderlyingType(inner.Type) is not null || typeof(Handle).IsAssignableFrom(inner.Type)))
        {
            return Write(inner, Primary);
        }

        return member switch
        {
            { Expression: { } text, Member.Name: "Length" } when text.Type == typeof(string) => $"{Write(text, Primary)}.Length",
            _ => throw Unsupported(member, $"`.{member.Member.Name}`"),
        };
    }

    private string Prefix(ParameterExpression parameter)
    {
        int position = parameters.IndexOf(parameter);
        if (position == tested)
        {
            return "";
        }

        ReadsTrigger = true;
        return Pen.Trigger + ".";
    }

    private static string? FieldName(Expression expression) =>
        Bare(expression) is MemberExpression { Expression: ParameterExpression } member ? NameOf(member.Member) : null;

    private static string NameOf(MemberInfo member) =>
        member.DeclaringType == typeof(Happening) ? member.Name.ToLowerInvariant() : DeclaredName.Of(member);

    // A handle in a field or a variable: its own name. Beside a field of the same name the empty brackets say that the state is meant.
    private string Named(Expression expression)
    {
        if (Compute(expression) is not Handle handle)
        {
            throw new NotSayableException(DslDiagnostics.Failed, expression.ToString(), "it is null");
        }

        bool isHidden = parameters.Any(p => p.Type.GetProperties().Any(f => f.DeclaringType != typeof(Happening) && DeclaredName.Of(f) == handle.Name));
        return isHidden && handle.GetType().Name.StartsWith("State", StringComparison.Ordinal) ? $"{handle.Name}()" : handle.Name;
    }

    // Whether something in it is known only while events are judged.
    private static bool Reads(Expression expression)
    {
        var search = new Search();
        search.Visit(expression);
        return search.Found;
    }

    private static NotSayableException Unsupported(Expression expression, string construct) => new(DslDiagnostics.Unsupported, construct, expression.ToString());

    private static string Construct(Expression expression) => expression switch
    {
        ParameterExpression => "the event as a whole",
        NewExpression or MemberInitExpression => "`new`",
        NewArrayExpression => "an array",
        LambdaExpression => "a lambda",
        InvocationExpression => "the call of a delegate",
        TypeBinaryExpression => "a test of types",
        IndexExpression => "an index",
        UnaryExpression unary => $"the operator {unary.NodeType}",
        _ => $"{expression.NodeType}",
    };

    private sealed class Search : ExpressionVisitor
    {
        public bool Found { get; private set; }

        public override Expression? Visit(Expression? node)
        {
            Found |= node is ParameterExpression || (node is not null && typeof(Handle).IsAssignableFrom(node.Type))
                || (node is MethodCallExpression { Method: { Name: nameof(Words.Holds) } method } && method.DeclaringType == typeof(Words));
            return Found ? node : base.Visit(node);
        }
    }
}
