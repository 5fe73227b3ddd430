namespace DutyRules.Dsl;

/// <summary>Something that the vocabulary or a policy declares, by its name.</summary>
public abstract class Handle
{
    private protected Handle(string name) => Name = name;

    /// <summary>The name, as policies write it.</summary>
    public string Name { get; }

    /// <inheritdoc />
    public override string ToString() => Name;

    private protected static InvalidOperationException OnlyInConditions(string name) =>
        new($"`{name}` has a value only while events are judged: it can be read in the conditions of policies, which are lambdas.");
}
