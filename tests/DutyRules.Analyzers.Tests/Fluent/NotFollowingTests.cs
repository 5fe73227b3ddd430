using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Fluent;

/// <summary>What is known only when the program runs is not guessed: the policy is left out, and it is said why. Code of the program is never run.</summary>
public sealed class NotFollowingTests
{
    private const string Right = ".Who(Each(StoreManager)).Every(Day).Must<ClockIn>().Due(At(7, 40));";
    private const string Mistaken = ".Who(Each(\"nobody\")).Every(Day).Must<ClockIn>().Due(At(7, 40));";

    [Theory]
    [InlineData("p.Duty(args[0])" + Mistaken, "args")]
    [InlineData("p.Duty(System.IO.File.ReadAllText(\"FOLDER/hall.vocabulary.yaml\"))" + Mistaken, "System.IO.File.ReadAllText(\"FOLDER/hall.vocabulary.yaml\")")]
    [InlineData("if (args.Length > 3) { p.Duty(\"a\")" + Mistaken + " }", "args")]
    [InlineData("foreach (string id in System.Linq.Enumerable.Range(0, 2000000000).Select(i => $\"{i}\")) { p.Duty(id)" + Mistaken + " }", "System.Linq.Enumerable.Range(0, 2000000000)")]
    [InlineData("p.Duty(\"a\").When<ComplaintReceived>(c => c.Amount > args.Length)" + ".Who(StoreManager).Must<ComplaintAnswered>().Within(1.Hours());", "args")]
    [InlineData("System.IO.File.Delete(\"FOLDER/hall.vocabulary.yaml\"); p.Duty(System.Environment.MachineName)" + Mistaken, "System.Environment.MachineName")]
    public async Task A_policy_that_depends_on_it_is_left_out(string policy, string cause)
    {
        using var program = new FluentProgram("using System.Linq;\n" + Hall.Program(policy), Hall.Files);

        var found = Assert.Single(await program.Analyzed());

        Assert.Equal("DUTY8101", found.Id);
        Assert.StartsWith($"`Policy(\"twin\", …)` is not judged while it is written, because of `{cause.Replace("FOLDER", Path.GetDirectoryName(found.Location.SourceTree!.FilePath), StringComparison.Ordinal)}`:", found.GetMessage(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(found.Location.SourceTree!.FilePath)!, "hall.vocabulary.yaml")));
    }

    [Fact]
    public async Task What_never_ends_is_left_out_and_the_next_policy_is_judged()
    {
        using var program = new FluentProgram(Hall.Program($"while (true) {{ }}\n}}).Policy(\"other\", p =>\n{{\np.Duty(\"b\"){Mistaken}"), Hall.Files);

        var found = await program.Analyzed();

        Assert.Equal(["DUTY8101", "DUTY1303"], found.Select(d => d.Id));
        Assert.Contains("it takes too many steps", found[0].GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_policies_beside_it_are_judged()
    {
        using var program = new FluentProgram(Hall.Program($"p.Duty(args[0]){Right}\n}}).Policy(\"other\", p =>\n{{\np.Duty(\"b\"){Mistaken}"), Hall.Files);

        Assert.Equal(["DUTY8101", "DUTY1303"], (await program.Analyzed()).Select(d => d.Id));
    }

    [Fact]
    public async Task Without_its_vocabulary_a_policy_is_judged_as_far_as_it_needs_none()
    {
        using var program = new FluentProgram(Hall.Program("p.Duty(\"a\").When<ComplaintReceived>(c => c.Complaint.ToString() == \"\").Who(Each(\"nobody\")).Must<ComplaintAnswered>().Within(1.Hours());"));

        Assert.Equal(["DUTY3501", "DUTY8102", "DUTY8102"], (await program.Analyzed()).Select(d => d.Id).Order());
    }

    [Fact]
    public async Task A_file_that_somebody_names_when_the_program_runs()
    {
        using var program = new FluentProgram(Hall.Program($"p.Duty(\"a\"){Mistaken}").Replace("\"FOLDER/hall.vocabulary.yaml\"", "args[0]", StringComparison.Ordinal), Hall.Files);

        var found = Assert.Single(await program.Analyzed());

        Assert.Equal("DUTY8101", found.Id);
    }
}
