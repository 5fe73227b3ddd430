using DutyRules.Diagnostics;
using DutyRules.Expressions.Binding;
using DutyRules.Policies.Reading;

namespace DutyRules.Policies.Binding;

/// <summary>Finds what was declared by its name, and says so where there is no such thing.</summary>
internal static class Declarations
{
    /// <summary>
    /// The one of <paramref name="items"/> that is called <paramref name="name"/>. When there is none that is reported, and reading goes on with
    /// the one that was probably meant, so that one misspelt name is one finding; null when there is none near.
    /// </summary>
    public static T? FindDeclared<T>(
        this FileScope file, IEnumerable<T> items, Func<T, string> nameOf, string name, SourceSpan span, DiagnosticDescriptor kind)
        where T : class
    {
        if (items.FirstOrDefault(item => nameOf(item) == name) is { } found)
        {
            return found;
        }

        if (Suggestion.Nearest(name, items.Select(nameOf)) is { } nearest)
        {
            file.ReportEdit(kind, span, nearest, name, Suggestion.Question(nearest));
            return items.First(item => nameOf(item) == nearest);
        }

        file.Report(kind, span, name, Suggestion.Question(null));
        return null;
    }

    /// <summary>Reports that a name is taken, in this file or in another.</summary>
    public static void ReportTaken(this FileScope file, SourceSpan span, string name, SourceSpan other)
    {
        if (other.File == file.Path)
        {
            file.Report(NameDiagnostics.DeclaredTwice, span, name, other.Line);
        }
        else
        {
            file.Report(OutcomeDiagnostics.DeclaredElsewhere, span, name, other.ToString());
        }
    }

    /// <summary>True for the first of a name; reports every further one.</summary>
    public static bool IsFirst(this FileScope file, IDictionary<string, SourceSpan> seen, string name, SourceSpan span)
    {
        if (seen.TryAdd(name, span))
        {
            return true;
        }

        file.Report(NameDiagnostics.DeclaredTwice, span, name, seen[name].Line);
        return false;
    }
}
