using DutyRules.Diagnostics;

namespace DutyRules.Feeds;

/// <summary>A column of a roster of shifts.</summary>
internal enum RosterColumn
{
    Id,
    Person,
    Role,
    Site,
    Start,
    End,
    Kind,
    Issued,
    Status,
}

/// <summary>The shape of a roster of shifts.</summary>
internal static class RosterColumns
{
    public static TableShape<RosterColumn> Shape { get; } = new(
        [
            (RosterColumn.Id, new LocalizedText("id", "班次")),
            (RosterColumn.Person, new LocalizedText("person", "人员")),
            (RosterColumn.Role, new LocalizedText("role", "岗位")),
            (RosterColumn.Site, new LocalizedText("site", "网点")),
            (RosterColumn.Start, new LocalizedText("start", "开始")),
            (RosterColumn.End, new LocalizedText("end", "结束")),
            (RosterColumn.Kind, new LocalizedText("kind", "类别")),
            (RosterColumn.Issued, new LocalizedText("issued", "发布时间")),
            (RosterColumn.Status, new LocalizedText("status", "状态")),
        ],
        Needed: 7,
        RosterColumn.Site,
        RosterDiagnostics.MissingColumn,
        RosterDiagnostics.ExtraColumn);
}
