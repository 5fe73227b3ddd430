using System.Text.Json;
using DutyRules.Cli.Tests.Support;
using static DutyRules.Cli.Tests.Support.Examples;

namespace DutyRules.Cli.Tests;

/// <summary>What the plans of the examples come to. The dates and times of the halls are reckoned by hand in their README.</summary>
public sealed class ExamplePlanTests : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public async Task The_turn_of_the_year_for_the_duty_manager_of_a_hall()
    {
        var plan = _place.Dutyrules(
            "plan", In("telecom-hall"), "--from", "2026-12-01", "--to", "2027-01-31", "--role", "duty-manager", "--site", "east", "--format", "jsonl");

        Assert.Equal(0, plan.Code);
        await Verify(string.Join('\n', Lines(plan).Select(Duty)));
    }

    [Fact]
    public void All_roles_together_have_as_many_duties_as_reckoned()
    {
        var plan = _place.Dutyrules(
            "plan", In("telecom-hall"), "--roster", In("telecom-hall/roster-2026.csv"), "--from", "2026-12-01", "--to", "2027-01-31", "--format", "jsonl");

        Assert.Equal(
            [("scheduled", 728), ("undetermined", 508)],
            Lines(plan).GroupBy(d => d.GetProperty("stage").GetString()!).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count())));
    }

    [Fact]
    public async Task A_year_of_the_hotline_breaks_its_rules_where_it_was_planted() =>
        await Verify(Breaches(
            "run", In("telecom-hall/hotline"), "--roster", In("telecom-hall/hotline/roster-2026.csv"), "--events", In("telecom-hall/hotline/swaps-2026.jsonl"), "--planned", "--until", "2027-01-01"));

    [Fact]
    public async Task A_year_of_the_halls_leaves_the_counters_empty_once() =>
        await Verify(Breaches("run", In("telecom-hall"), "--roster", In("telecom-hall/roster-2026.csv"), "--planned"));

    public void Dispose() => _place.Dispose();

    private static IEnumerable<JsonElement> Lines(Run run) =>
        run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);

    private static string Duty(JsonElement duty)
    {
        string Time(string name) => duty.GetProperty(name).GetString()![..16].Replace('T', ' ');
        var notes = string.Join("; ", duty.GetProperty("notes").EnumerateArray().Select(n => n.GetProperty("en").GetString()));
        var people = string.Join(", ", duty.GetProperty("people").EnumerateArray().Select(p => p.GetString()));
        var id = duty.GetProperty("norm").GetString();
        return duty.GetProperty("stage").GetString() == "undetermined"
            ? $"{duty.GetProperty("day").GetString()}  {id}  not known: {notes}"
            : $"{duty.GetProperty("day").GetString()}  {id}  {people}  {Time("opens")} – {Time("due")}{(duty.GetProperty("dueInclusive").GetBoolean() ? "" : " exclusive")}  {notes}".TrimEnd();
    }

    private string Breaches(params string[] args)
    {
        var run = _place.Dutyrules([.. args, "--format", "jsonl", "--status", "breached"]);

        Assert.Equal(0, run.Code);
        return string.Join('\n', Lines(run).Select(v => $"{v.GetProperty("decidedAt").GetString()![..19]}  {v.GetProperty("norm").GetString()}  {v.GetProperty("key")}  {v.GetProperty("reason").GetProperty("en").GetString()}"));
    }
}
