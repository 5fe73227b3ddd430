using DutyRules.Dsl.Writing;

namespace DutyRules.Dsl;

/// <summary>At least, at most, more than, less than, exactly, between.</summary>
public sealed record Limits
{
    internal Limits(string text, string pattern) => (Text, Pattern) = (text, pattern);

    /// <summary>As clauses write it: <c>at least 2</c>.</summary>
    internal string Text { get; }

    /// <summary>As conditions write it: <c>&gt;= 2</c>.</summary>
    internal string Pattern { get; }

    /// <summary>And at most so much.</summary>
    public Limits AndAtMost(Figure most) => And("at most", "<=", most);

    /// <summary>And less than so much.</summary>
    public Limits AndLessThan(Figure more) => And("less than", "<", more);

    private Limits And(string words, string sign, Figure figure) => new($"{Text} and {words} {figure.Text}", $"{Pattern} and {sign} {figure.Text}");
}
