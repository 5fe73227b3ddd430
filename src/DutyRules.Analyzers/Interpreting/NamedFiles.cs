using DutyRules.Policies;
using Microsoft.CodeAnalysis;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>The files of policies, vocabularies and calendars that the compiler is handed beside the code.</summary>
internal sealed class NamedFiles(IEnumerable<AdditionalText> texts, CancellationToken cancellation)
{
    private static readonly string[] Endings = [".vocabulary.yaml", ".calendar.yaml", ".duty.yaml"];

    private readonly List<AdditionalText> _texts = [.. texts.Where(t => Endings.Any(e => t.Path.EndsWith(e, StringComparison.OrdinalIgnoreCase)))];

    public static bool IsVocabulary(PolicyFile file) => file.Path.EndsWith(Endings[0], StringComparison.OrdinalIgnoreCase)
        || file.Text.Split('\n').Any(l => l.StartsWith("vocabulary:", StringComparison.Ordinal) || l.StartsWith("词汇表:", StringComparison.Ordinal));

    /// <summary>The file of that path, or what lies below that folder. A program names them from where it runs, which nobody knows: the end of the path has to be the same.</summary>
    public IEnumerable<PolicyFile> At(string path, string code)
    {
        string wanted = "/" + string.Join("/", Parts(path));
        var below = _texts.Where(t => ("/" + string.Join("/", Parts(t.Path)) is var full) && (full.EndsWith(wanted, StringComparison.OrdinalIgnoreCase) || full.IndexOf(wanted + "/", StringComparison.OrdinalIgnoreCase) >= 0)).ToList();
        var near = below.Where(t => Folder(t.Path) == Folder(code)).ToList();
        foreach (var text in near.Count > 0 && below.Count > 1 && Endings.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ? near : below)
        {
            if (text.GetText(cancellation) is { } content)
            {
                yield return new PolicyFile(text.Path, content.ToString());
            }
        }
    }

    private static IEnumerable<string> Parts(string path) => path.Split('/', '\\').Where(p => p.Length > 0 && p is not ("." or ".."));

    private static string Folder(string path) => string.Join("/", Parts(path).Reverse().Skip(1).Reverse());
}
