using System.Text;
using DutyRules.Events;

namespace DutyRules.Dsl.Converting;

/// <summary>Writes what C# calls the things of a vocabulary: a record for each event, an enum for each list of words, and a class with a handle for each role, state, figure and condition.</summary>
internal sealed class RecordCode(Vocabulary vocabulary)
{
    private readonly Names _names = new(vocabulary);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string Write()
    {
        foreach (var type in vocabulary.Events.Where(e => e.Origin != EventOrigin.Outcome))
        {
            _names.Event(type);
            foreach (var field in type.Fields)
            {
                _names.Field(type, field);
            }
        }

        string name = Names.Pascal(vocabulary.Name.Split('/')[^1]);
        var handles = Handles(name).ToList();
        var code = new StringBuilder("using DutyRules.Dsl;\nusing NodaTime;\n\n").Append(_names.Types("public "));
        code.Append("\npublic static class ").Append(name).Append("\n{\n");
        foreach (string handle in handles)
        {
            code.Append("    public static readonly ").Append(handle).Append(";\n");
        }

        return code.Append("}\n").ToString();
    }

    private IEnumerable<string> Handles(string name)
    {
        // A member cannot be called as its class.
        _taken.Add(name);
        return
        [
            .. vocabulary.Roles.Select(r => Handle("Post", r.Name)),
            .. vocabulary.Sets.Select(s => Handle("Things", s.Name)),
            .. vocabulary.States.Select(s => Handle($"State<{_names.Type(s.Type, Names.Pascal(s.Name))}>", s.Name)),
            .. vocabulary.Definitions.Select(d => Handle("Condition", d.Name)),
            .. vocabulary.Parameters.Select(p => Handle($"Parameter<{_names.Type(p.Type, Names.Pascal(p.Name))}>", p.Name)),
            .. vocabulary.Tables.Select(t => Handle($"Table<{(t.IsShare ? "Figure" : _names.Type(t.Type, Names.Pascal(t.Name)))}>", t.Name)),
        ];
    }

    private string Handle(string type, string name)
    {
        string free = Names.Pascal(name);
        while (!_taken.Add(free))
        {
            free += type.Split('<')[0];
        }

        return $"{type} {free} = {Names.Quoted(name)}";
    }
}
