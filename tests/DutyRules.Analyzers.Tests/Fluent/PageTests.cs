using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Fluent;

/// <summary>The ten duties of the page on policies in C# are followed wholly, and a mistake in any of them is found where <c>Load</c> finds it.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task What_the_page_shows_is_without_a_mistake()
    {
        using var program = new FluentProgram(Hall.Duties, Hall.Files);

        Assert.Equal(["DUTY1605"], (await program.Analyzed()).Select(d => d.Id));
        Assert.Equal(program.Ran(), await program.AnalyzedLines());
    }

    [Theory]
    [InlineData(".Who(Each(StoreManager))\n    .Every(Day)\n    .Must<ClockIn>()", ".Who(Each(\"store-managre\"))\n    .Every(Day)\n    .Must<ClockIn>()")]
    [InlineData(".EachLasting(AtLeast(30.Minutes()))", ".EachLasting(AtLeast(3))")]
    [InlineData(".Same(c => c.Complaint)\n    .Within(Promptly)", ".Same(c => c.Complaint)\n    .Within(Penalty.Name == \"penalty\" ? 0.Minutes() : 1.Minutes())")]
    [InlineData(".Who(c => c.Person)\n    .Must<ComplaintAnswered>()\n    .Same(c => c.Complaint)\n    .Within(Promptly)", ".Who(c => c.Complaint.Name == \"a\" ? c.Person : c.Person)\n    .Must<ComplaintAnswered>()\n    .Same(c => c.Complaint)\n    .Within(Promptly)")]
    [InlineData(".Unless(() => Waiting > 20)", ".Unless(() => Waiting > 20 && Waiting < 10)")]
    [InlineData(".Lasting(MoreThan(5.Minutes()))", ".Every(Day)\n    .Lasting(MoreThan(5.Minutes()))")]
    [InlineData(".Share(AtLeast(80.Percent()))", ".Share(AtLeast(180.Percent()))")]
    [InlineData("t => t.Time < At(17, 0)", "t => t.Time < At(17, 0) && t.Time > At(18, 0)")]
    [InlineData(".OnlyAfter<Inspection>()", ".OnlyAfter<Inspection>(i => i.ToString() == \"\")")]
    [InlineData(".Due(DayOfMonth(8).OrTheNextWorkingDay.EndOfDay)", ".Due(DayOfMonth(32).OrTheNextWorkingDay.EndOfDay)")]
    [InlineData(".Every(Shift(\"early\", \"late\"))", ".Every(Shift(\"early\", \"latte\"))")]
    [InlineData("AtLeast(1000))", "AtLeast(10.Minutes()))")]
    [InlineData(".Times(h => AtLeast(h.Needed))", ".Times(h => AtLeast(h.Needed))\n    .Times(h => AtLeast(h.Needed))")]
    [InlineData(".When(answered.Breached, b => b.Tier == Tier.Vip)", ".When(Norm<ComplaintReceived>(\"answered-by-ovner\").Breached, b => b.Tier == Tier.Vip)")]
    [InlineData("(ReportKind.Faults, 10)", "(ReportKind.Faults, 100)")]
    public async Task A_mistake_is_found_as_it_is_when_the_policy_is_loaded(string right, string wrong)
    {
        Assert.Contains(right, Hall.Duties, StringComparison.Ordinal);
        using var program = new FluentProgram(Hall.Duties.Replace(right, wrong, StringComparison.Ordinal), Hall.Files);

        var ran = program.Ran();

        Assert.NotEmpty(ran);
        Assert.Equal(ran, await program.AnalyzedLines());
    }
}
