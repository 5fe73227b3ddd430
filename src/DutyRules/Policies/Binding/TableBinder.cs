using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Binding;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>tables</c>: figures by one key or two.</summary>
/// <param name="file">The file.</param>
/// <param name="events">What keys may be fields of.</param>
/// <param name="sites">What keys that are sites may be.</param>
/// <param name="parameters">What may stand in a cell.</param>
/// <param name="changes">Figures from elsewhere.</param>
internal sealed class TableBinder(
    FileScope file, ImmutableArray<EventType> events, ImmutableArray<string> sites, ImmutableArray<Parameter> parameters, VocabularyChanges changes)
{
    private static readonly ImmutableArray<Keyword> TableKeys = [Keywords.Title, Keywords.Of, Keywords.Is, Keywords.Rows];

    public ImmutableArray<Table> Bind(YamlNode? node) => [.. file.Named(node).Select(t => Bind(t.Name, t.Key, t.Value)).OfType<Table>()];

    private Table? Bind(string name, YamlScalar key, YamlNode node)
    {
        var keyed = KeyedNode.Read(node, TableKeys, file, key.Span);
        var title = file.Localized(keyed[Keywords.Title], key.Span) ?? LocalizedText.Same(name);
        var keys = new TableKeys(file, events).Read(keyed.Need(Keywords.Of, file), keyed.KeyOf(Keywords.Of)?.Span ?? key.Span);
        var figure = Figure.Read(keyed.Need(Keywords.Is, file), file, keyed.KeyOf(Keywords.Is)?.Span ?? key.Span);
        if (keyed.Need(Keywords.Rows, file) is not { } rows || keys.IsEmpty || figure is null)
        {
            return null;
        }

        var read = new List<TableRow>();
        Rows(rows, keyed.KeyOf(Keywords.Rows)!.Span, new Level(name, keys, []) { Changed = changes.Rows(name) }, figure, read);
        return read.Count == 0 ? null : new Table(name, title, keys, figure.Type, [.. read], key.Span) { IsShare = figure.IsShare };
    }

    // The rows of a table of two keys stand within the rows of the first.
    private void Rows(YamlNode node, SourceSpan place, Level level, Figure figure, List<TableRow> rows)
    {
        if (node is not YamlMapping { Entries.IsEmpty: false } mapping)
        {
            if (node is not YamlScalar { IsFaulty: true })
            {
                file.Report(TableDiagnostics.RowsNeeded, node is YamlScalar { IsEmpty: true } ? place : node.Span, level.Table);
            }

            return;
        }

        ReportUnknown(mapping, level);
        var type = level.Keys[level.Above.Length];
        var found = new List<FoundCell>();
        foreach (var entry in mapping.Entries.Where(e => !e.Key.IsFaulty && e.Key.Text.Length > 0))
        {
            var cells = new TableCells(file, sites).Read(entry.Key, type);
            found.AddRange(cells.Select(cell => new FoundCell(cell, entry.Key.Span)));
            foreach (var cell in cells)
            {
                var below = level with { Above = level.Above.Add(cell), Changed = level.Changed?.Of(entry.Key) };
                if (below.Above.Length < level.Keys.Length)
                {
                    Rows(entry.Value, entry.Key.Span, below, figure, rows);
                }
                else
                {
                    rows.Add(new TableRow(below.Above, Cell(entry.Value, below, figure), entry.Key.Span));
                }
            }
        }

        // Where a row could not be read, what it would have covered is not known.
        bool isWhole = !mapping.IsDamaged && mapping.Entries.All(e => found.Exists(f => f.Span == e.Key.Span));
        new TableCoverage(file, level.Table, type, sites).Check(found, isWhole ? place : null);
    }

    private Value? Cell(YamlNode node, Level row, Figure figure)
    {
        if (row.Changed is { } changed)
        {
            return figure.Value(changed.Node, changed.File);
        }

        if (node is not YamlScalar { IsPlain: true } name || parameters.FirstOrDefault(p => p.Name == name.Text.Trim()) is not { } parameter)
        {
            return figure.Value(node, file);
        }

        if (!parameter.PerSite.IsEmpty)
        {
            file.Report(CompositionDiagnostics.PerSiteShared, name.Span, parameter.Name, row.Table);
        }

        return figure.Value(parameter, name, file);
    }

    private static void ReportUnknown(YamlMapping rows, Level level)
    {
        foreach (var entry in (level.Changed?.Node as YamlMapping)?.Entries.Where(e => rows.Entries.All(r => r.Key.Text.Trim() != e.Key.Text.Trim())) ?? [])
        {
            level.Changed!.ReportUnknown(entry.Key, rows.Entries.Select(r => r.Key.Text));
        }
    }

    /// <summary>How deep one is in the rows of a table.</summary>
    private sealed record Level(string Table, ImmutableArray<FieldType> Keys, ImmutableArray<TableCell> Above)
    {
        /// <summary>What is written elsewhere of these rows, or of this cell.</summary>
        public ChangedRows? Changed { get; init; }
    }
}

/// <summary>A cell and where it was written.</summary>
internal sealed record FoundCell(TableCell Cell, SourceSpan Span);
