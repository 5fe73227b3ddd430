using DutyRules.Diagnostics;

namespace DutyRules.Feeds;

/// <summary>A column of a table of assignments.</summary>
internal enum AssignmentColumn
{
    Person,
    Role,
    Site,
    From,
    To,
}

/// <summary>The shape of a table of assignments.</summary>
internal static class AssignmentColumns
{
    public static TableShape<AssignmentColumn> Shape { get; } = new(
        [
            (AssignmentColumn.Person, new LocalizedText("person", "人员")),
            (AssignmentColumn.Role, new LocalizedText("role", "岗位")),
            (AssignmentColumn.Site, new LocalizedText("site", "网点")),
            (AssignmentColumn.From, new LocalizedText("from", "自")),
            (AssignmentColumn.To, new LocalizedText("to", "至")),
        ],
        Needed: 3,
        AssignmentColumn.Site,
        AssignmentDiagnostics.MissingColumn,
        AssignmentDiagnostics.ExtraColumn);
}
