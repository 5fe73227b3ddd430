using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;

namespace DutyRules.Dsl;

/// <summary>What stands in the source and is no duty: it is kept on record, so that every clause can be accounted for.</summary>
public sealed class Entry
{
    private readonly Draft _draft;

    internal Entry(Draft draft) => _draft = draft;

    /// <summary>What people call it.</summary>
    public Entry Title(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Title, pen => pen.Localized(zh, en), file, line);

    /// <summary>What it says, in short.</summary>
    public Entry Gist(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Gist, pen => pen.Localized(zh, en), file, line);

    /// <summary>Why it is not applied.</summary>
    public Entry Because(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Because, pen => pen.Localized(zh, en), file, line);

    /// <summary>How the wording of the source is read, where it is open.</summary>
    public Entry Reading(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Reading, pen => pen.Localized(zh, en), file, line);

    /// <summary>The clauses of the source that it stands for.</summary>
    public Entry Cites(Texts clauses, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Cites, pen => pen.Names(clauses), file, line);

    /// <summary>Whom it is about.</summary>
    public Entry Who(Party party, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Who, party.Node, file, line);

    /// <summary>Of a definition: what the vocabulary calls that which it defines.</summary>
    public Entry Defines(Texts names, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Defines, pen => pen.Names(names), file, line);

    /// <summary>Of a conflict: the norms and entries that cannot all be kept.</summary>
    public Entry ConflictsWith(Texts ids, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.ConflictsWith, pen => pen.Names(ids), file, line);

    /// <summary>Of a conflict: which of them holds.</summary>
    public Entry Prevails(Texts ids, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Prevails, pen => pen.Names(ids), file, line);

    private Entry Say(Keyword key, Func<Pen, YamlNode> value, string file, int line)
    {
        _draft.Set(key, value, file, line);
        return this;
    }
}

/// <summary>What may be done, and which norms that lifts.</summary>
/// <typeparam name="T">The act.</typeparam>
public sealed class Permission<T>
    where T : Happening
{
    private readonly Draft _draft;

    internal Permission(Draft draft) => _draft = draft;

    /// <summary>Who may; without it anybody.</summary>
    public Permission<T> Who(Party party, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Who, party.Node, file, line);

    /// <summary>Only if this holds.</summary>
    public Permission<T> If(Expression<Func<T, bool>> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.If, pen => pen.Condition(condition), file, line);

    /// <summary>The norms that it lifts.</summary>
    public Permission<T> Lifts(Texts norms, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Lifts, pen => pen.Names(norms), file, line);

    /// <summary>What people call it.</summary>
    public Permission<T> Title(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Title, pen => pen.Localized(zh, en), file, line);

    /// <summary>What it says, in short.</summary>
    public Permission<T> Gist(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Gist, pen => pen.Localized(zh, en), file, line);

    /// <summary>How the wording of the source is read, where it is open.</summary>
    public Permission<T> Reading(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Reading, pen => pen.Localized(zh, en), file, line);

    /// <summary>The clauses of the source that it follows.</summary>
    public Permission<T> Cites(Texts clauses, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Say(Keywords.Cites, pen => pen.Names(clauses), file, line);

    private Permission<T> Say(Keyword key, Func<Pen, YamlNode> value, string file, int line)
    {
        _draft.Set(key, value, file, line);
        return this;
    }
}
