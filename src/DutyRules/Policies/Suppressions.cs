using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DutyRules.Diagnostics;
using DutyRules.Policies.Yaml;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Policies;

/// <summary>
/// Comments that say of a warning that it is meant so: <c># dutyrules-disable DUTY1605 until 2027-01-01: beyond ten the whole hall is closed</c>, above its line or behind it; in a script
/// they begin with <c>//</c>. Each needs a reason and a day from which on it counts no more; one that does nothing is told.
/// </summary>
internal static partial class Suppressions
{
    public static readonly DiagnosticDescriptor Incomplete = new(
        "DUTY1024", DiagnosticSeverity.Warning, "this suppression does not say {0}, so it does nothing", "此抑制没有写明{0}，因此不起作用",
        "write `# dutyrules-disable DUTY1605 until 2027-01-01: why this is meant so`", "请写 `# dutyrules-disable DUTY1605 until 2027-01-01: 为何本意如此`")
    {
        Title = new("a suppression without a finding, a day or a reason", "没有编号、期限或原因的抑制"),
    };

    public static readonly DiagnosticDescriptor Expired = new(
        "DUTY1025", DiagnosticSeverity.Warning, "the suppression of `{0}` ended on {1}", "对 `{0}` 的抑制已于 {1} 到期",
        "look at the finding again: mend it, or give a new day and a reason that holds today", "请重新处理该问题，或写明新的期限和现时有效的原因")
    {
        Title = new("a suppression that has ended", "已到期的抑制"),
    };

    public static readonly DiagnosticDescriptor Idle = new(
        "DUTY1026", DiagnosticSeverity.Warning, "`{0}` is not found here, so there is nothing to suppress", "此处没有 `{0}`，无可抑制",
        "delete the comment, or put it above the line of the finding", "请删去该注释，或移到问题所在行之上")
    {
        Title = new("a suppression of nothing", "没有对象的抑制"),
    };

    public static readonly DiagnosticDescriptor OfError = new(
        "DUTY1027", DiagnosticSeverity.Warning, "`{0}` is an error, which cannot be suppressed", "`{0}` 是错误，不能抑制", "mend it", "请改正")
    {
        Title = new("a suppression of an error", "对错误的抑制"),
    };

    /// <summary>Every kind of finding in this class.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [Incomplete, Expired, Idle, OfError];

    /// <summary>What is left of findings where comments are only heeded, not looked at.</summary>
    public static IEnumerable<Diagnostic> Left(IReadOnlyList<Diagnostic> found, IReadOnlyDictionary<string, string> texts, LocalDate today) =>
        Apply(found, texts, today, id => found.Any(d => d.Id == id && d.Severity == DiagnosticSeverity.Error)).Left.Where(found.Contains);

    /// <summary>What is left of findings, with what is wrong with the suppressions themselves, and how many were suppressed.</summary>
    /// <param name="found">All findings.</param>
    /// <param name="texts">The files that comments stand in.</param>
    /// <param name="today">The day on which this is asked.</param>
    /// <param name="isError">Whether an id is that of an error.</param>
    public static (IReadOnlyList<Diagnostic> Left, int Suppressed) Apply(IReadOnlyList<Diagnostic> found, IReadOnlyDictionary<string, string> texts, LocalDate today, Func<string, bool> isError)
    {
        var left = found.ToList();
        foreach (var (path, text) in texts.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            foreach (var comment in Comments(new SourceText(path, text)))
            {
                Apply(comment, left, today, isError);
            }
        }

        return (left, found.Count - left.Count(found.Contains));
    }

    private static void Apply(Comment comment, List<Diagnostic> left, LocalDate today, Func<string, bool> isError)
    {
        if (Missing(comment) is { } missing)
        {
            left.Add(Incomplete.At(comment.Span, missing));
        }
        else if (isError(comment.Id))
        {
            left.Add(OfError.At(comment.Span, comment.Id));
        }
        else if (comment.Until <= today)
        {
            left.Add(Expired.At(comment.Span, comment.Id, LocalDatePattern.Iso.Format(comment.Until.Value)));
        }
        else if (left.RemoveAll(d => d.Id == comment.Id && d.Span.File == comment.Span.File && d.Span.Line == comment.Line) == 0)
        {
            left.Add(Idle.At(comment.Span, comment.Id));
        }
    }

    private static LocalizedText? Missing(Comment comment) =>
        comment.Id.Length == 0 ? new("which finding is meant", "指哪一项")
        : comment.Until is null ? new("until when", "期限")
        : comment.Reason.Length == 0 ? new("why", "原因")
        : null;

    private static IEnumerable<Comment> Comments(SourceText source)
    {
        if (!source.Text.Contains("dutyrules-disable", StringComparison.Ordinal))
        {
            yield break;
        }

        for (var line = 0; line < source.LineCount; line++)
        {
            var start = source.StartOfLine(line);
            if (Form().Match(source.Text[start..source.EndOfLine(line)]) is { Success: true } found)
            {
                var alone = string.IsNullOrWhiteSpace(source.Text[start..(start + found.Index)]);
                var until = LocalDatePattern.Iso.Parse(found.Groups["until"].Value) is { Success: true } date ? date.Value : (LocalDate?)null;
                yield return new Comment(
                    found.Groups["id"].Value, until, found.Groups["why"].Value.Trim(), source.Span(start + found.Index, start + found.Index + found.Length), alone ? Below(source, line) : line + 1);
            }
        }
    }

    // The next line that is more than a comment.
    private static int Below(SourceText source, int line)
    {
        do
        {
            line++;
        }
        while (line < source.LineCount && source.Text[source.StartOfLine(line)..source.EndOfLine(line)].AsSpan().TrimStart() is [] or ['#', ..] or ['/', '/', ..]);

        return line + 1;
    }

    [GeneratedRegex(@"(?<=^|\s)(?:#|//)\s*dutyrules-disable\b(?:\s+(?<id>DUTY\d{4}))?(?:\s+until\s+(?<until>[\d-]+))?(?:\s*[:：](?<why>.*))?.*$")]
    private static partial Regex Form();

    private sealed record Comment(string Id, LocalDate? Until, string Reason, SourceSpan Span, int Line);
}
