using System.Collections.Frozen;

namespace DutyRules.Events;

/// <summary>A vocabulary's event types and fields by name, for reading many events.</summary>
internal sealed class EventSchema
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, Field>> _fields;
    private readonly FrozenDictionary<string, EventType> _types;

    public EventSchema(Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        _types = vocabulary.Events.ToFrozenDictionary(t => t.Name);
        _fields = vocabulary.Events.ToFrozenDictionary(t => t.Name, t => t.Fields.ToFrozenDictionary(f => f.Name));
    }

    public Vocabulary Vocabulary { get; }

    public EventType? FindType(string name) => _types.GetValueOrDefault(name);

    public Field? FindField(EventType type, string name) => _fields[type.Name].GetValueOrDefault(name);
}
