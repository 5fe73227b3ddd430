using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.Lanes;

/// <content>Snapshots.</content>
internal sealed partial class EveryFamily
{
    public override void Write(SnapshotWriter writer, LaneSite site)
    {
        var hall = _halls[site.Index];
        writer.Write(hall.Coming is not null);
        if (hall.Coming is not null)
        {
            writer.Write(hall.Coming.Span);
        }

        writer.Write(hall.Open.Count);
        foreach (var period in hall.Open)
        {
            writer.Write(period.Span);
            for (var bearer = 0; bearer < hall.Bearers.Length; bearer++)
            {
                writer.Write(period.Low[bearer]);
                writer.Write(period.High[bearer]);
                foreach (var item in EvidenceOf(period, bearer))
                {
                    writer.Write(item);
                }
            }
        }
    }

    public override void Read(SnapshotReader reader, LaneSite site)
    {
        var hall = _halls[site.Index];
        var context = site.Norm(First).Context;
        Await(site, reader.ReadBoolean() ? ComingPeriod.Of(context, reader.ReadPeriod()) : null);
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var span = reader.ReadPeriod();
            var period = Open(site, hall, ComingPeriod.Of(context, span)!);
            for (var bearer = 0; bearer < hall.Bearers.Length; bearer++)
            {
                period.Low[bearer] = reader.ReadInt32();
                period.High[bearer] = reader.ReadInt32();
                for (var i = 0; i < Math.Min(period.Low[bearer], MostKept); i++)
                {
                    period.Evidence[(bearer * MostKept) + i] = reader.ReadRecord();
                }
            }
        }
    }

    /// <summary>Before a snapshot is read: nothing is awaited.</summary>
    public override void Clear() => _timers.Clear();
}
