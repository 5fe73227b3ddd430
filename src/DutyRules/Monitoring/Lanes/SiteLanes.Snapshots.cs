using DutyRules.Monitoring.Snapshots;

namespace DutyRules.Monitoring.Lanes;

/// <content>Snapshots.</content>
internal sealed partial class SiteLanes
{
    public void Write(SnapshotWriter writer, LaneSite site)
    {
        writer.Write(site.Names);
        foreach (var state in States)
        {
            state.Write(writer, site);
        }

        foreach (var family in Families)
        {
            family.Write(writer, site);
        }
    }

    public void Read(SnapshotReader reader, LaneSite site)
    {
        foreach (var name in reader.ReadStrings())
        {
            site.NumberOf(name);
        }

        foreach (var state in States)
        {
            state.Read(reader, site);
        }

        foreach (var family in Families)
        {
            family.Read(reader, site);
        }
    }
}
