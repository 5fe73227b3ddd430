using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Dsl.Converting;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Policies;

namespace DutyRules.Dsl;

/// <summary>What came of a conversion. <see cref="Code"/> is null when there was an error.</summary>
/// <param name="Code">The body of a script in which <c>Policy</c> is that of <see cref="Duties"/>; its vocabulary stays in YAML.</param>
/// <param name="Diagnostics">What was found in the files.</param>
public sealed record ConversionResult(string? Code, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Turns policies in YAML into C# that says the same. Templates and families are written out, ladders stay ladders.</summary>
public static class Conversion
{
    /// <summary>Converts every policy among the files.</summary>
    /// <param name="files">The policies, with the vocabulary and the calendars they need.</param>
    /// <param name="includes">Which files are converted, by path; null: all.</param>
    public static ConversionResult ToCSharp(IEnumerable<PolicyFile> files, Func<string, bool>? includes = null)
    {
        var given = files.ToList();
        var loaded = PolicyLoader.Load(given);
        if (loaded.Policies is not { } set)
        {
            return new ConversionResult(null, loaded.Diagnostics);
        }

        var names = new Names(set.Vocabulary);
        var policies = PolicyGroundwork.Of(given, set.Vocabulary).Where(p => includes?.Invoke(p.File.Path) != false).Select(p => new PolicyCode(p, names).Write()).ToList();
        var code = new StringBuilder("using DutyRules.Dsl;\nusing NodaTime;\nusing static DutyRules.Dsl.Words;\n\n");
        code.Append(names.Variables() is { Length: > 0 } variables ? variables + "\n" : "").AppendJoin('\n', policies).Append('\n').Append(names.Types());
        return new ConversionResult(code.ToString(), loaded.Diagnostics);
    }

    /// <summary>Converts every policy of a set, whatever it came from, by way of the files that <see cref="PolicyWriter"/> writes of it.</summary>
    public static ConversionResult ToCSharp(PolicySet policies)
    {
        var written = PolicyWriter.ToYaml(policies);
        return written.Diagnostics.IsEmpty ? ToCSharp(written.Files) : new ConversionResult(null, written.Diagnostics);
    }

    /// <summary>What C# calls the things of a vocabulary: records of events, enums, and a class with handles of roles, states, figures and conditions, so that policies in C# need no text for a name.</summary>
    public static string ToRecords(Vocabulary vocabulary) => new RecordCode(vocabulary).Write();
}
