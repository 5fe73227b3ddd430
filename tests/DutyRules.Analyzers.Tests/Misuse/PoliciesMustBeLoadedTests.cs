using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Misuse;

public sealed class PoliciesMustBeLoadedTests
{
    [Fact]
    public Task Said_to_nobody_or_loaded_for_nothing_Triggers() => Rule<PoliciesMustBeLoaded>.Finds("""
        var kept = Duties.With("hall.vocabulary.yaml");
        [|new Duties().Policy("hall", p => p.Duty("a"))|];
        [|kept.Load()|];
        """);

    [Fact]
    public Task Added_to_what_is_kept_DoesNotTrigger() => Rule<PoliciesMustBeLoaded>.Finds("""
        var kept = Duties.With("hall.vocabulary.yaml");
        kept.Policy("hall", p => p.Duty("a").Who(TheSite));
        Console.WriteLine(kept.Load());
        """);
}
