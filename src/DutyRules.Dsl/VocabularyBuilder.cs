using System.Runtime.CompilerServices;
using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Dsl;

/// <summary>A vocabulary: what there is, before anything is owed.</summary>
public sealed class VocabularyBuilder : Declarations
{
    private readonly Dictionary<string, List<YamlEntry>> _sites = new(StringComparer.Ordinal);
    private readonly List<YamlNode> _roster = [];
    private readonly List<string> _order = [];
    private bool _partitioned;

    internal VocabularyBuilder(Draft draft)
        : base(draft)
    {
    }

    /// <summary>The zone of every site that names none, such as <c>Asia/Shanghai</c>.</summary>
    public VocabularyBuilder Zone(string zone, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Zone, pen => pen.Text(zone), file, line);

    /// <summary>The field by which histories are kept apart; <c>site</c> if nothing is said.</summary>
    public VocabularyBuilder PartitionBy(string field, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _partitioned = true;
        return Say(Keywords.PartitionBy, pen => pen.Text(field), file, line);
    }

    /// <summary>Other vocabularies that are read together with this one.</summary>
    public VocabularyBuilder Uses(Texts vocabularies, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Uses, pen => pen.Names(vocabularies), file, line);

    /// <summary>The calendar that says which days are days of work, by the name in its file.</summary>
    public VocabularyBuilder Calendar(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Calendar, pen => pen.Text(name), file, line);

    /// <summary>A site.</summary>
    public VocabularyBuilder Site(string name, string? zh = null, string? en = null, string? zone = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var pen = new Pen(file, line, Draft.Findings);
        var said = new List<YamlEntry>();
        if (zh is not null)
        {
            said.Add(pen.Entry(Keywords.Title, pen.Localized(zh, en)));
        }

        if (zone is not null)
        {
            said.Add(pen.Entry(Keywords.Zone, pen.Text(zone)));
        }

        Declare(Keywords.Sites, pen.Word(name), pen.Map(said));
        return this;
    }

    /// <summary>A site, with a zone, a calendar or hours of its own.</summary>
    public VocabularyBuilder Site(string name, Action<SiteBuilder> say, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(say);
        var draft = Draft.Of(name, Draft.Findings, file, line);
        var site = new SiteBuilder(draft);
        say(site);
        Declare(Keywords.Sites, draft.Key, site.Node());
        return this;
    }

    /// <summary>What a local time means that the clock skips, or shows twice; as RFC 5545 has it if nothing is said.</summary>
    public VocabularyBuilder ClockChanges(SkippedTime skipped = SkippedTime.ShiftedForward, RepeatedTime repeated = RepeatedTime.Earlier, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(
        Keywords.ClockChanges,
        pen => pen.Map(
            pen.Entry(Keywords.Skipped, pen.Words(skipped switch { SkippedTime.EndOfGap => Keywords.EndOfGap, SkippedTime.BeforeGap => Keywords.BeforeGap, _ => Keywords.ShiftedForward })),
            pen.Entry(Keywords.Repeated, pen.Words(repeated == RepeatedTime.Earlier ? Keywords.Earlier : Keywords.Later))),
        file, line);

    /// <summary>When sites are open.</summary>
    public VocabularyBuilder OpeningHours(Action<HoursBuilder> hours, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.OpeningHours, pen => HoursBuilder.Node(hours, pen, Draft.Findings), file, line);

    /// <summary>Hours with a name of their own.</summary>
    public VocabularyBuilder OtherHours(string name, Action<HoursBuilder> hours, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Declare(name, Keywords.OtherHours, pen => HoursBuilder.Node(hours, pen, Draft.Findings), file, line);
        return this;
    }

    /// <summary>An event, with the fields of its record.</summary>
    /// <typeparam name="T">The record.</typeparam>
    public VocabularyBuilder Event<T>(Action<EventBuilder>? say = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : Happening
    {
        var draft = Draft.Of(DeclaredName.Of(typeof(T)), Draft.Findings, file, line);
        say?.Invoke(new EventBuilder(draft));
        draft.SetAll(pen => FieldKinds.FieldsOf(typeof(T), pen), file, line);
        Declare(Keywords.Events, draft.Key, draft.Node());
        return this;
    }

    /// <summary>A role: a post that people hold.</summary>
    public Post Role(string name, Action<RoleBuilder>? say = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var draft = Draft.Of(name, Draft.Findings, file, line);
        say?.Invoke(new RoleBuilder(draft));
        Declare(Keywords.Roles, draft.Key, draft.Node());
        return new Post(name);
    }

    /// <summary>Somebody holds a role somewhere, from a day on and until a day, exclusive.</summary>
    public VocabularyBuilder Holds(string person, Post role, string site, LocalDate? from = null, LocalDate? to = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(role);
        var pen = new Pen(file, line, Draft.Findings);
        var said = new List<YamlEntry> { pen.Entry(Keywords.Person, pen.Text(person)), pen.Entry(Keywords.Role, pen.Text(role.Name)), pen.Entry(Keywords.Site, pen.Text(site)) };
        if (from is { } begins)
        {
            said.Add(pen.Entry(Keywords.From, pen.Text(Literals.Date(begins))));
        }

        if (to is { } ends)
        {
            said.Add(pen.Entry(Keywords.To, pen.Text(Literals.Date(ends))));
        }

        _roster.Add(pen.Map(said));
        return this;
    }

    /// <summary>Things of a kind, and which of them a site has. Said once for each site.</summary>
    public Things Things(string kind, string site, Texts things, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var pen = new Pen(file, line, Draft.Findings);
        if (!_sites.TryGetValue(kind, out var said))
        {
            _sites[kind] = said = [];
            _order.Add(kind);
        }

        said.Add(pen.Entry(site, things.Any() ? pen.List(things.Select(pen.Text)) : pen.Words(Keywords.Closed)));
        return new Things(kind);
    }

    /// <summary>What people call a thing of a kind.</summary>
    public VocabularyBuilder Titled(Things things, string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(things);
        var pen = new Pen(file, line, Draft.Findings);
        _sites[things.Name].Insert(0, pen.Entry(Keywords.Title, pen.Localized(zh, en)));
        return this;
    }

    /// <summary>There is a roster of shifts.</summary>
    public VocabularyBuilder Shifts(Texts kinds, Length longest, Action<ShiftsBuilder>? say = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var draft = Draft.Of(Keywords.Shifts.En, Draft.Findings, file, line);
        draft.SetAll(pen => [pen.Entry(Keywords.Kinds, pen.List(kinds.Select(pen.Text))), pen.Entry(Keywords.Longest, pen.Text(longest.Text))], file, line);
        say?.Invoke(new ShiftsBuilder(draft));
        return Say(Keywords.Shifts, _ => draft.Node(), file, line);
    }

    /// <summary>There is a roster of shifts.</summary>
    /// <typeparam name="TBegins">What happens at the start of a shift.</typeparam>
    /// <typeparam name="TEnds">What happens at its end.</typeparam>
    public VocabularyBuilder Shifts<TBegins, TEnds>(Texts kinds, Length longest, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TBegins : Happening
        where TEnds : Happening => Shifts(kinds, longest, s => s.Begins<TBegins>(file, line).Ends<TEnds>(file, line), file, line);

    /// <summary>The event in which somebody says whether a duty was kept.</summary>
    public VocabularyBuilder Attestations(string name, Action<AttestationsBuilder>? say = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var draft = Draft.Of(Keywords.Attestations.En, Draft.Findings, file, line);
        draft.Set(Keywords.Event, pen => pen.Word(name), file, line);
        say?.Invoke(new AttestationsBuilder(draft));
        return Say(Keywords.Attestations, _ => draft.Node(), file, line);
    }

    /// <summary>All that was said.</summary>
    internal YamlMapping Written()
    {
        var pen = new Pen(Draft.Key.Span.File, Draft.Key.Span.Line, Draft.Findings);
        var said = Node();
        var more = new List<YamlEntry>();
        if (!_partitioned)
        {
            more.Add(pen.Entry(Keywords.PartitionBy, pen.Words(Keywords.Site)));
        }

        if (_order.Count > 0)
        {
            more.Add(pen.Entry(Keywords.Things, pen.Map(_order.Select(kind => pen.Entry(kind, pen.Map(_sites[kind]))))));
        }

        if (_roster.Count > 0)
        {
            more.Add(pen.Entry(Keywords.Roster, pen.List(_roster)));
        }

        return said with { Entries = said.Entries.AddRange(more) };
    }

    private VocabularyBuilder Say(Keyword key, Func<Pen, YamlNode> value, string file, int line)
    {
        Draft.Set(key, value, file, line);
        return this;
    }
}
