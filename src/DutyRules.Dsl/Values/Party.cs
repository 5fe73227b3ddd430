using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;

namespace DutyRules.Dsl;

/// <summary>Who is meant: a post, each of its holders, the site, anyone; in lambdas the person in a field, or whom a state names.</summary>
public sealed record Party
{
    private readonly string[] _words;
    private readonly Keyword? _prefix;

    internal Party(Keyword? prefix, params string[] words) => (_prefix, _words) = (prefix, words);

    /// <summary>The post: any of its holders.</summary>
    public static implicit operator Party(Post post) => new(null, post.Name);

    /// <summary>The post, by the name of the role.</summary>
    public static implicit operator Party(string post) => new(null, post);

    /// <summary>The post of any of these roles.</summary>
    public static implicit operator Party(Post[] posts) => new(null, [.. posts.Select(p => p.Name)]);

    /// <summary>The person in a field of the event that opened the duty, or whom an expression names. Only in lambdas.</summary>
    public static implicit operator Party(PersonId person) => throw new InvalidOperationException("Single people have no place in a policy; write a field of the event or a state, in a lambda.");

    /// <summary>Whom a state names for the instance. Only in lambdas.</summary>
    public static implicit operator Party(State<PersonId> state) => throw new InvalidOperationException($"`{state.Name}` names a person for each duty: write it in a lambda.");

    internal YamlNode Node(Pen pen) => _words.Length == 1
        ? pen.Text(_prefix is null ? _words[0] : $"{_prefix.En} {_words[0]}")
        : _prefix is null ? pen.Names(_words) : pen.Map(pen.Entry(_prefix, pen.Names(_words)));
}
