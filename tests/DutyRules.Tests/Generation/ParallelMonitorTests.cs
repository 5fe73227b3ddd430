using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>Several threads say what one says, change by change, and what is handed in by the hour is judged as what is handed in one by one.</summary>
public sealed class ParallelMonitorTests
{
    private const int Cases = 150;
    private const int FirstSeed = 300_000;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Several_threads_say_what_one_says(int degree) => ForAll(seed => Case.Generate(seed), (@case, script) => Compare(@case, script, degree));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void They_do_so_of_plain_norms_whose_events_come_in_order(int degree) => ForAll(Plain, (@case, script) => Compare(@case, script, degree));

    [Fact]
    public void By_the_hour_the_verdicts_are_those_of_one_by_one() => Parallel.For(0, Cases, i =>
    {
        var plain = Plain((ulong)(FirstSeed + i));
        // A correction may be in time for the hour that is too late one by one.
        var @case = plain with { Records = [.. plain.Records.Where(r => r is { Revision: 0, Withdrawn: false })] };
        var oneByOne = Deliveries(@case)[0];
        Assert.Equal(FinalsOf(@case, oneByOne), FinalsOf(@case, ByTheHour(@case, 3)));
    });

    private static Case Plain(ulong seed) => Case.Generate(seed, inOrder: true, choose: Features.ChoosePlain);

    private static void ForAll(Func<ulong, Case> generate, Action<Case, Script> check) => Parallel.For(0, Cases, i =>
    {
        var @case = generate((ulong)(FirstSeed + i));
        foreach (var script in Deliveries(@case).Append(ByTheHour(@case, 5)))
            check(@case, script with { Steps = script.Steps.Insert(script.Steps.Length / 2, new Restart()) });
    });

    private static IReadOnlyList<Script> Deliveries(Case @case) => new DeliveryChoices(new Choices(@case.Seed), @case).Make();

    private static Script ByTheHour(Case @case, int hours)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        for (var time = @case.Start; time < @case.End; time += Duration.FromHours(hours))
        {
            var next = Instant.Min(time + Duration.FromHours(hours), @case.End);
            steps.AddRange(@case.Records.Where(r => time <= FirstTime(r) && FirstTime(r) < next).OrderBy(FirstTime).Select(r => new Observe(r)));
            steps.Add(new Advance(next));
        }

        steps.Add(new Complete(@case.End));
        return new Script($"every {hours} hours", steps.ToImmutable());
    }

    private static Instant FirstTime(EventRecord record) => record.Was.Append(record.Time).Min();

    private static void Compare(Case @case, Script script, int degree)
    {
        var options = new MonitorOptions { MaxAhead = Case.MaxAhead };
        var one = new DutyMonitor(@case.Policies, @case.Start, options);
        var several = new ParallelMonitor(@case.Policies, @case.Start, degree, options);
        var together = new List<EventRecord>();
        foreach (var step in script.Steps)
        {
            if (step is Observe { Record: var record })
            {
                together.Add(record);
                continue;
            }

            Assert.Equal(together.Select(one.Observe).Select(TextOf), several.Observe(together).Select(TextOf));
            together.Clear();
            switch (step)
            {
                case Advance { To: var to }:
                    Equal(@case, script, one.AdvanceTo(to), several.AdvanceTo(to));
                    break;
                case Complete { To: var to }:
                    Equal(@case, script, one.CompleteTo(to), several.CompleteTo(to));
                    break;
                case Restart:
                    Assert.Equal(one.Upcoming().Select(TextOf), several.Upcoming().Select(TextOf));
                    Assert.Equal(one.Upcoming(@case.Start, @case.End).Select(TextOf), several.Upcoming(@case.Start, @case.End).Select(TextOf));
                    (one, several) = Exchange(@case, one, several, 5 - several.Degree);
                    break;
            }

            Assert.Equal(one.Now, several.Now);
        }

        Assert.Equivalent(one.Counts, several.Counts, strict: true);
    }

    /// <summary>Each goes on from where the other stopped.</summary>
    private static (DutyMonitor One, ParallelMonitor Several) Exchange(Case @case, DutyMonitor one, ParallelMonitor several, int degree)
    {
        var (ofOne, ofSeveral) = (new MemoryStream(), new MemoryStream());
        one.Snapshot(ofOne);
        several.Snapshot(ofSeveral);
        ofOne.Position = ofSeveral.Position = 0;
        return (DutyMonitor.Restore(@case.Policies, ofSeveral), ParallelMonitor.Restore(@case.Policies, ofOne, degree));
    }

    private static void Equal(Case @case, Script script, IReadOnlyList<VerdictChange> expected, IReadOnlyList<VerdictChange> actual)
    {
        var (first, second) = (string.Join('\n', expected.Select(TextOf)), string.Join('\n', actual.Select(TextOf)));
        Assert.True(first == second, $"seed {@case.Seed}, {script.Name}: one\n{first}\nseveral\n{second}");
    }

    private static string FinalsOf(Case @case, Script script) =>
        string.Join('\n', Play.All(@case.Policies, @case.Start, script).SelectMany(said => said).Where(c => c.IsFinal).Select(c => CaseText.Of(c.Verdict)).Order(StringComparer.Ordinal));

    private static string TextOf(VerdictChange change) =>
        $"{change.Kind} {CaseText.Of(change.Verdict)} before {(change.Previous is { } previous ? CaseText.Of(previous) : "")} cause {change.Cause} watermark {CaseText.Of(change.Watermark)}";

    private static string TextOf(Observation observation) => $"{observation.Status} {observation.Problem}";

    private static string TextOf(UpcomingDuty duty) => $"{duty.Due} {duty.Partition} {duty.Instance} {duty.Stage}";
}
