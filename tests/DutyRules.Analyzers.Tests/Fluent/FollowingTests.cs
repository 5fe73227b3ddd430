using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Fluent;

/// <summary>C# around a policy that is followed: the mistake that each of these holds is found where it is when the policy is loaded.</summary>
public sealed class FollowingTests
{
    private const string Wrong = ".Who(Each(StoreManager)).Every(Day).Must<ClockIn>().Due(At(7, 40)).Cites(\"a\").Within(2.Hours())";

    [Fact]
    public Task A_method_that_is_handed_the_policy() => IsFollowed(
        "More.Reports(p, \"reports\"); More.Reports<ClockIn>(p);",
        $$"""
        static class More
        {
            public static void Reports(PolicyBuilder p, string id) => p.Duty(id){{Wrong}};

            public static void Reports<T>(PolicyBuilder p) where T : Happening => p.Duty("t").Who(Each("store-managre")).Every(Day).Must<T>().Due(At(7, 40));
        }
        """);

    [Fact]
    public Task Loops_over_lists_of_the_code() => IsFollowed($$"""
        (string Id, int Hour)[] rows = [("a", 7), ("b", 8)];
        foreach (var (id, hour) in rows)
        {
            p.Duty(id).Who(Each(StoreManager)).Every(Day).Must<ClockIn>().Due(At(hour, hour == 8 ? 99 - 40 : 0)).Within(hour.Hours());
        }

        for (int i = 0; i < 3; i++)
        {
            if (i == 1)
            {
                continue;
            }

            p.Duty($"c{i}"){{Wrong}};
        }
        """);

    [Fact]
    public Task Rows_that_are_records_of_the_program() => IsFollowed(
        """
        foreach (var row in new Row[] { new("a", DayOfMonth(8)) { Of = StoreManager }, new("b", DayOfMonth(33)) })
        {
            p.Duty(row.Id).Who(row.Of).Every(Month).Must<ReportFiled>().Due(row.Day.EndOfDay);
        }
        """,
        """
        sealed record Row(string Id, OnDay Day)
        {
            public Post Of { get; set; } = "nobody";
        }
        """);

    [Fact]
    public Task Lists_that_are_made_of_others() => IsFollowed($$"""
        var kinds = new List<string> { "x", "y" };
        foreach (string id in kinds.Select((k, i) => $"{k}.{i}").Where(k => k != "y.1").Concat(["z"]))
        {
            p.Duty(id){{Wrong}};
        }
        """);

    [Fact]
    public Task Words_that_are_kept_in_variables() => IsFollowed("""
        const int hour = 7;
        var due = hour switch { 7 => NextDay.At(hour, 40), _ => At(0, 0) };
        Occurrence<CashPaidIn> paid = Event<CashPaidIn>(e => e.Amount > "x".Length);
        var duty = p.Duty("a").Who(Each("cashire")).Every(Day).Must(paid.Times(AtLeast(2)));
        duty.Due(due);
        """);

    [Fact]
    public Task A_condition_that_calls_a_method_of_the_program() => IsFollowed(
        "p.Duty(\"a\").When<ComplaintReceived>(c => Amounts.IsLarge(c.Amount)).Who(StoreManager).Must<ComplaintAnswered>().Within(1.Hours());",
        "static class Amounts { public static bool IsLarge(Money amount) => amount > 5; }");

    [Fact]
    public Task A_vocabulary_in_CSharp()
    {
        using var program = new FluentProgram("""
            using DutyRules.Dsl;
            using NodaTime;
            using static DutyRules.Dsl.Words;

            var duties = new Duties();
            duties.Vocabulary("hall", v =>
            {
                v.Zone("Asia/Shanghai").Site("s1", zh: "一号厅", en: "Hall 1");
                v.Event<ClockIn>(e => e.Title(zh: "到岗签到", en: "clock-in").ArrivesUpTo(1.Days()));
                var manager = v.Role("store-manager");
                v.Holds("li", manager, "s7", from: new LocalDate(2026, 3, 1));
            });
            duties.Policy("hall/day", p =>
            {
                p.Duty("on-site").Who(Each("store-manager")).Every(Day).Must<ClockIn>(c => c.Rank == Rank.High).Due(At(7, 40));
                p.Duty("on-site-2").Who(Each("store-managre")).Every(Day).Must<ClockIn>().Due(At(7, 40));
            });
            duties.Load().Show();

            record ClockIn(PersonId Person, SiteId Site, Rank Rank) : Happening;

            enum Rank { [Named("top")] High, Low }
            """);

        return IsTheSame(program);
    }

    [Fact]
    public async Task Two_clauses_on_one_line_have_places_of_their_own()
    {
        using var program = new FluentProgram(Hall.Program("p.Duty(\"a\").Who(Each(\"store-managre\")).Every(Shift(\"latte\")).Must<ClockIn>();"), Hall.Files);

        Assert.Equal(["Who(Each(\"store-managre\"))", "Every(Shift(\"latte\"))"], (await program.Analyzed()).Select(d => program.Text.Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length)));
    }

    private static Task IsFollowed(string policy, string more = "")
    {
        using var program = new FluentProgram("using System.Collections.Generic;\nusing System.Linq;\n" + Hall.Program(policy).Replace("\nrecord ClockIn(", $"\n{more}\n\nrecord ClockIn(", StringComparison.Ordinal), Hall.Files);
        return IsTheSame(program);
    }

    private static async Task IsTheSame(FluentProgram program)
    {
        // Whatever a clause within a loop is found to lack is said once.
        var ran = program.Ran().Distinct();

        Assert.NotEmpty(ran);
        Assert.Equal(ran, (await program.AnalyzedLines()).Distinct());
    }
}
