using System.Runtime.CompilerServices;
using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;

namespace DutyRules.Dsl;

/// <summary>Who holds a role.</summary>
public sealed class RoleBuilder
{
    private readonly Draft _draft;

    internal RoleBuilder(Draft draft) => _draft = draft;

    /// <summary>What people call it.</summary>
    public RoleBuilder Title(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Title, pen => pen.Localized(zh, en), file, line);

    /// <summary>Held, in any period, by whoever acts in such an event in it.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public RoleBuilder SeenIn<TEvent>([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening =>
        Say(Keywords.SeenIn, pen => pen.Word(DeclaredName.Of(typeof(TEvent))), file, line);

    /// <summary>Held at any time by those who are planned for a shift of the role.</summary>
    public RoleBuilder HeldOnShift([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Held, pen => pen.Words(Keywords.OnShift), file, line);

    /// <summary>Whoever holds one of these holds this role, too.</summary>
    public RoleBuilder Includes(Posts posts, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.Includes, pen => posts.Select(p => (YamlNode)pen.Text(p.Name)), file, line);

    /// <summary>Who takes its place while nobody holds it, the first of these that anybody holds.</summary>
    public RoleBuilder Acting(Posts posts, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.Acting, pen => posts.Select(p => (YamlNode)pen.Text(p.Name)), file, line);

    /// <summary>The acting roles hold it for norms under these tags only.</summary>
    public RoleBuilder ActingFor(Texts tags, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        More(Keywords.ActingFor, pen => tags.Select(t => (YamlNode)pen.Text(t)), file, line);

    private RoleBuilder Say(Keyword key, Func<Pen, YamlNode> value, string file, int line)
    {
        _draft.Set(key, value, file, line);
        return this;
    }

    private RoleBuilder More(Keyword key, Func<Pen, IEnumerable<YamlNode>> values, string file, int line)
    {
        _draft.Add(key, values, file, line);
        return this;
    }
}
