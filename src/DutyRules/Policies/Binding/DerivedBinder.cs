using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Policies.Reading;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Reads what counts as an event of another name. Each may count those above it.</summary>
internal sealed class DerivedBinder(FileScope file, PatternBinder patterns, string? partitionField)
{
    public ImmutableArray<CountsAs> Bind(ImmutableArray<DefinitionEntry> entries)
    {
        var derived = ImmutableArray.CreateBuilder<CountsAs>();
        for (int i = 0; i < entries.Length; i++)
        {
            if (!entries[i].IsEvent)
            {
                continue;
            }

            if (patterns.Events.FirstOrDefault(e => e.Name == entries[i].Name) is { } other)
            {
                file.ReportTaken(entries[i].Key.Span, entries[i].Name, other.Span);
                continue;
            }

            var above = patterns.With(derived.Select(d => d.Type), [.. entries.Skip(i).Where(e => e.IsEvent).Select(e => e.Name)]);
            if (Bind(entries[i], above) is { } counts)
            {
                derived.Add(counts);
            }
        }

        return derived.ToImmutable();
    }

    private CountsAs? Bind(DefinitionEntry entry, PatternBinder above)
    {
        var title = file.Localized(entry.Keys[Keywords.Title], entry.Key.Span) ?? LocalizedText.Same(entry.Name);
        var sources = above.List(entry.Keys[Keywords.Counts], entry.Keys.KeyOf(Keywords.Counts)!.Span);
        if (sources.IsEmpty)
        {
            return null;
        }

        var type = new EventType
        {
            Name = entry.Name,
            Title = title,
            Origin = EventOrigin.Derived,
            Fields = CommonFields([.. sources.Select(s => s.Type)]),
            Longest = sources.Max(s => s.Type.Longest),
            Lateness = sources.Max(s => s.Type.Lateness),
            Span = entry.Key.Span,
        };
        return new CountsAs { Type = type, Sources = sources, Span = entry.Key.Span };
    }

    // What some of them lack, or have in another type, nobody can rely on.
    private ImmutableArray<Field> CommonFields(ImmutableArray<EventType> types)
    {
        var common = types[0].Fields.Where(f => f.Name == partitionField || types.All(t => t.FindField(f.Name)?.Type.Equals(f.Type) == true));
        return [.. common.Select((f, i) => new Field(f.Name, f.Type, i, f.Span))];
    }
}
