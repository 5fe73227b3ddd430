namespace DutyRules.Dsl;

/// <summary>A role of the vocabulary: a post that people hold.</summary>
public sealed class Post(string name) : Handle(name)
{
    /// <summary>A role of the vocabulary, by its name.</summary>
    public static implicit operator Post(string name) => new(name);
}
