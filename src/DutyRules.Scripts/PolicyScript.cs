using System.Runtime.CompilerServices;
using DutyRules.Dsl;
using DutyRules.Policies;

namespace DutyRules.Scripts;

/// <summary>What is at hand in a script of policies: it hands them over here.</summary>
public sealed class PolicyScript
{
    private readonly Duties _duties = new();

    internal PolicyScript(IEnumerable<PolicyFile> files)
    {
        foreach (var file in files)
        {
            _duties.File(file);
        }
    }

    /// <summary>What was handed over, once the script has come to its end.</summary>
    internal IReadOnlyList<BuiltFile> Written { get; private set; } = [];

    /// <summary>A vocabulary.</summary>
    public PolicyScript Vocabulary(string name, Action<VocabularyBuilder> say, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _duties.Vocabulary(name, say, file, line);
        return this;
    }

    /// <summary>A policy. It uses the vocabulary that is declared in the script or is the only one among the files, unless it says otherwise.</summary>
    public PolicyScript Policy(string name, Action<PolicyBuilder> say, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _duties.Policy(name, say, file, line);
        return this;
    }

    // Conditions are computed now, as long as the script is there that they stand in.
    internal void Finish() => Written = _duties.Written();
}
