using System.Runtime.CompilerServices;
using DutyRules.Dsl.Writing;
using DutyRules.Policies;
using NodaTime;

namespace DutyRules.Dsl;

/// <summary>What is said of the roster of shifts beside its kinds.</summary>
public sealed class ShiftsBuilder
{
    private readonly Draft _draft;

    internal ShiftsBuilder(Draft draft) => _draft = draft;

    /// <summary>How late a change of the roster may come.</summary>
    public ShiftsBuilder ArrivesUpTo(Duration late, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _draft.Set(Keywords.Arrives, pen => pen.Text($"up to {Literals.Length(late)} late"), file, line);
        return this;
    }

    /// <summary>What happens at the start of a shift, on a plan.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public ShiftsBuilder Begins<TEvent>([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening => Say<TEvent>(Keywords.Begins, file, line);

    /// <summary>What happens at the end of a shift, on a plan.</summary>
    /// <typeparam name="TEvent">The event.</typeparam>
    public ShiftsBuilder Ends<TEvent>([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEvent : Happening => Say<TEvent>(Keywords.Ends, file, line);

    private ShiftsBuilder Say<TEvent>(Keyword key, string file, int line)
    {
        _draft.Set(key, pen => pen.Word(DeclaredName.Of(typeof(TEvent))), file, line);
        return this;
    }
}
