using DutyRules.Dsl;
using DutyRules.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>What was said to one <see cref="Duties"/>, and what could not be followed of it.</summary>
/// <param name="duties">What collects it.</param>
/// <param name="begun">Where it begins.</param>
internal sealed class FollowedDuties(Duties duties, SyntaxNode begun)
{
    private readonly Dictionary<SyntaxNode, Unknown> _stopped = [];

    public Duties Duties { get; } = duties;

    public SyntaxNode Begun { get; } = begun;

    public bool IsLoaded { get; set; }

    public bool HasVocabulary { get; set; }

    /// <summary>The calls that say a policy or a vocabulary.</summary>
    public HashSet<SyntaxNode> Policies { get; } = [];

    /// <summary>True where nothing more can be known of the words that its policies use.</summary>
    public bool IsWhole => MissingFiles.Count == 0 && UnknownFiles is null && (HasVocabulary || IsLoaded);

    /// <summary>Files that are named and not handed to the compiler.</summary>
    public List<string> MissingFiles { get; } = [];

    /// <summary>Why nobody knows which files or vocabularies it has.</summary>
    public Unknown? UnknownFiles { get; set; }

    /// <summary>The policies that are not judged, and why.</summary>
    public IEnumerable<KeyValuePair<SyntaxNode, Unknown>> Stopped => _stopped;

    public void Add(PolicyFile file)
    {
        HasVocabulary |= GivenFiles.IsVocabulary(file);
        Duties.File(file);
    }

    /// <summary>A policy, a vocabulary or a file that could not be followed.</summary>
    public void Miss(IInvocationOperation call, Unknown cause)
    {
        if (call.TargetMethod.Name == nameof(Duties.Policy))
        {
            Stop(call.Syntax, cause);
        }
        else
        {
            UnknownFiles ??= cause;
        }
    }

    public void Stop(SyntaxNode policy, Unknown cause)
    {
        if (!_stopped.ContainsKey(policy))
        {
            _stopped.Add(policy, cause);
        }
    }
}
