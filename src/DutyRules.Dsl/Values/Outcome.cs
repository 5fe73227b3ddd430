using DutyRules.Policies;

namespace DutyRules.Dsl;

/// <summary>What a norm came to, as something that happens: <c>answered.Breached</c>, <c>Outcome("on-site").Kept</c>.</summary>
public record Outcome
{
    internal Outcome(string norm, params Keyword[] statuses) => (Norm, Statuses) = (norm, statuses);

    internal string Norm { get; }

    internal Keyword[] Statuses { get; }

    internal string Text => $"{Norm} {string.Join(" or ", Statuses.Select(s => s.En))}";

    /// <summary>One or the other, of the same norm.</summary>
    public Outcome Or(Outcome other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new Outcome(Norm, [.. Statuses, .. other.Statuses]);
    }
}

/// <summary>What a norm came to that an event opened.</summary>
/// <typeparam name="T">The event.</typeparam>
public sealed record Outcome<T> : Outcome
    where T : Happening
{
    internal Outcome(string norm, params Keyword[] statuses)
        : base(norm, statuses)
    {
    }

    /// <summary>One or the other, of the same norm.</summary>
    public Outcome<T> Or(Outcome<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new Outcome<T>(Norm, [.. Statuses, .. other.Statuses]);
    }
}

/// <summary>A norm of any policy, by its id, so that others can listen to what it came to.</summary>
public sealed class NormName
{
    private readonly string _id;

    internal NormName(string id) => _id = id;

    /// <summary>It was kept.</summary>
    public Outcome Kept => new(_id, Keywords.Kept);

    /// <summary>It was breached.</summary>
    public Outcome Breached => new(_id, Keywords.Breached);

    /// <summary>It was excused.</summary>
    public Outcome Excused => new(_id, Keywords.Excused);

    /// <summary>It became void.</summary>
    public Outcome Void => new(_id, Keywords.Void);

    /// <summary>It cannot be judged.</summary>
    public Outcome Undetermined => new(_id, Keywords.Undetermined);

    /// <summary>It was kept, breached or excused.</summary>
    public Outcome Settled => new(_id, Keywords.Settled);
}

/// <summary>A norm of any policy that an event opened, by its id, so that others can listen to what it came to.</summary>
/// <typeparam name="T">The event.</typeparam>
public sealed class NormName<T>
    where T : Happening
{
    private readonly string _id;

    internal NormName(string id) => _id = id;

    /// <summary>It was kept.</summary>
    public Outcome<T> Kept => new(_id, Keywords.Kept);

    /// <summary>It was breached.</summary>
    public Outcome<T> Breached => new(_id, Keywords.Breached);

    /// <summary>It was excused.</summary>
    public Outcome<T> Excused => new(_id, Keywords.Excused);

    /// <summary>It became void.</summary>
    public Outcome<T> Void => new(_id, Keywords.Void);

    /// <summary>It cannot be judged.</summary>
    public Outcome<T> Undetermined => new(_id, Keywords.Undetermined);

    /// <summary>It was kept, breached or excused.</summary>
    public Outcome<T> Settled => new(_id, Keywords.Settled);
}
