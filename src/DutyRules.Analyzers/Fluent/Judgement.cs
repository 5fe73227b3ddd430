using DutyRules.Analyzers.Interpreting;
using DutyRules.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Finding = DutyRules.Diagnostics.Diagnostic;

namespace DutyRules.Analyzers.Fluent;

/// <summary>What is wrong with policies that were followed, each with its place in the code.</summary>
internal static class Judgement
{
    /// <summary>All that is found, in the order in which it was said.</summary>
    public static IEnumerable<(Finding Finding, Location Place)> Of(Interpreter interpreter)
    {
        foreach (var followed in interpreter.Begun)
        {
            foreach (var found in Gaps(followed).Concat(Found(followed, interpreter.Places)))
            {
                yield return found;
            }
        }

        foreach (var lost in interpreter.Lost)
        {
            yield return NotJudged(lost.Key, lost.Value);
        }
    }

    private static IEnumerable<(Finding, Location)> Gaps(FollowedDuties followed)
    {
        foreach (string path in followed.MissingFiles)
        {
            yield return (FluentDiagnostics.FileNotGiven.At(SourceSpan.None, path), Places.ClauseOf(followed.Begun));
        }

        foreach (var stopped in followed.Stopped)
        {
            yield return NotJudged(stopped.Key, stopped.Value);
        }

        if (followed.UnknownFiles is { } cause)
        {
            yield return NotJudged(followed.Begun, cause);
        }
    }

    private static (Finding, Location) NotJudged(SyntaxNode what, Unknown cause) =>
        (FluentDiagnostics.NotJudged.At(SourceSpan.None, Named(what), Shortened(cause.Where.ToString()), cause.Why), cause.Where.SyntaxTree == what.SyntaxTree ? cause.Where.GetLocation() : Places.ClauseOf(what));

    private static IEnumerable<(Finding, Location)> Found(FollowedDuties followed, Places places)
    {
        var findings = followed.IsWhole ? followed.Duties.Load().Diagnostics.Where(d => !followed.Stopped.Any() || !DependsOnOthers(d)) : followed.Duties.Written().SelectMany(b => b.Findings);
        foreach (var finding in findings)
        {
            // What is wrong with a file is said of the file.
            if (places.CallOf(finding.Span.Line) is { } call)
            {
                yield return (finding with { Message = InLines(finding.Message, places)!, Help = InLines(finding.Help, places) }, Places.ClauseOf(call));
            }
            else if (finding.Span == SourceSpan.None)
            {
                yield return (finding, Places.ClauseOf(followed.Begun));
            }
        }
    }

    // Said of what another policy may declare, which was not followed.
    private static bool DependsOnOthers(Finding finding) => OfOthers.Contains(finding.Id);

    private static readonly HashSet<string> OfOthers = ["DUTY1605", "DUTY1671", "DUTY1672", "DUTY1694", "DUTY1803", "DUTY1854", "DUTY1864"];

    private static LocalizedText? InLines(LocalizedText? text, Places places) => text is null ? null : new(places.InLines(text.En), places.InLines(text.Zh));

    /// <summary>A call without the body of the lambda that it is handed.</summary>
    public static string Named(SyntaxNode call) => call is InvocationExpressionSyntax { Expression: var called, ArgumentList.Arguments: [var first, ..] arguments }
        ? $"{(called as MemberAccessExpressionSyntax)?.Name ?? called}({first}{(arguments.Count > 1 ? ", …" : "")})"
        : Shortened(call.ToString());

    private static string Shortened(string code) => code.Split('\n') is { Length: > 1 } lines ? lines[0].TrimEnd() + " …" : code;
}
