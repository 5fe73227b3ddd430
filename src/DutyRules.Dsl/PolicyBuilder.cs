using System.Runtime.CompilerServices;
using DutyRules.Dsl.Writing;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Dsl;

/// <summary>A policy: what it says of itself, what it declares, and its duties.</summary>
public sealed class PolicyBuilder : Declarations
{
    private readonly List<Func<YamlEntry>> _norms = [];

    internal PolicyBuilder(Draft draft)
        : base(draft)
    {
    }

    /// <summary>The vocabularies it is written in.</summary>
    public PolicyBuilder Uses(Texts vocabularies, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Uses, pen => pen.Names(vocabularies), file, line);

    /// <summary>Which revision it is.</summary>
    public PolicyBuilder Revision(string revision, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Revision, pen => pen.Text(revision), file, line);

    /// <summary>In force from this day on.</summary>
    public PolicyBuilder EffectiveFrom(LocalDate date, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.EffectiveFrom, pen => pen.Text(Literals.Date(date)), file, line);

    /// <summary>In force from this local time on.</summary>
    public PolicyBuilder EffectiveFrom(LocalDateTime time, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.EffectiveFrom, pen => pen.Text(Literals.DateTime(time)), file, line);

    /// <summary>In force until this day, exclusive.</summary>
    public PolicyBuilder EffectiveTo(LocalDate date, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.EffectiveTo, pen => pen.Text(Literals.Date(date)), file, line);

    /// <summary>In force until this local time, exclusive.</summary>
    public PolicyBuilder EffectiveTo(LocalDateTime time, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.EffectiveTo, pen => pen.Text(Literals.DateTime(time)), file, line);

    /// <summary>The document that it follows.</summary>
    public PolicyBuilder Source(string document, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Source, pen => pen.Text(document), file, line);

    /// <summary>What all its norms are listed under.</summary>
    public PolicyBuilder Tags(Texts tags, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Tags, pen => pen.Names(tags), file, line);

    /// <summary>How much breaches of its norms matter.</summary>
    public PolicyBuilder Severity(Severity severity, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Severity, pen => pen.Word(severity.ToString().ToLowerInvariant()), file, line);

    /// <summary>The only sites where its norms hold.</summary>
    public PolicyBuilder AtSites(Texts sites, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.At, pen => pen.Names(sites), file, line);

    /// <summary>Its norms hold everywhere but at these sites.</summary>
    public PolicyBuilder AtAllSitesBut(Texts sites, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.At, pen => pen.Word($"{Keywords.AllBut.En} {string.Join(", ", sites)}"), file, line);

    /// <summary>Its norms are kept on the list with this reason, and not applied.</summary>
    public PolicyBuilder Disabled(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Disabled, pen => pen.Localized(zh, en), file, line);

    /// <summary>Gives a parameter of the vocabulary another figure for this policy.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    public PolicyBuilder Set<T>(Parameter<T> parameter, T value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        Declare(parameter.Name, Keywords.Parameters, pen => pen.Figure(value), file, line);
        return this;
    }

    /// <summary>Gives a parameter of the vocabulary other figures for this policy.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    public PolicyBuilder Set<T>(Parameter<T> parameter, Action<ParameterBuilder<T>> say, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(say);
        var draft = Draft.Of(parameter.Name, Draft.Findings, file, line);
        var builder = new ParameterBuilder<T>(draft);
        say(builder);
        Declare(Keywords.Parameters, draft.Key, builder.Node());
        return this;
    }

    /// <summary>A duty, by its id.</summary>
    public Duty Duty(string id, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var draft = Draft.Of(id, Draft.Findings, file, line);
        _norms.Add(() => new YamlEntry(draft.Key, draft.Node()));
        return new Duty(draft);
    }

    /// <summary>A ladder of measures, by its id.</summary>
    public Ladder Ladder(string id, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var draft = Draft.Of(id, Draft.Findings, file, line);
        var pen = new Pen(file, line, Draft.Findings);
        _norms.Add(() => new YamlEntry(draft.Key, pen.Map(pen.Entry(Keywords.Ladder, draft.Node()))));
        return new Ladder(draft);
    }

    /// <summary>What may be done, by its id.</summary>
    /// <typeparam name="TEvent">The act.</typeparam>
    public Permission<TEvent> May<TEvent>(string id, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening
    {
        var draft = Draft.Of(id, Draft.Findings, file, line);
        draft.Set(Keywords.May, pen => pen.Word(DeclaredName.Of(typeof(TEvent))), file, line);
        _norms.Add(() => new YamlEntry(draft.Key, draft.Node()));
        return new Permission<TEvent>(draft);
    }

    /// <summary>What stands in the source and is no duty, by its id.</summary>
    public Entry Entry(string id, CatalogueKind kind, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var draft = Draft.Of(id, Draft.Findings, file, line);
        draft.Set(Keywords.ShiftKind, pen => pen.Word(kind.Title().En), file, line);
        _norms.Add(() => new YamlEntry(draft.Key, draft.Node()));
        return new Entry(draft);
    }

    /// <summary>All that was said.</summary>
    internal YamlMapping Written()
    {
        var said = Node();
        return said with { Entries = said.Entries.Add(new YamlEntry(Draft.Key with { Text = Keywords.Norms.En }, new YamlMapping([.. _norms.Select(n => n())], Draft.Key.Span))) };
    }

    private PolicyBuilder Say(Keyword key, Func<Pen, YamlNode> value, string file, int line)
    {
        Draft.Set(key, value, file, line);
        return this;
    }
}
