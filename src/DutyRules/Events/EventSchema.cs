using System.Collections.Frozen;

namespace DutyRules.Events;

/// <summary>A vocabulary's event types by name, for reading many events.</summary>
internal sealed class EventSchema
{
    private readonly FrozenDictionary<string, EventType> _types;

    public EventSchema(Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        _types = vocabulary.Events.ToFrozenDictionary(t => t.Name);
    }

    public Vocabulary Vocabulary { get; }

    public EventType? FindType(string name) => _types.GetValueOrDefault(name);
}
