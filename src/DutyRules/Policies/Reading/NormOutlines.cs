using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Policies.Families;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Reading;

/// <summary>What is known of the norms of all files before any of them is read: their ids, and what opens each.</summary>
internal sealed class NormOutlines
{
    private readonly ILookup<string, Outline> _outlines;

    private NormOutlines(IEnumerable<Outline> outlines) => _outlines = outlines.ToLookup(o => o.Id, StringComparer.Ordinal);

    /// <summary>The ids, those of follow-ups and of other revisions included.</summary>
    public IEnumerable<string> Ids => _outlines.Select(o => o.Key);

    /// <param name="norms">The norms of all policies, written out.</param>
    public static NormOutlines Of(IEnumerable<FamilyMember> norms) => new(
        from norm in norms
        from outline in Of(norm.Key.Text.Trim(), norm.Node, Opening(norm.Node))
        select outline);

    public bool Has(string id) => _outlines.Contains(id);

    /// <summary>True for a norm that is kept on the list only.</summary>
    public bool IsDisabled(string id) => Has(id) && _outlines[id].All(o => o.IsDisabled);

    /// <summary>The type of the event that opens a norm; null when none does, or not the same in each of its revisions.</summary>
    public EventType? TriggerOf(string id, ImmutableArray<EventType> events) => TriggerOf(id, events, []);

    private EventType? TriggerOf(string id, ImmutableArray<EventType> events, ImmutableHashSet<string> passed)
    {
        var types = _outlines[id].Select(o => o.Opening is { } opening && !passed.Contains(id) ? TypeOf(opening, events, passed.Add(id)) : null).Distinct().ToList();
        return types.Count == 1 ? types[0] : null;
    }

    private EventType? TypeOf(YamlScalar opening, ImmutableArray<EventType> events, ImmutableHashSet<string> passed)
    {
        var phrase = new Phrase(opening);
        int start = phrase.Position;
        if (phrase.TakeName() is { } name && events.FirstOrDefault(e => e.Name == name) is { } type)
        {
            return type;
        }

        phrase.Return(start);
        return OutcomeName.Take(phrase) is { } outcome ? TriggerOf(outcome.NormId, events, passed) : null;
    }

    // A follow-up has the trigger of the norm it follows.
    private static IEnumerable<Outline> Of(string id, YamlNode norm, YamlScalar? opening)
    {
        yield return new Outline(id, opening, Value(norm, Keywords.Disabled) is not null);
        if (Value(norm, Keywords.Otherwise) is YamlMapping follows)
        {
            string name = Value(follows, Keywords.Id) is YamlScalar { Text: { Length: > 0 } text } ? text.Trim() : $"{id}.otherwise";
            foreach (var outline in Of(name, follows, opening))
            {
                yield return outline;
            }
        }
    }

    // A forbidden act opens its instances itself.
    private static YamlScalar? Opening(YamlNode norm)
    {
        var node = Value(norm, Keywords.When)
            ?? (Value(norm, Keywords.Every) is null && Value(norm, Keywords.While) is null ? Value(norm, Keywords.MustNot) : null);
        return (node is YamlMapping ? Value(node, Keywords.Event) : node) as YamlScalar;
    }

    private static YamlNode? Value(YamlNode? node, Keyword word) => Entries(node).FirstOrDefault(e => Keywords.Find(e.Key.Text.Trim()) == word)?.Value;

    private static ImmutableArray<YamlEntry> Entries(YamlNode? node) => (node as YamlMapping)?.Entries ?? [];

    /// <summary>A norm, and the event or outcome that opens it; null: none does.</summary>
    private sealed record Outline(string Id, YamlScalar? Opening, bool IsDisabled);
}
