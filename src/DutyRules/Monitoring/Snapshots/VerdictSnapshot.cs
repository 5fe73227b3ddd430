using System.Collections.Immutable;
using DutyRules.Monitoring.Instances;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Monitoring.Snapshots;

/// <summary>Writes and reads outcomes within a snapshot.</summary>
internal static class VerdictSnapshot
{
    public static void Write(SnapshotWriter writer, Outcome outcome)
    {
        var verdict = outcome.Verdict;
        writer.Write(verdict.Instance.Key);
        writer.Write(verdict.Instance.Anchor);
        writer.Write((int)verdict.Status);
        writer.Write((int)verdict.Reason);
        writer.Write(Ticks.Of(verdict.Opens));
        writer.Write(Ticks.Of(verdict.Due));
        writer.Write(verdict.DueInclusive);
        writer.Write(Ticks.Of(verdict.DecidedAt));
        writer.Write(Ticks.Of(verdict.Cut));
        writer.Write(verdict.People);
        writer.Write(verdict.Performers);
        writer.Write(verdict.Liable);
        writer.Write(verdict.Evidence);
        writer.Write(verdict.Counted);
        writer.Write(verdict.Slack is { } slack ? Ticks.Of(slack) : null);
        writer.Write(verdict.Share is { } share ? Events.Value.Number(share) : null);
        writer.Write(verdict.Total is { } total ? Ticks.Of(total) : null);
        writer.Write(verdict.Measured);
        writer.Write(verdict.Needed);
        writer.Write(verdict.Charges.Length);
        foreach (var charge in verdict.Charges)
        {
            writer.Write(charge.Person);
            writer.Write(charge.Points);
        }

        writer.WriteNullable(verdict.Calendar);
        writer.Write(outcome.Trigger);
    }

    public static Outcome Read(SnapshotReader reader, Norm norm, string partition)
    {
        var verdict = new Verdict
        {
            Norm = norm,
            Partition = partition,
            Instance = new InstanceId(norm.Id, norm.Revision, reader.ReadKeyParts(), reader.ReadString()),
            Status = (VerdictStatus)reader.ReadInt32(),
            Reason = (ReasonCode)reader.ReadInt32(),
            Opens = Ticks.ToInstant(reader.ReadInt64()),
            Due = Ticks.ToInstant(reader.ReadInt64()),
            DueInclusive = reader.ReadBoolean(),
            DecidedAt = Ticks.ToInstant(reader.ReadInt64()),
            Cut = Ticks.ToInstant(reader.ReadInt64()),
            People = Names(reader),
            Performers = Names(reader),
            Liable = Names(reader),
            Evidence = Names(reader),
            Counted = reader.ReadNullableInt64(),
            Slack = reader.ReadNullableInt64() is { } slack ? Duration.FromTicks(slack) : null,
            Share = reader.ReadValue()?.AsNumber,
            Total = reader.ReadNullableInt64() is { } total ? Duration.FromTicks(total) : null,
            Measured = reader.ReadValue(),
            Needed = reader.ReadNullableInt64(),
            Charges = Charges(reader),
            Calendar = reader.ReadNullableString(),
        };
        return new Outcome(verdict, reader.ReadEvent());
    }

    private static ImmutableArray<Charge> Charges(SnapshotReader reader)
    {
        var charges = ImmutableArray.CreateBuilder<Charge>();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            charges.Add(new Charge(reader.ReadString(), reader.ReadInt64()));
        }

        return charges.ToImmutable();
    }

    private static ImmutableArray<string> Names(SnapshotReader reader) => [.. reader.ReadStrings()];
}
