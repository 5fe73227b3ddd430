using System.Collections.Immutable;
using System.Text;
using DutyRules.Dsl.Writing;
using DutyRules.Events;
using DutyRules.Expressions.Binding;

namespace DutyRules.Dsl.Converting;

/// <summary>What the names of a vocabulary are called in C#, and the declarations of those that were used.</summary>
/// <param name="vocabulary">The vocabulary.</param>
internal sealed class Names(Vocabulary vocabulary)
{
    private readonly SortedDictionary<string, string> _handles = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Name), string> _handleNames = [];
    private readonly Dictionary<string, string> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, Field>> _fields = new(StringComparer.Ordinal);
    private readonly List<(FieldType Type, string Name)> _enums = [];
    private readonly HashSet<string> _taken = [.. Reserved];
    private readonly Dictionary<(string Kind, string Name), string> _locals = [];

    // What the language itself calls so, and the parameters of lambdas.
    private static IEnumerable<string> Reserved =>
        typeof(Words).GetMembers().Concat(typeof(Duties).GetMembers()).Select(m => m.Name).Concat(typeof(Words).Assembly.GetExportedTypes().Select(t => t.Name.Split('`')[0]))
            .Concat(typeof(NodaTime.Instant).Assembly.GetExportedTypes().Select(t => t.Name)).Concat(["p", "c", "e", "o", "s", "v", "System", "Enum", "Console", "Math"]);

    /// <summary>A role, a state, a parameter: the variable that stands for it.</summary>
    /// <param name="type">The type of the variable.</param>
    /// <param name="name">The name in the vocabulary.</param>
    public string Handle(string type, string name)
    {
        if (_locals.TryGetValue((type, name), out string? local))
        {
            return local;
        }

        if (!_handleNames.TryGetValue((type, name), out string? found))
        {
            _handleNames[(type, name)] = found = Free(CSharpName.Of(Identifier(name)), "Of" + Kind(type));
            _handles[found] = $"{type} {found} = {Quoted(name)};";
        }

        return found;
    }

    /// <summary>A variable that the policy itself declares. It hides one of all policies.</summary>
    public string Local(string type, string name)
    {
        bool isKnown = _handleNames.ContainsKey((type, name));
        string found = Handle(type, name);
        _locals[(type, name)] = found;
        if (!isKnown)
        {
            _handles.Remove(found);
            _handleNames.Remove((type, name));
        }

        return found;
    }

    /// <summary>Another policy begins, which sees nothing of what the others declare for themselves.</summary>
    public void Begin() => _locals.Clear();

    /// <summary>The record that stands for an event.</summary>
    public string Event(EventType type)
    {
        if (!_events.TryGetValue(type.Name, out string? found))
        {
            _events[type.Name] = found = Free(Pascal(type.Name), "Event");
            _fields[type.Name] = new(StringComparer.Ordinal);
        }

        return found;
    }

    /// <summary>The property that stands for a field.</summary>
    public string Field(EventType type, Field field)
    {
        string record = Event(type);
        _fields[type.Name][field.Name] = field;
        string name = Pascal(field.Name);
        return name == record || name is "At" or "Until" or "Lasted" or "Date" or "Time" || typeof(object).GetMember(name).Length > 0 ? name + "Field" : name;
    }

    /// <summary>A word of a list.</summary>
    public string Word(FieldType type, string word) => $"{Enum(type, NameOf(type))}.{Pascal(word)}";

    /// <summary>The type of C#.</summary>
    /// <param name="type">The type of the language.</param>
    /// <param name="name">What an enum is called if there is none yet.</param>
    public string Type(FieldType type, string name) => type switch
    {
        { Role: FieldRole.Person } => "PersonId",
        { Role: FieldRole.Site } => "SiteId",
        { Role: FieldRole.Case } => "CaseId",
        _ => type.Kind switch
        {
            ValueKind.Number => "decimal",
            ValueKind.Integer => "int",
            ValueKind.Truth => "bool",
            ValueKind.Duration => "Duration",
            ValueKind.Money => "Money",
            ValueKind.Instant => "Instant",
            ValueKind.Date => "LocalDate",
            ValueKind.Time => "LocalTime",
            ValueKind.Choice => Enum(type, name),
            _ => "string",
        },
    };

    /// <summary>The variables.</summary>
    public string Variables() => string.Concat(_handles.Values.Select(h => h + "\n"));

    /// <summary>The records and enums.</summary>
    /// <param name="access">Who may use them; empty: who declares them.</param>
    public string Types(string access = "")
    {
        var records = new StringBuilder();
        foreach (var (name, record) in _events.OrderBy(e => e.Value, StringComparer.Ordinal))
        {
            var fields = _fields[name].Values.ToList().Select(f =>
            {
                string property = Field(name, f);
                return $"{(DeclaredName.Kebab(property) == f.Name ? "" : $"[property: Named({Quoted(f.Name)})] ")}{Type(f.Type, property)} {property}";
            });
            string named = DeclaredName.Kebab(record) == name ? "" : $"[Named({Quoted(name)})]\n";
            records.Append(named).Append(access).Append("record ").Append(record).Append('(').AppendJoin(", ", fields.ToList()).Append(") : Happening;\n");
        }

        var enums = new StringBuilder();
        foreach (var (type, name) in _enums)
        {
            enums.Append(access).Append("enum ").Append(name).Append(" { ")
                .AppendJoin(", ", type.Choices.Select(w => $"{(DeclaredName.Kebab(Pascal(w)) == w ? "" : $"[Named({Quoted(w)})] ")}{Pascal(w)}")).Append(" }\n");
        }

        return enums.Append(enums.Length > 0 && records.Length > 0 ? "\n" : "").Append(records).ToString();
    }

    /// <summary>A text of C#.</summary>
    public static string Quoted(string text) => Expressions.Printing.CSharpLiteral.WriteConstant(Value.Text(text));

    /// <summary><c>complaint-received</c> as <c>ComplaintReceived</c>.</summary>
    public static string Pascal(string name)
    {
        string plain = Identifier(CSharpName.Plain(name));
        return char.ToUpperInvariant(plain[0]) + plain[1..];
    }

    private string Field(string eventName, Field field) => Field(new EventType { Name = eventName, Title = Diagnostics.LocalizedText.Same("") }, field);

    // A list of words is called as a field that holds one of them.
    private string NameOf(FieldType type) =>
        vocabulary.Events.SelectMany(e => e.Fields).FirstOrDefault(f => f.Type.Choices.SequenceEqual(type.Choices)) is { } field ? Pascal(field.Name) : "Word";

    private string Enum(FieldType type, string name)
    {
        if (_enums.Find(e => e.Type.Choices.SequenceEqual(type.Choices)).Name is { } known)
        {
            return known;
        }

        // Two events may each have a list of words under one name.
        var owner = _taken.Contains(name) ? vocabulary.Events.FirstOrDefault(e => e.Fields.Any(f => f.Type.Choices.SequenceEqual(type.Choices))) : null;
        string found = Free(owner is null ? name : Pascal(owner.Name) + name, "Kind");
        _enums.Add((type, found));
        return found;
    }

    private string Free(string name, string ending)
    {
        string free = name;
        for (int i = 1; !_taken.Add(free); i++)
        {
            free = i == 1 ? name + ending : $"{name}{ending}{i}";
        }

        return free;
    }

    private static string Kind(string type) => type.Split('<')[0];

    private static string Identifier(string name)
    {
        var text = new StringBuilder();
        foreach (char c in name)
        {
            text.Append(char.IsLetterOrDigit(c) || c is '_' or '-' ? c : '-');
        }

        string plain = CSharpName.Plain(text.ToString().Trim('-'));
        return plain.Length == 0 ? "_" : plain;
    }
}
