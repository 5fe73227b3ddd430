using System.Globalization;
using DutyRules.Diagnostics;
using DutyRules.Policies.Yaml;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Policies.Writing;

/// <summary>Writes nodes, and what stands in them, in one of the two languages.</summary>
internal sealed class Speech(Language language)
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("H':'mm");

    private static readonly LocalTimePattern Seconds = LocalTimePattern.CreateWithInvariantCulture("H':'mm':'ss");

    public bool IsChinese => language == Language.Chinese;

    public string Say(string en, string zh) => IsChinese ? zh : en;

    public string Word(Keyword word) => word.In(language);

    /// <summary>A text or a name. Commas within it mean nothing.</summary>
    public YamlScalar Text(string text) => new(text, IsPlain: false, default, default);

    /// <summary>Words of the language.</summary>
    public YamlScalar Phrase(string words) => new(words, IsPlain: true, default, default);

    public YamlScalar Phrase(Keyword word) => Phrase(Word(word));

    public YamlEntry Entry(Keyword key, YamlNode value) => Entry(Phrase(key), value);

    public YamlEntry Entry(YamlScalar key, YamlNode value) => new(key, value);

    public YamlMapping Map(params IEnumerable<YamlEntry> entries) => new([.. entries], default);

    public YamlSequence List(IEnumerable<YamlNode> items) => new([.. items], default);

    /// <summary>One, or a list of several.</summary>
    public YamlNode OneOrList(IEnumerable<YamlNode> items) => items.ToList() is var all && all.Count == 1 ? all[0] : List(all);

    public YamlNode Names(IEnumerable<string> names) => OneOrList(names.Select(Text));

    /// <summary>An entry with names, if there are any.</summary>
    public IEnumerable<YamlEntry> Named(Keyword key, IEnumerable<string> names) => names.ToList() is { Count: > 0 } all ? [Entry(key, Names(all))] : [];

    public YamlNode Localized(LocalizedText text) =>
        text.En == text.Zh ? Text(text.En) : Map(Entry(Keywords.InChinese, Text(text.Zh)), Entry(Keywords.InEnglish, Text(text.En)));

    /// <summary>An entry with a text for people, if there is one.</summary>
    public IEnumerable<YamlEntry> Localized(Keyword key, LocalizedText? text) => text is null ? [] : [Entry(key, Localized(text))];

    /// <summary>An entry with the title, if it is not the name.</summary>
    public IEnumerable<YamlEntry> Title(LocalizedText title, string name) => Localized(Keywords.Title, title == LocalizedText.Same(name) ? null : title);

    public string Join(Keyword word, IEnumerable<string> parts) => string.Join(IsChinese ? Word(word) : $" {Word(word)} ", parts);

    /// <summary>A length of time: <c>1 h 30 min</c>.</summary>
    public string Length(Duration length)
    {
        var parts = new List<string>();
        long ticks = length.BclCompatibleTicks;
        foreach (var (size, unit) in new[] { (NodaConstants.TicksPerHour, Keywords.Hour), (NodaConstants.TicksPerMinute, Keywords.Minute) })
        {
            if (ticks >= size)
            {
                parts.Add($"{ticks / size} {Word(unit)}");
                ticks %= size;
            }
        }

        if (ticks > 0 || parts.Count == 0)
        {
            parts.Add($"{Number((decimal)ticks / NodaConstants.TicksPerSecond)} {Word(ticks == 0 ? Keywords.Minute : Keywords.Second)}");
        }

        return string.Join(' ', parts);
    }

    public string Share(decimal share) => $"{Number(share * 100)}%";

    public static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Time(LocalTime time) => (time.NanosecondOfSecond != 0 ? LocalTimePattern.ExtendedIso : time.Second != 0 ? Seconds : Minutes).Format(time);

    public static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string Date(LocalDateTime time) => time.TimeOfDay == LocalTime.Midnight ? Date(time.Date) : LocalDateTimePattern.ExtendedIso.Format(time);
}
