using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Feeds;

/// <summary>What the rows of a table are.</summary>
public enum RosterTableKind
{
    /// <summary>Planned shifts: <see cref="RosterCsv"/> reads them.</summary>
    Shifts,

    /// <summary>Who holds which role where: <see cref="AssignmentCsv"/> reads it.</summary>
    Assignments,
}

/// <summary>What the first row of a table tells. <see cref="Kind"/> is null when it tells nothing, which the diagnostics say.</summary>
public readonly record struct RosterTableReading(RosterTableKind? Kind, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Tells tables of shifts from tables of assignments by their first row.</summary>
public static class RosterTable
{
    /// <summary>
    /// Reads the first row; the stream is left open, somewhere. A column <c>start</c> makes it a table of shifts; without it and <c>end</c>, <c>person</c>, <c>role</c> and <c>site</c> one of assignments.
    /// </summary>
    /// <param name="stream">The file, at its beginning.</param>
    /// <param name="name">Its name, as diagnostics print it.</param>
    /// <param name="vocabulary">What the table is written in.</param>
    public static RosterTableReading Tell(Stream stream, string name, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        using var table = new Table(stream, name);
        if (table.Columns.IsEmpty)
        {
            return new RosterTableReading(null, table.Problems);
        }

        var ofShifts = table.Columns.Select(c => RosterColumns.Shape.Find(c, vocabulary)).ToHashSet();
        if (ofShifts.Contains(RosterColumn.Start))
        {
            return new RosterTableReading(RosterTableKind.Shifts, []);
        }

        // With an end and no start it is more likely a shift with a slip of the pen than somebody who holds a role for ever.
        var ofAssignments = table.Columns.Select(c => AssignmentColumns.Shape.Find(c, vocabulary)).ToHashSet();
        return !ofShifts.Contains(RosterColumn.End) && AssignmentColumns.Shape.Names.Take(AssignmentColumns.Shape.Needed).All(n => ofAssignments.Contains(n.Column))
            ? new RosterTableReading(RosterTableKind.Assignments, [])
            : new RosterTableReading(null, [AssignmentDiagnostics.NeitherShape.At(table.Row, name)]);
    }
}
