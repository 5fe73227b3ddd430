using DutyRules.Expressions;
using DutyRules.Norms;
using NodaTime;
using static DutyRules.Tests.Generation.ScopeWorld;
using static DutyRules.Tests.Semantics.Hall;

namespace DutyRules.Tests.Generation;

/// <summary>C18 and C19, worked out by hand.</summary>
public sealed class MetAndAttestedExampleTests
{
    private static readonly Duration Five = Duration.FromMinutes(5);
    private static readonly Window ToTen = Between(new LocalTime(10, 0), new LocalTime(10, 10));
    private static readonly Expression Busy = State("busy");

    // C18
    [Theory]
    [InlineData("start 10:03 Li", "Fulfilled Met 10:03 left=7")]
    [InlineData("start 09:00 Li", "Fulfilled Met 10:00 left=10")]
    [InlineData("start 10:10 Li", "Fulfilled Met 10:10 left=0")]
    [InlineData("start 10:10+ Li", "Breached NotMet 10:10")]
    [InlineData("start 10:03#0 Li, stop 10:03#1 Li", "Breached NotMet 10:10")]
    [InlineData("start 09:00 Li, stop 10:00 Li", "Breached NotMet 10:10")]
    public void Met(string history, string expected) => Assert.Equal(expected, new Story(Daily(new MeetContent(Busy)))[history]);

    // C18: The level is unknown from five minutes after a gauge on.
    [Theory]
    [InlineData("gauge 09:58 0, gauge 10:02 0, gauge 10:06 0", "Breached NotMet 10:10")]
    [InlineData("gauge 09:58 0, gauge 10:02 0", "Undetermined NotKnown 10:10")]
    [InlineData("gauge 10:08 1", "Fulfilled Met 10:08 left=2")]
    public void It_was_unknown_for_some_time(string history, string expected) => Assert.Equal(expected, new Story(Daily(new MeetContent(AtLeast("level", 1))))[history]);

    // T6: what is met at the instant at which it would lapse is met.
    [Theory]
    [InlineData("start 10:03 Li, visit 10:03 c1", "Fulfilled Met 10:03 left=7")]
    [InlineData("start 10:03+ Li, visit 10:03 c1", "Void Lapsed 10:03")]
    public void Met_when_it_lapses(string history, string expected) =>
        Assert.Equal(expected, new Story(Daily(new MeetContent(Busy)) with { Exceptions = [new LapsesException(AtLeast("open-cases", 1))] })[history]);

    // C19
    [Theory]
    [InlineData("attest 10:03 yes", "Fulfilled AttestedKept 10:03 [e1]")]
    [InlineData("attest 10:03 no", "Breached AttestedBroken 10:03 [e1]")]
    [InlineData("attest 10:03", "Undetermined NotKnown 10:03 [e1]")]
    [InlineData("attest 10:03 no, attest 10:04 yes", "Breached AttestedBroken 10:03 [e1]")]
    [InlineData("attest 10:10 yes", "Fulfilled AttestedKept 10:10 [e1]")]
    [InlineData("attest 10:10+ yes", "Undetermined NotAttested 10:10")]
    [InlineData("attest 09:59 yes", "Undetermined NotAttested 10:10")]
    public void Attested(string history, string expected) => Assert.Equal(expected, Asked(Daily(new AttestedContent(new(Attest), Attest.FindField("kept")!)))[history]);

    // C19
    [Theory]
    [InlineData("attest 10:03 no, attest 10:03 yes", "Fulfilled AttestedKept 10:03 [e2]")]
    [InlineData("attest 10:03 no, attest 10:03", "Undetermined NotKnown 10:03 [e2]")]
    [InlineData("attest 10:03#0 no, attest 10:03#1 yes", "Breached AttestedBroken 10:03 [e1]")]
    public void Attested_twice_at_a_time(string history, string expected) => Assert.Equal(expected, Asked(Daily(new AttestedContent(new(Attest), Attest.FindField("kept")!)))[history]);

    // C19: Li is the deputy from 10:05 until 10:10.
    [Theory]
    [InlineData("attest 10:03 Li yes", "Undetermined NotAttested 10:10")]
    [InlineData("attest 10:05 Li yes", "Fulfilled AttestedKept 10:05 [e1]")]
    [InlineData("attest 10:05 Wang yes", "Undetermined NotAttested 10:10")]
    [InlineData("attest 10:05 yes", "Undetermined NotAttested 10:10")]
    public void Attested_by_a_role(string history, string expected) =>
        Assert.Equal(expected, Asked(Daily(new AttestedContent(new(Attest), Attest.FindField("kept")!) { By = Deputy }))[history]);

    // C19: Each visit is to be attested for the person who made it, and for its case if it has one.
    [Theory]
    [InlineData("visit 10:00 Li c1, attest 10:01 for:Li of:c1 yes", "Fulfilled AttestedKept 10:01 [e1 e2]")]
    [InlineData("visit 10:00 Li c1, attest 10:01 for:Wang of:c1 yes", "Undetermined NotAttested 10:05 [e1]")]
    [InlineData("visit 10:00 Li c1, attest 10:01 for:Li of:c2 yes", "Undetermined NotAttested 10:05 [e1]")]
    [InlineData("visit 10:00 Li c1, attest 10:01 for:Li yes", "Undetermined NotAttested 10:05 [e1]")]
    [InlineData("visit 10:00 Li, attest 10:01 for:Li yes", "Fulfilled AttestedKept 10:01 [e1 e2]")]
    public void Attested_for_an_instance(string history, string expected)
    {
        var norm = Must("n", new FieldParty(Visit.FindField("person")!), new WhenFrame(new(Visit)), Within(Five), new AttestedContent(new(Attest), Attest.FindField("kept")!));
        Assert.Equal(expected, Asked(norm)[history]);
    }

    // C19, X1
    [Fact]
    public void What_excuses_is_read_at_the_word()
    {
        var norm = Daily(new AttestedContent(new(Attest), Attest.FindField("kept")!)) with { Exceptions = [new UnlessException(Busy)] };
        Assert.Equal("Excused Exception 10:03 [e2]", Asked(norm)["start 10:00 Li, attest 10:03 no, stop 10:05 Li"]);
    }

    private static Norm Daily(Content content) => Must("n", new SiteParty(), new EveryFrame(PeriodKind.Day), ToTen, content);

    private static Story Asked(Norm norm) => new(norm) { With = WithForms };
}
