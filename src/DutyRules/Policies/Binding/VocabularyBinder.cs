using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Reads a vocabulary file.</summary>
internal sealed class VocabularyBinder(FileScope file, ImmutableArray<WorkCalendar> calendars, VocabularyChanges changes)
{
    private static readonly ImmutableArray<Keyword> VocabularyKeys =
    [
        Keywords.Vocabulary, Keywords.Zone, Keywords.PartitionBy, Keywords.Sites, Keywords.Events, Keywords.States, Keywords.Definitions, Keywords.Roles,
        Keywords.Roster, Keywords.Parameters, Keywords.Tables, Keywords.Things, Keywords.Calendar, Keywords.OpeningHours, Keywords.OtherHours, Keywords.ClockChanges, Keywords.Shifts,
        Keywords.Attestations, Keywords.Templates, Keywords.Uses,
    ];

    /// <summary>What the file declares. Whatever is wrong was reported and left out.</summary>
    public Vocabulary Bind(YamlNode root, SourceSpan start)
    {
        var keyed = KeyedNode.Read(root, VocabularyKeys, file, start);
        var name = file.Text(keyed.Need(Keywords.Vocabulary, file), PlaceOf(keyed, Keywords.Vocabulary, start));
        var zoneScalar = file.Scalar(keyed.Need(Keywords.Zone, file), PlaceOf(keyed, Keywords.Zone, start));
        var zone = (zoneScalar is null ? null : new Values(file).Zone(zoneScalar)) ?? DateTimeZone.Utc;
        var partition = file.Text(keyed.Need(Keywords.PartitionBy, file), PlaceOf(keyed, Keywords.PartitionBy, start));
        var events = new EventTypeBinder(file, partition, [.. new FileScope(file.Source).Named(keyed[Keywords.Things]).Select(t => t.Name)]).Bind(keyed[Keywords.Events]);
        var times = new TimeBinder(file, calendars);
        var shifts = times.Shifts(keyed, partition, events);
        events = shifts is null ? events : events.AddRange(shifts.Types.Where(t => events.All(e => e.Name != t.Name)));
        var attestations = new AttestationBinder(file).Bind(keyed, partition, events);
        events = attestations is null || events.Any(e => e.Name == attestations.Name) ? events : events.Add(attestations);
        var people = new RosterBinder(file, zone, times);
        var sites = people.Sites(keyed[Keywords.Sites], PlaceOf(keyed, Keywords.Sites, start));
        var parameters = new ParameterBinder(file, sites, changes).Declared(keyed[Keywords.Parameters]);
        var things = new ThingBinder(file, sites).Bind(keyed[Keywords.Things]);
        var tables = new TableBinder(file, events, [.. sites.Select(s => s.Name)], parameters, changes).Bind(keyed[Keywords.Tables]);
        var entries = DefinitionEntry.Read(keyed[Keywords.Definitions], file);
        var names = new ExpressionContext { Parameters = parameters.Anywhere(), Tables = tables, AllowsBlanks = true };
        var derived = new DerivedBinder(file, new PatternBinder(file, events) { Names = names }, partition).Bind(entries);
        events = events.AddRange(derived.Select(d => d.Type));
        var patterns = new PatternBinder(file, events) { Names = names };
        var roles = new RoleBinder(file, patterns, shifts).Bind(keyed[Keywords.Roles]);
        var calendar = times.Calendar(keyed);
        var hours = new HoursBinder(file).Bind(keyed);
        var declared = new DeclaredTimes(calendar is not null || sites.Any(s => s.Calendar is not null), [.. hours.Concat(sites.SelectMany(s => s.Hours))]);
        CheckHours(declared);
        var states = new StateBinder(file, patterns, partition, declared).Bind(keyed[Keywords.States]);
        CheckNames([.. states.Select(s => new Texts.Word(s.Name, s.Span)), .. parameters.Select(p => new Texts.Word(p.Name, p.Span)), .. tables.Select(t => new Texts.Word(t.Name, t.Span))]);
        var definitions = new DefinitionBinder(file, names with { States = states }, roles).Bind(entries);
        var vocabulary = new Vocabulary
        {
            Name = name ?? "",
            Zone = zone,
            PartitionField = partition ?? "",
            Events = events,
            Derived = [.. derived],
            States = states,
            Definitions = definitions,
            Tables = tables,
            Roles = roles,
            Sets = things,
            Sites = sites,
            Calendar = calendar,
            Hours = hours,
            ClockChanges = times.Changes(keyed),
            Shifts = shifts,
            Attestations = attestations,
            Roster = people.Assignments(keyed[Keywords.Roster], roles, sites),
            Parameters = parameters,
            Span = PlaceOf(keyed, Keywords.Vocabulary, start),
        };
        CheckSites(vocabulary);
        return vocabulary with { Roster = vocabulary.Roster.AddRange(changes.MoreRoster(vocabulary)) };
    }

    private void CheckSites(Vocabulary vocabulary)
    {
        foreach (var parameter in vocabulary.Parameters.Where(p => !p.PerSite.IsEmpty))
        {
            if (vocabulary.SharedReaderOf(parameter) is { } reader)
            {
                file.Report(CompositionDiagnostics.PerSiteShared, parameter.Span, parameter.Name, reader);
            }
        }
    }

    // Hours of holidays say nothing where no calendar says which days those are.
    private void CheckHours(DeclaredTimes declared)
    {
        foreach (var hours in declared.HasCalendar ? [] : declared.Hours.Where(h => h.NeedsCalendar))
        {
            file.Report(NormDiagnostics.CalendarNeeded, hours.Span);
        }
    }

    // What conditions call by name has one name each.
    private void CheckNames(ImmutableArray<Texts.Word> names)
    {
        foreach (var same in names.GroupBy(n => n.Text, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            foreach (var (name, span) in same.Skip(1))
            {
                file.Report(NameDiagnostics.DeclaredTwice, span, name, same.First().Span.Line);
            }
        }
    }

    private static SourceSpan PlaceOf(KeyedNode keyed, Keyword word, SourceSpan start) => keyed.KeyOf(word)?.Span ?? start;
}
