using CsCheck;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using NodaTime;

namespace DutyRules.Tests.Expressions.Oracle;

/// <summary>
/// The C# compiler as judge: what an expression prints as, run as a script over getters that throw where a value is unknown, has
/// the value that the library computes, and throws exactly where the library says unknown.
/// </summary>
public sealed class ExpressionOracleTests
{
    private const int Batches = 8;
    private const int BatchSize = 300;
    private const int ScopesEach = 6;

    // What C# would not compile either: there is nothing to compare.
    private static readonly string[] Refusals = [ExpressionDiagnostics.NeverTrue.Id, ExpressionDiagnostics.NoResult.Id];

    private static readonly ScriptOptions Options = ScriptOptions.Default
        .WithReferences(typeof(ExpressionOracleTests).Assembly, typeof(Duration).Assembly, typeof(Value).Assembly)
        .WithImports("System", "NodaTime", "DutyRules.Tests.Expressions.Oracle")
        .WithCheckOverflow(true);

    private static readonly Gen<(Expression[] Expressions, OracleScope[] Scopes)> Cases = Gen.Select(
        new ExpressionGenerator().Any(4).Array[BatchSize], ScopeGenerator.Scope.Array[ScopesEach]);

    [Fact]
    public void Expressions_mean_what_they_mean_in_csharp()
    {
        var (compared, known, unknown) = (0, 0, 0);
        Cases.Sample(
            batch =>
            {
                var usable = batch.Expressions.Select(ReadBack).OfType<Expression>().ToList();
                var functions = Compile(usable, out var globals);
                foreach (var (expression, function) in usable.Zip(functions))
                {
                    compared++;
                    var compiled = ExpressionCompiler.Compile(expression);
                    foreach (var scope in batch.Scopes)
                    {
                        globals.Scope = scope;
                        var expected = RunScript(function, expression.Type.Kind);
                        var actual = compiled(scope);
                        Assert.True(
                            expected == actual,
                            $"{ExpressionPrinter.ToCSharp(expression, "c")}\nC#: {Show(expected)}\nDutyRules: {Show(actual)}\n{scope}");
                        known += actual is null ? 0 : 1;
                        unknown += actual is null ? 1 : 0;
                    }
                }
            },
            iter: Batches,
            threads: 1);

        Assert.True(compared >= 2000, $"only {compared} expressions were compared");
        Assert.True(Math.Min(known, unknown) > (known + unknown) / 10, $"{known} known and {unknown} unknown values say little");
    }

    [Fact]
    public void What_is_printed_reads_back_as_the_same() =>
        new ExpressionGenerator().Any(5).Sample(
            expression =>
            {
                if (ReadBack(expression) is { } again)
                {
                    Assert.Equal(ExpressionPrinter.ToCSharp(expression, "c"), ExpressionPrinter.ToCSharp(again, "c"));
                    Assert.Equal(expression.Type.Kind, again.Type.Kind);
                }
            },
            iter: 2000,
            threads: 1);

    [Fact]
    public void Every_expression_has_words() =>
        new ExpressionGenerator().Any(4).Sample(
            expression =>
            {
                Assert.NotEmpty(ExpressionPrinter.ToText(expression, Language.English));
                Assert.NotEmpty(ExpressionPrinter.ToText(expression, Language.Chinese));
            },
            iter: 500,
            threads: 1);

    // Reading back is part of what is judged: the value is that of the text, not of the generated tree.
    private static Expression? ReadBack(Expression expression)
    {
        var text = ExpressionPrinter.ToCSharp(expression, "c");
        var bag = new DiagnosticBag();
        var again = ExpressionBinder.Bind(text, SourceSpan.None, OracleVocabulary.Context, expression.Type, bag);
        if (text.Length > ExpressionBinder.LongestText)
        {
            return null;
        }

        Assert.True(again is not null || bag.Items.All(d => d.Severity != DiagnosticSeverity.Error || Refusals.Contains(d.Id)), $"{text}\n{string.Join('\n', bag.Items)}");
        return again;
    }

    private static Func<object>[] Compile(IEnumerable<Expression> expressions, out OracleGlobals globals)
    {
        var lines = expressions.Select(e => $"() => ({TypeName(e.Type.Kind)})({ExpressionPrinter.ToCSharp(e, "c")}),").ToList();
        var script = CSharpScript.Create<Func<object>[]>(
            $"new Func<object>[] {{\n{string.Join('\n', lines)} }}", Options, typeof(OracleGlobals));
        var refused = script.Compile().FirstOrDefault(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        Assert.True(refused is null, $"{refused}\n{lines.ElementAtOrDefault((refused?.Location.GetLineSpan().StartLinePosition.Line ?? 1) - 1)}");
        globals = new OracleGlobals();
        return script.RunAsync(globals).GetAwaiter().GetResult().ReturnValue;
    }

    private static string TypeName(ValueKind kind) => kind switch
    {
        ValueKind.Integer => "long",
        ValueKind.Number or ValueKind.Money => "decimal",
        _ => "object",
    };

    private static Value? RunScript(Func<object> function, ValueKind kind)
    {
        try
        {
            return function() switch
            {
                string text => kind == ValueKind.Choice ? Value.Choice(text) : Value.Text(text),
                decimal number => kind == ValueKind.Money ? Value.Money(number) : Value.Number(number),
                long number => Value.Integer(number),
                bool truth => Value.Truth(truth),
                Duration duration => Value.Duration(duration),
                Moment moment => Value.Instant(moment.Instant),
                LocalDate date => Value.Date(date),
                LocalTime time => Value.Time(time),
                var other => throw new InvalidOperationException($"{other.GetType()}"),
            };
        }
        catch (Exception exception) when (exception is UnknownException or ArithmeticException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static string Show(Value? value) => value?.ToString() ?? "unknown";
}
