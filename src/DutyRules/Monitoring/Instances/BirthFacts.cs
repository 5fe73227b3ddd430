using System.Collections.Immutable;
using DutyRules.Monitoring.Snapshots;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Instances;

/// <summary>What was read once for an instance, at its birth.</summary>
/// <param name="Times">The number that is asked for; null: that of the norm.</param>
/// <param name="Items">The numbers that are asked for of each item; null: that of the norm. Empty: all are.</param>
/// <param name="Asked">Whether each item is asked for; null: not known. Empty: all are.</param>
/// <param name="Named">Who is named as the performer of each part.</param>
internal sealed record BirthFacts(Bound<long>? Times, ImmutableArray<Bound<long>?> Items, ImmutableArray<bool?> Asked, ImmutableArray<string?> Named)
{
    public void Write(SnapshotWriter writer)
    {
        Write(writer, Times);
        writer.Write(Items.Length);
        foreach (var item in Items)
        {
            Write(writer, item);
        }

        writer.Write(Asked.Length);
        foreach (var asked in Asked)
        {
            writer.Write(asked is { } known ? new Expressions.Maybe<bool>(known) : default);
        }

        writer.Write(Named.Length);
        foreach (var name in Named)
        {
            writer.WriteNullable(name);
        }
    }

    public static BirthFacts Read(SnapshotReader reader)
    {
        var times = ReadBound(reader);
        var items = ImmutableArray.CreateBuilder<Bound<long>?>();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            items.Add(ReadBound(reader));
        }

        var asked = ImmutableArray.CreateBuilder<bool?>();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            asked.Add(reader.ReadTruth() is { IsKnown: true, Value: var value } ? value : null);
        }

        var named = ImmutableArray.CreateBuilder<string?>();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            named.Add(reader.ReadNullableString());
        }

        return new BirthFacts(times, items.ToImmutable(), asked.ToImmutable(), named.ToImmutable());
    }

    private static void Write(SnapshotWriter writer, Bound<long>? bound)
    {
        writer.Write(bound is not null);
        if (bound is not null)
        {
            Write(writer, bound.Lower);
            Write(writer, bound.Upper);
        }
    }

    private static Bound<long>? ReadBound(SnapshotReader reader) =>
        reader.ReadBoolean() ? new Bound<long>(ReadLimit(reader), ReadLimit(reader)) : null;

    private static void Write(SnapshotWriter writer, Limit<long>? limit)
    {
        writer.Write(limit?.Value);
        writer.Write(limit is { Inclusive: true });
    }

    private static Limit<long>? ReadLimit(SnapshotReader reader) =>
        (reader.ReadNullableInt64(), reader.ReadBoolean()) is ({ } value, var inclusive) ? new Limit<long>(value, inclusive) : null;
}
