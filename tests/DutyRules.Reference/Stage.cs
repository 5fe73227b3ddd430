using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Reference;

/// <summary>
/// An instance with the window that it has for a while: until the first event that its window begins or ends with has come (W6). A norm whose window has ordinary ends has one.
/// </summary>
internal sealed record Stage(Instance Instance)
{
    /// <summary>The event that ends it: nothing of a cut greater than its time is decided in it, but by an event of an earlier step.</summary>
    public Occurrence? Until { get; init; }

    /// <summary>The window has begun: what must be in it counts, and lapses are looked for.</summary>
    public bool HasBegun { get; init; } = true;

    /// <summary>What silence decides at the end of the window does not hold.</summary>
    public bool HasNoSilence { get; init; }

    /// <summary>What decides if nothing else does.</summary>
    public Decision? Otherwise { get; init; }

    /// <summary>Whether a decision is made in it.</summary>
    public bool Decides(Decision decision) => Until is not { } until || decision.Cut <= until.Time
        || (decision is { Precedence: Precedence.KeptByAnEvent or Precedence.BrokenByAnEvent, Act: { } act } && (act.Time, act.Step).CompareTo((until.Time, until.Step)) < 0);
}

/// <summary>The windows that an instance has one after the other (W6).</summary>
internal sealed class Stages(Partition partition, Instance instance, ISet<string> rules)
{
    public IEnumerable<Stage> All()
    {
        var opened = instance;
        if (instance.Norm.Window.Opens.Anchor is FirstEvent opening && instance.Window is { } whole)
        {
            switch (new FirstEvents(partition, instance, rules).Find(opening, whole))
            {
                case null:
                    yield return new Stage(instance) { HasBegun = false, Otherwise = NeverCame(whole) };
                    yield break;
                case { IsSure: false } unknown:
                    yield return new Stage(instance) { HasBegun = false, Otherwise = Unknown(unknown) };
                    yield break;
                case var came:
                    yield return new Stage(instance) { HasBegun = false, Until = came.First };
                    opened = instance with { Window = whole with { Open = came.Time }, Openers = [.. came.Matches.Select(match => match.Occurrence)] };
                    break;
            }
        }

        if (instance.Norm.Window.Closes.Anchor is not FirstEvent { StillOwed: var stillOwed } closing || opened.Window is not { } window)
        {
            yield return new Stage(opened);
            yield break;
        }

        switch (new FirstEvents(partition, opened, rules).Find(closing, window))
        {
            case null:
                yield return new Stage(opened) { HasNoSilence = !stillOwed, Otherwise = stillOwed ? null : NeverCame(window) };
                break;
            case { IsSure: false } unknown:
                yield return new Stage(opened) { Otherwise = Unknown(unknown) };
                break;
            case var came:
                yield return new Stage(opened) { Until = came.First };
                yield return new Stage(opened with { Window = new Opening(window.Open, came.Time + 1, came.Time, true) });
                break;
        }
    }

    private static Decision NeverCame(Opening window) => Decision.AtClose(window, VerdictStatus.Void, ReasonCode.NeverCame);

    private static Decision Unknown(FirstFound found) =>
        new(VerdictStatus.Undetermined, ReasonCode.NotKnown, found.Time, found.Time + 1, Precedence.UnknownFirstEvent);
}
