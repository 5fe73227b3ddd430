using DutyRules.Events;
using DutyRules.Norms;

namespace DutyRules.Wording;

/// <summary>Says what the names in a norm mean, where the name alone does not: events that others count as, and states that begin anew or look back.</summary>
internal sealed class MeaningText(PolicySet policies, WindowText window, Words words)
{
    public string Of(Norm norm)
    {
        var states = NormReads.States(norm).ToList();
        var types = NormReads.PatternTypes(norm).Concat(states.SelectMany(s => s.Sources).Select(s => s.Type));
        var parts = types.SelectMany(Derived).Distinct().Select(Counts).Concat(states.Select(State).OfType<string>()).Concat(Acting(norm));
        return string.Join(words.Say("; ", "；"), parts);
    }

    // Of who bears it that is said there.
    private IEnumerable<string> Acting(Norm norm) => norm.Roles()
        .Where(r => !r.Acting.IsEmpty && r != ((norm.Parties.Who as PostParty)?.Role ?? (norm.Parties.Who as EachParty)?.Role))
        .Select(r => (Role: words.Title(r.Title), Acting: words.List(r.Acting.Select(a => words.Title(a.Title)))))
        .Select(r => words.Say($"{r.Role}: while nobody holds it, {r.Acting}", $"{r.Role}：无人在任时由{r.Acting}顶岗"));

    private IEnumerable<CountsAs> Derived(EventType type) =>
        policies.Vocabulary.Derived.OfType<CountsAs>().FirstOrDefault(d => d.Type == type) is { } counts
            ? counts.Sources.SelectMany(s => Derived(s.Type)).Prepend(counts)
            : [];

    private string Counts(CountsAs counts)
    {
        var sources = string.Join(words.Say(" or ", "或"), counts.Sources.Select(window.Pattern));
        return words.Say($"{words.Title(counts.Type.Title)}: {sources}", $"{words.Title(counts.Type.Title)}：{sources}");
    }

    private string? State(StateDefinition state)
    {
        var how = state switch
        {
            CountState { Per: { } per } => Anew(per),
            SumState { Per: { } per } => Anew(per),
            CountState { Over: { } over } => Last(over),
            SumState { Over: { } over } => Last(over),
            LatestState { Back.IsEmpty: false } latest => Back(latest),
            _ => null,
        };
        return how is null ? null : words.Say($"{words.Title(state.Title)}: {Counted(state)}{how}", $"{words.Title(state.Title)}：{Counted(state)}{how}");
    }

    // Of counts: what is counted, which the title need not say.
    private string Counted(StateDefinition state) => state is CountState count
        ? string.Join(words.Say(" or ", "或"), count.Up.Select(window.Pattern)) + words.Say(", ", "，")
        : "";

    private string Anew(CalendarUnit unit)
    {
        var period = new PeriodText(words).Every(unit);
        return words.Say($"counted anew {period}", $"{period}重新计起");
    }

    private string Last(NodaTime.Duration over) => words.Say($"of the last {words.Duration(over)}", $"近 {words.Duration(over)}之内");

    private string Back(LatestState latest)
    {
        var events = string.Join(words.Say(" or ", "或"), latest.Back.Select(window.Pattern));
        return words.Say($"back to its start on {events}", $"遇{events}复位");
    }
}
