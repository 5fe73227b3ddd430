using System.Collections.Immutable;
using System.Text;
using DutyRules.Calendars;
using DutyRules.Cli.Inputs;
using DutyRules.Cli.Testing;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Feeds;
using DutyRules.Monitoring;
using DutyRules.Policies.Sets;
using DutyRules.Policies;
using NodaTime;

namespace DutyRules.Cli.Tests.Fuzzing;

/// <summary>The kinds of files that people hand over, and what is done with each.</summary>
internal static class FuzzKinds
{
    private static readonly Instant Published = Instant.FromUtc(2026, 1, 1, 0, 0);

    public static ImmutableArray<FuzzKind> All { get; } =
    [
        new("policies", chance => chance.OneIn(2) ? Tampered("duty", chance) : Wrong(chance), Policies),
        new("vocabularies", chance => Tampered("vocabulary", chance), Policies),
        new("calendars", chance => Tampered("calendar", chance), Policies),
        new("conditions", Condition, Conditions),
        new("suites", chance => Tampered("test", chance), Suites),
        new("feeds", chance => Tampered("feed", chance), Feeds),
        new("tables of a feed", chance => Tampered(chance, "calls.csv"), TablesOfAFeed),
        new("events", Events, input => Readings(input, JsonLines.Read(new MemoryStream(input.Bytes), input.Name, input.World.Policies.Vocabulary))),
        new("events in a table", chance => Tampered(chance, "events.csv"), input => Readings(input, CsvEvents.Read(new MemoryStream(input.Bytes), input.Name, input.World.Policies.Vocabulary))),
        new("rosters", chance => Tampered(chance, "roster.csv", "holders.csv"), Rosters),
        new("holidays", chance => Tampered(chance, "holidays.json", "holidays.ics"), Holidays),
        new("rosters of calendars", chance => Tampered(chance, "roster.ics"), RostersOfCalendars),
        new("snapshots", Snapshot, Snapshots),
    ];

    private static FuzzInput Tampered(string kind, Chance chance)
    {
        var world = Worlds.With(kind, chance);
        var file = chance.Of([.. world.Of(kind)]);
        return Made(world, file.Path, Tampering.Of(file.Text, chance.Of([.. Worlds.With(kind, chance).Of(kind)]).Text, chance), chance);
    }

    private static FuzzInput Tampered(Chance chance, params string[] names)
    {
        var (name, text) = Worlds.Tables[chance.Of(names)];
        return Made(World.OfFindings, name, Tampering.Of(text, chance.Of([.. Worlds.Tables.Values]).Text, chance), chance);
    }

    private static FuzzInput Wrong(Chance chance)
    {
        var file = chance.Of(World.Wrong);
        var world = World.OfFindings;
        var others = world.Files.Where(f => !file.Path.EndsWith("vocabulary.yaml", StringComparison.Ordinal) || !f.Path.EndsWith("vocabulary.yaml", StringComparison.Ordinal));
        return Made(world with { Files = [.. others] }, "wrong-" + file.Path, Tampering.Of(file.Text, chance.Of(World.Wrong).Text, chance), chance);
    }

    private static FuzzInput Condition(Chance chance) =>
        Made(World.OfFindings, "condition", Tampering.Of(chance.Of(Worlds.Conditions), chance.Of(Worlds.Conditions), chance), chance);

    private static FuzzInput Events(Chance chance)
    {
        var world = Worlds.With("vocabulary", chance);
        return Made(world, "events.jsonl", Tampering.Of(Encoding.UTF8.GetString(Happenings.Lines(world.Policies.Vocabulary, chance)), "{\"id\":1,\"type\":[],\"at\":null,\"until\":{},\"was\":\"x\",\"revision\":-1}", chance), chance);
    }

    private static FuzzInput Snapshot(Chance chance)
    {
        var world = Worlds.With("vocabulary", chance);
        var bytes = Worlds.SnapshotOf(world).ToArray();
        for (var i = chance.Below(4); i >= 0 && bytes.Length > 0; i--)
        {
            bytes[chance.Below(bytes.Length)] = (byte)chance.Below(256);
        }

        return new FuzzInput(chance.Seed, world, "snapshot", chance.OneIn(4) ? bytes[..chance.Below(bytes.Length)] : bytes);
    }

    private static FuzzInput Made(World world, string name, string text, Chance chance) => new(chance.Seed, world, name, Tampering.Bytes(text, chance)) { Text = text };

    private static bool Policies(FuzzInput input)
    {
        PolicyFile[] files = [.. input.World.Files.Where(f => f.Path != input.Name && !f.Path.EndsWith(".test.yaml", StringComparison.Ordinal) && !f.Path.EndsWith("feed.yaml", StringComparison.Ordinal)), new PolicyFile(input.Name, input.Text!)];
        var result = PolicyLoader.Load(files);
        Places.Check(result.Diagnostics, files.Select(f => (f.Path, f.Text)));
        if (result.Policies is { } policies)
        {
            Happenings.Judge(policies, new Chance(input.Seed));
        }

        return result.Policies is not null;
    }

    private static bool Conditions(FuzzInput input)
    {
        var vocabulary = input.World.Policies.Vocabulary;
        var bag = new DiagnosticBag();
        var context = new ExpressionContext
        {
            Tested = vocabulary.FindEvent("complaint-answered"),
            Trigger = vocabulary.FindEvent("complaint-received"),
            TriggerAlias = "c",
            States = vocabulary.States,
            Definitions = vocabulary.Definitions,
            Roles = vocabulary.Roles,
            Tables = vocabulary.Tables,
            Parameters = vocabulary.Parameters,
        };
        var text = input.Text!;
        var read = ExpressionBinder.Bind(text, new SourceSpan(input.Name, 1, 1, 1, text.Length + 1), context, FieldType.Truth, bag);
        Places.Check(bag.Items, (input.Name, text.Replace('\n', ' ')));
        return read is not null;
    }

    private static bool Suites(FuzzInput input)
    {
        var path = Worlds.OnDisk(input.World, input.Name, input.Bytes);
        SuiteResult result;
        try
        {
            result = SuiteLoader.Load(new SourceFile(path, FileKind.Test), ScriptUse.Off);
        }
        catch (CannotRunException)
        {
            // It is no text.
            return false;
        }

        Places.Check(result.Diagnostics, result.Texts.Select(t => (t.Key, t.Value)));
        foreach (var test in result.Suite?.Tests ?? [])
        {
            new TestRunner(test.Policies).Run(test);
        }

        return result.Suite is not null;
    }

    private static bool Feeds(FuzzInput input)
    {
        var (feed, found) = FeedLoader.Load(new PolicyFile(input.Name, input.Text!), input.World.Policies.Vocabulary);
        Places.Check(found, (input.Name, input.Text!));
        var (name, table) = Worlds.Tables["calls.csv"];
        return feed is not null && Readings(input with { Name = name, Bytes = Encoding.UTF8.GetBytes(table) }, feed.Read(new MemoryStream(Encoding.UTF8.GetBytes(table)), name), (input.Name, input.Text!));
    }

    private static bool TablesOfAFeed(FuzzInput input) =>
        Readings(input, Worlds.Calls.Feed.Read(new MemoryStream(input.Bytes), input.Name), (Worlds.Calls.File.Path, Worlds.Calls.File.Text));

    private static bool Rosters(FuzzInput input)
    {
        var vocabulary = input.World.Policies.Vocabulary;
        var (kind, found) = RosterTable.Tell(new MemoryStream(input.Bytes), input.Name, vocabulary);
        Places.Check(found, (input.Name, input.Decoded));
        if (kind == RosterTableKind.Assignments)
        {
            var readings = AssignmentCsv.Read(new MemoryStream(input.Bytes), input.Name, vocabulary).ToList();
            Places.Check(readings.SelectMany(r => r.Diagnostics), (input.Name, input.Decoded));
            return readings.TrueForAll(r => r.Assignment is not null);
        }

        return Readings(input, RosterCsv.Read(new MemoryStream(input.Bytes), input.Name, vocabulary, Published));
    }

    private static bool Holidays(FuzzInput input)
    {
        CalendarFile[] files = [new CalendarFile(input.Name, input.Text!)];
        var (calendar, found) = input.Name.EndsWith(".json", StringComparison.Ordinal)
            ? HolidayJson.Read(files)
            : ICalendarHolidays.Read(files, [2030], "x", LocalizedText.Same("x"), "1");
        Places.Check(found, (input.Name, input.Text!));
        return calendar is not null;
    }

    private static bool RostersOfCalendars(FuzzInput input)
    {
        var (records, found) = ICalendarRoster.Read(new CalendarFile(input.Name, input.Text!), input.World.Policies.Vocabulary, Published);
        Places.Check(found, (input.Name, input.Text!));
        Judge(input, records);
        return found.IsEmpty;
    }

    private static bool Snapshots(FuzzInput input)
    {
        try
        {
            DutyMonitor.Restore(input.World.Policies, new MemoryStream(input.Bytes)).CompleteTo(Published + Duration.FromDays(90));
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool Readings(FuzzInput input, IEnumerable<EventReading> readings, params IEnumerable<(string Name, string Text)> others)
    {
        var read = readings.ToList();
        Places.Check(read.SelectMany(r => r.Diagnostics), [(input.Name, input.Decoded), .. others]);
        Judge(input, read.Select(r => r.Record).OfType<EventRecord>());
        return read.TrueForAll(r => r.Record is not null);
    }

    private static void Judge(FuzzInput input, IEnumerable<EventRecord> records)
    {
        var monitor = new DutyMonitor(input.World.Policies, Published);
        foreach (var record in records.Take(30))
        {
            monitor.Observe(record);
        }

        monitor.AdvanceTo(Published + Duration.FromDays(90));
    }
}
