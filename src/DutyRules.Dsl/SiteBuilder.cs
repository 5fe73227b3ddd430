using System.Runtime.CompilerServices;
using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;

namespace DutyRules.Dsl;

/// <summary>What is said of a site: what differs from the vocabulary.</summary>
public sealed class SiteBuilder
{
    private readonly Draft _draft;
    private readonly List<YamlEntry> _others = [];

    internal SiteBuilder(Draft draft) => _draft = draft;

    /// <summary>What people call it.</summary>
    public SiteBuilder Title(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Title, pen => pen.Localized(zh, en), file, line);

    /// <summary>Its zone, such as <c>Asia/Urumqi</c>.</summary>
    public SiteBuilder Zone(string zone, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Zone, pen => pen.Text(zone), file, line);

    /// <summary>Its calendar, by the name in its file.</summary>
    public SiteBuilder Calendar(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Calendar, pen => pen.Text(name), file, line);

    /// <summary>When it is open.</summary>
    public SiteBuilder OpeningHours(Action<HoursBuilder> hours, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.OpeningHours, pen => HoursBuilder.Node(hours, pen, _draft.Findings), file, line);

    /// <summary>Hours with a name of their own.</summary>
    public SiteBuilder OtherHours(string name, Action<HoursBuilder> hours, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var pen = new Pen(file, line, _draft.Findings);
        _others.Add(pen.Entry(name, HoursBuilder.Node(hours, pen, _draft.Findings)));
        return this;
    }

    internal YamlMapping Node()
    {
        var said = _draft.Node();
        var pen = new Pen(said.Span.File, said.Span.Line, _draft.Findings);
        return _others.Count == 0 ? said : said with { Entries = said.Entries.Add(pen.Entry(Keywords.OtherHours, pen.Map(_others))) };
    }

    private SiteBuilder Say(Keyword key, Func<Pen, YamlNode> value, string file, int line)
    {
        _draft.Set(key, value, file, line);
        return this;
    }
}
