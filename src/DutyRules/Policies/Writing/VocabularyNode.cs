using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Policies.Writing;

/// <summary>Writes a vocabulary.</summary>
internal sealed class VocabularyNode(Ground ground)
{
    private static readonly Keyword[] KeysOfEvents = [Keywords.Title, Keywords.Lasts, Keywords.Arrives, Keywords.Case];

    private readonly Speech _speech = ground.Speech;
    private readonly Vocabulary _vocabulary = ground.Vocabulary;
    private readonly ValueNode _values = new(ground.Speech);
    private readonly TimeNode _times = new(ground.Speech);

    /// <param name="declared">What it declares that conditions call by name; the rest is that of policies.</param>
    public YamlMapping Of(Declared declared)
    {
        var sections = new DeclarationNode(ground);
        return _speech.Map(
        [
            _speech.Entry(Keywords.Vocabulary, _speech.Text(_vocabulary.Name)), _speech.Entry(Keywords.Zone, _speech.Phrase(_vocabulary.Zone.Id)),
            _speech.Entry(Keywords.PartitionBy, _speech.Text(_vocabulary.PartitionField)),
            .. Calendar(_vocabulary.Calendar), .. _times.Hours(_vocabulary.Hours), .. _times.Changes(_vocabulary.ClockChanges), .. Shifts(), .. Attestations(),
            _speech.Entry(Keywords.Sites, _speech.Map(_vocabulary.Sites.Select(Site))),
            .. sections.Section(Keywords.Things, _vocabulary.Sets.Select(Things)),
            .. sections.Section(Keywords.Parameters, _vocabulary.Parameters.Select(p => sections.Named(p.Name, sections.Parameter(p)))),
            .. sections.Section(Keywords.Events, _vocabulary.Events.Where(IsDeclared).Select(Event)),
            .. sections.Sections(declared),
            .. sections.Section(Keywords.Roles, _vocabulary.Roles.Select(Role)),
            .. _vocabulary.Roster.IsEmpty ? [] : new[] { _speech.Entry(Keywords.Roster, _speech.List(_vocabulary.Roster.Select(Assignment))) },
        ]);
    }

    private bool IsDeclared(EventType type) =>
        type.Origin == EventOrigin.Recorded && type != _vocabulary.Attestations && _vocabulary.Shifts?.Types.Contains(type) != true;

    private IEnumerable<YamlEntry> Calendar(Time.WorkCalendar? calendar) => calendar is null ? [] : [_speech.Entry(Keywords.Calendar, _speech.Text(calendar.Name))];

    private YamlEntry UpTo(Keyword key, Duration length) => _speech.Entry(key, _speech.Phrase($"{_speech.Word(Keywords.UpTo)} {_speech.Length(length)}"));

    private IEnumerable<YamlEntry> Arrives(EventType type) => type.Lateness > Duration.Zero ? [UpTo(Keywords.Arrives, type.Lateness)] : [];

    private IEnumerable<YamlEntry> Shifts() => _vocabulary.Shifts is not { } shifts ? [] :
    [
        _speech.Entry(Keywords.Shifts, _speech.Map(
        [
            _speech.Entry(Keywords.Kinds, _speech.List(shifts.Kinds.Select(_speech.Text))), _speech.Entry(Keywords.Longest, _speech.Phrase(_speech.Length(shifts.Longest))), .. Arrives(shifts.Planned),
            .. shifts.Begins is { } begins ? new[] { _speech.Entry(Keywords.Begins, _speech.Text(begins.Name)) } : [],
            .. shifts.Ends is { } ends ? new[] { _speech.Entry(Keywords.Ends, _speech.Text(ends.Name)) } : [],
        ])),
    ];

    private IEnumerable<YamlEntry> Attestations() => _vocabulary.Attestations is not { } type ? []
        : [_speech.Entry(Keywords.Attestations, _speech.Map([_speech.Entry(Keywords.Event, _speech.Text(type.Name)), .. _speech.Title(type.Title, type.Name), .. Arrives(type)]))];

    private YamlEntry Site(Site site) => _speech.Entry(_speech.Text(site.Name), _speech.Map(
    [
        .. _speech.Title(site.Title, site.Name), .. site.Zone is { } zone ? new[] { _speech.Entry(Keywords.Zone, _speech.Phrase(zone.Id)) } : [],
        .. Calendar(site.Calendar), .. _times.Hours(site.Hours),
    ]));

    private YamlEntry Things(ThingSet things) => _speech.Entry(_speech.Text(things.Name), _speech.Map(
        [.. _speech.Title(things.Title, things.Name), .. things.At.Select(a => _speech.Entry(_speech.Text(a.Key), a.Value.IsEmpty ? _speech.Phrase(Keywords.Closed) : _speech.List(a.Value.Select(_speech.Text))))]));

    private YamlEntry Event(EventType type) => _speech.Entry(_speech.Text(type.Name), _speech.Map(
    [
        .. _speech.Title(type.Title, type.Name), .. type.Fields.Select(Field),
        .. type.Longest is { } longest ? new[] { UpTo(Keywords.Lasts, longest) } : [], .. Arrives(type),
    ]));

    // A field that is called like a key of events can only be a case, which has a key of its own.
    private YamlEntry Field(Field field) =>
        (field.Type.Role == FieldRole.Person && Keywords.Person.Spellings.Contains(field.Name)) || (field.Type.Role == FieldRole.Site && Keywords.Site.Spellings.Contains(field.Name))
            ? _speech.Entry(_speech.Text(field.Name), _speech.Phrase(""))
        : Keywords.Find(field.Name) is { } word && KeysOfEvents.Contains(word)
            ? field.Type.Role == FieldRole.Case ? _speech.Entry(Keywords.Case, _speech.Text(field.Name)) : throw new UnsayableException(new LocalizedText($"a field called `{field.Name}`", $"名为 `{field.Name}` 的字段"))
        : _speech.Entry(_speech.Text(field.Name), _values.Type(field.Type));

    private YamlEntry Role(Role role) => _speech.Entry(_speech.Text(role.Name), _speech.Map(
    [
        .. _speech.Title(role.Title, role.Name), .. role.SeenIn is { } seen ? new[] { _speech.Entry(Keywords.SeenIn, _speech.Text(seen.Name)) } : [],
        .. role.OnShift ? new[] { _speech.Entry(Keywords.Held, _speech.Phrase(Keywords.OnShift)) } : [],
        .. _speech.Named(Keywords.Includes, role.Includes.Select(r => r.Name)), .. _speech.Named(Keywords.Acting, role.Acting.Select(r => r.Name)), .. _speech.Named(Keywords.ActingFor, role.ActingFor),
    ]));

    private YamlMapping Assignment(Assignment assignment)
    {
        var zone = _vocabulary.ZoneOf(assignment.Site);
        return _speech.Map(
        [
            _speech.Entry(Keywords.Person, _speech.Text(assignment.Person)), _speech.Entry(Keywords.Role, _speech.Text(assignment.Role)), _speech.Entry(Keywords.Site, _speech.Text(assignment.Site)),
            .. Time(Keywords.From, assignment.From, zone), .. Time(Keywords.To, assignment.To, zone),
        ]);
    }

    // An hour that the clock shows twice means its first instant.
    private IEnumerable<YamlEntry> Time(Keyword key, Instant? instant, DateTimeZone zone) => instant is not { } at ? []
        : zone.AtLeniently(at.InZone(zone).LocalDateTime).ToInstant() == at ? [_speech.Entry(key, _speech.Phrase(Speech.Date(at.InZone(zone).LocalDateTime)))]
        : throw new UnsayableException(new LocalizedText("an instant that the clock shows twice", "时钟显示两次的时刻"));
}
