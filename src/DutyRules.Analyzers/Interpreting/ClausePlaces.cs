using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>Where clauses stand. The fluent language is told a number instead of a line for each call, so that what it finds names the call, and not only its line.</summary>
internal sealed class ClausePlaces
{
    // No file is so long: such a number in a message is one of these.
    private const int Before = 7_000_000;

    private static readonly Regex Number = new(@"\b7\d{6}\b");

    private readonly List<SyntaxNode> _calls = [];
    private readonly Dictionary<SyntaxNode, int> _numbers = [];

    public int NumberOf(SyntaxNode call)
    {
        if (!_numbers.TryGetValue(call, out int number))
        {
            _calls.Add(call);
            _numbers[call] = number = Before + _calls.Count;
        }

        return number;
    }

    /// <summary>The call of a number; null for a line of a file.</summary>
    public SyntaxNode? CallOf(int number) => number > Before && number - Before <= _calls.Count ? _calls[number - Before - 1] : null;

    /// <summary>A message with lines in the place of numbers.</summary>
    public string InLines(string message) => Number.Replace(message, found =>
        CallOf(int.Parse(found.Value, CultureInfo.InvariantCulture)) is { } call ? (ClauseOf(call).GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture) : found.Value);

    /// <summary>The name of what is called and its arguments, without what it is called on.</summary>
    public static Location ClauseOf(SyntaxNode call) => call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } }
        ? Location.Create(call.SyntaxTree, TextSpan.FromBounds(name.SpanStart, call.Span.End))
        : call.GetLocation();
}
