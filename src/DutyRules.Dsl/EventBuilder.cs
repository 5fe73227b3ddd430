using System.Runtime.CompilerServices;
using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Dsl;

/// <summary>What is said of an event beside its fields.</summary>
public sealed class EventBuilder
{
    private readonly Draft _draft;

    internal EventBuilder(Draft draft) => _draft = draft;

    /// <summary>What people call it.</summary>
    public EventBuilder Title(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Title, pen => pen.Localized(zh, en), file, line);

    /// <summary>It has a beginning and an end, so far apart at most.</summary>
    public EventBuilder LastsUpTo(Length length, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Lasts, pen => pen.Text($"up to {length.Text}"), file, line);

    /// <summary>How late its record may come.</summary>
    public EventBuilder ArrivesUpTo(Duration late, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Say(Keywords.Arrives, pen => pen.Text($"up to {Literals.Length(late)} late"), file, line);

    private EventBuilder Say(Keyword key, Func<Pen, YamlNode> value, string file, int line)
    {
        _draft.Set(key, value, file, line);
        return this;
    }
}
