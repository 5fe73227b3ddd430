using System.Runtime.CompilerServices;
using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using NodaTime;

namespace DutyRules.Dsl;

/// <summary>What is said of the event in which somebody says whether a duty was kept.</summary>
public sealed class AttestationsBuilder
{
    private readonly Draft _draft;

    internal AttestationsBuilder(Draft draft) => _draft = draft;

    /// <summary>What people call it.</summary>
    public AttestationsBuilder Title(string zh, string? en = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _draft.Set(Keywords.Title, pen => pen.Localized(zh, en), file, line);
        return this;
    }

    /// <summary>How late it may come.</summary>
    public AttestationsBuilder ArrivesUpTo(Duration late, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _draft.Set(Keywords.Arrives, pen => pen.Text($"up to {Literals.Length(late)} late"), file, line);
        return this;
    }
}
