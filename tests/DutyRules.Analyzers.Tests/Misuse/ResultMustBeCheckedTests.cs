using DutyRules.Analyzers.Fixes.Misuse;
using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Misuse;

public sealed class ResultMustBeCheckedTests
{
    [Fact]
    public Task Value_taken_unseen_Triggers() => Rule<ResultMustBeChecked>.Finds("""
        static void Take(DutyMonitor monitor, EventJson events, string line)
        {
            _ = monitor.Observe([|events.Read(line).Record!|]);
            var policies = [|PolicyLoader.LoadFrom("policies").Policies!|];
        }
        """);

    [Fact]
    public Task Diagnostics_looked_at_DoesNotTrigger() => Rule<ResultMustBeChecked>.Finds("""
        static PolicySet Load()
        {
            var result = PolicyLoader.LoadFrom("policies");
            foreach (var finding in result.Diagnostics)
            {
                Console.Error.WriteLine(finding);
            }

            return result.Policies!;
        }
        """);

    [Fact]
    public Task Asked_whether_it_is_there_DoesNotTrigger() => Rule<ResultMustBeChecked>.Finds("""
        static PolicySet Load(LoadResult result) => result.Policies is null ? throw new InvalidOperationException() : result.Policies!;
        """);

    [Fact]
    public Task Fix_stops_with_what_is_wrong_everywhere() => Rule<ResultMustBeChecked>.Mends<ResultMustBeCheckedFix>(
        """
        static int Count(LoadResult one, LoadResult other)
        {
            var policies = [|one.Policies!|];
            return policies.Norms.Length + [|other.Policies!|].Norms.Length;
        }
        """,
        """
        static int Count(LoadResult one, LoadResult other)
        {
            var policies = one.Policies ?? throw new InvalidOperationException(string.Join("\n", one.Diagnostics));
            return policies.Norms.Length + (other.Policies ?? throw new InvalidOperationException(string.Join("\n", other.Diagnostics))).Norms.Length;
        }
        """);
}
