using DutyRules.Dsl;
using DutyRules.Policies;
using Microsoft.CodeAnalysis;

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

    /// <summary>Files that are named and not handed to the compiler.</summary>
    public List<string> MissingFiles { get; } = [];

    /// <summary>Why nobody knows which files it begins with.</summary>
    public Unknown? UnknownFiles { get; set; }

    /// <summary>The policies that are not judged, and why.</summary>
    public IEnumerable<KeyValuePair<SyntaxNode, Unknown>> Stopped => _stopped;

    public void Add(PolicyFile file)
    {
        HasVocabulary |= GivenFiles.IsVocabulary(file);
        Duties.File(file);
    }

    public void Stop(SyntaxNode policy, Unknown cause)
    {
        if (!_stopped.ContainsKey(policy))
        {
            _stopped.Add(policy, cause);
        }
    }
}
