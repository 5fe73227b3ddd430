using System.Runtime.CompilerServices;
using DutyRules.Diagnostics;
using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using DutyRules.Policies.Families;
using DutyRules.Policies.Yaml;

namespace DutyRules.Dsl;

/// <summary>
/// Policies in C#, beside files or by themselves: <c>Duties.With("hall.vocabulary.yaml").Policy("hall/day", p =&gt; ...).Load()</c>. They are checked exactly as policies in files are. Not thread safe.
/// </summary>
public sealed class Duties
{
    private readonly List<PolicyFile> _files = [];
    private readonly List<Diagnostic> _problems = [];
    private readonly List<Func<BuiltFile>> _built = [];
    private readonly List<string> _vocabularies = [];

    /// <summary>Begins with nothing.</summary>
    public Duties()
    {
    }

    /// <summary>Begins with the files, and the vocabularies, calendars and policies below the folders.</summary>
    public static Duties With(params IEnumerable<string> paths)
    {
        string[] given = [.. paths];
        var duties = new Duties();
        var found = PolicyFiles.Find(given);
        duties._problems.AddRange(found.Problems);
        duties._files.AddRange(NestedVocabularies.LeaveAlone(found.Files, given));
        return duties;
    }

    /// <summary>Adds a file that was read already.</summary>
    public Duties File(PolicyFile file)
    {
        _files.Add(file);
        return this;
    }

    /// <summary>A vocabulary.</summary>
    public Duties Vocabulary(string name, Action<VocabularyBuilder> say, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(say);
        var draft = Begun(Keywords.Vocabulary, name, file, line);
        var vocabulary = new VocabularyBuilder(draft);
        say(vocabulary);
        _vocabularies.Add(name);
        _built.Add(() => new BuiltFile(file, vocabulary.Written(), draft.Key.Span, [.. draft.Findings]));
        return this;
    }

    /// <summary>A policy. Where there is one vocabulary, it uses that, unless it says otherwise.</summary>
    public Duties Policy(string name, Action<PolicyBuilder> say, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(say);
        var draft = Begun(Keywords.Policy, name, file, line);
        var policy = new PolicyBuilder(draft);
        say(policy);
        _built.Add(() =>
        {
            if (!draft.Has(Keywords.Uses) && OnlyVocabulary() is { } used)
            {
                draft.Set(Keywords.Uses, pen => pen.Text(used), file, line);
            }

            return new BuiltFile(file, policy.Written(), draft.Key.Span, [.. draft.Findings]);
        });
        return this;
    }

    /// <summary>Reads all of it as one policy set.</summary>
    public LoadResult Load()
    {
        var result = PolicyLoader.Load(_files, Written(), VocabularyChanges.None);
        return _problems.Count == 0 ? result : result with { Policies = null, Diagnostics = [.. _problems, .. result.Diagnostics] };
    }

    /// <summary>What was said in C#, as files of YAML: the same norms, word for word.</summary>
    public IEnumerable<PolicyFile> ToYaml() => Written().Select(b =>
    {
        string kind = b.Root.Entries[0].Key.Text == Keywords.Vocabulary.En ? "vocabulary" : "duty";
        return new PolicyFile($"{((YamlScalar)b.Root.Entries[0].Value).Text.Replace('/', '-')}.{kind}.yaml", YamlWriter.Write(b.Root));
    });

    /// <summary>What was said in C#, none of it waiting to be computed any more.</summary>
    internal IReadOnlyList<BuiltFile> Written() => [.. _built.Select(b => b())];

    private static Draft Begun(Keyword kind, string name, string file, int line)
    {
        var draft = Draft.Of(name, [], file, line);
        draft.Set(kind, pen => pen.Text(name), file, line);
        return draft;
    }

    // What a policy uses goes without saying where there is only one.
    private string? OnlyVocabulary()
    {
        var names = _files.Select(f => YamlReader.Read(new SourceText(f.Path, f.Text), new DiagnosticBag()) as YamlMapping)
            .Select(root => root?.Find(Keywords.Vocabulary)?.Value).OfType<YamlScalar>().Select(name => name.Text.Trim())
            .Concat(_vocabularies).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 1 ? names[0] : null;
    }
}
