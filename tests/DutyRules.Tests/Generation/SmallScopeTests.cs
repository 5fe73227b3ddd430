using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using DutyRules.Events;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>
/// The engine against the reference in every history that a small scope has room for: random choice seldom brings three things to one tick. By default a part of them
/// is played; DUTYRULES_SCOPE=all plays them all.
/// </summary>
public sealed class SmallScopeTests(ITestOutputHelper output)
{
    private static readonly Duration Tick = Duration.FromTicks(1);

    private static bool All => Environment.GetEnvironmentVariable("DUTYRULES_SCOPE") == "all";

    public static TheoryData<string> Names => [.. Scopes.All.Where(scope => scope.Needs.All(Features.OfTheEngine.Contains)).Select(scope => scope.Name)];

    /// <summary>Of the histories of a scope one in so many is played; an odd number, so that ids come in both orders.</summary>
    private static int Stride => All ? 1 : 5;

    /// <summary>One in so many is also played in all orders.</summary>
    private static int OrdersStride => All ? 1 : 95;

    [Theory]
    [MemberData(nameof(Names))]
    public void Engine_and_reference_agree(string name)
    {
        var watch = Stopwatch.StartNew();
        var scope = Scopes.All.Single(scope => scope.Name == name);
        var cases = scope.Cases().ToList();
        var (played, deliveries, verdicts) = (0, 0, 0);
        var outcomes = new ConcurrentDictionary<string, int>();
        (Case Case, Discrepancy Found)? failure = null;
        Parallel.ForEach(cases.Where(@case => (int)@case.Seed % Stride == 0), (@case, loop) =>
        {
            ImmutableArray<Script> scripts = [AtOnce(@case), .. (int)@case.Seed % OrdersStride == 0 ? Orders(@case) : []];
            var differential = new Differential(@case);
            var found = differential.Play(scripts);
            Interlocked.Increment(ref played);
            Interlocked.Add(ref deliveries, scripts.Length);
            Interlocked.Add(ref verdicts, differential.Expected.Count);
            foreach (var judged in differential.Expected)
                outcomes.AddOrUpdate($"{judged.Verdict.Status} {judged.Verdict.Reason}", 1, (_, n) => n + 1);

            if (found is not null)
            {
                loop.Stop();
                lock (cases)
                    failure ??= (@case, found);
            }
        });

        output.WriteLine($"{name}: {played} of {cases.Count} histories, {deliveries} deliveries, {verdicts} verdicts, {watch.Elapsed.TotalSeconds:0.0} s: "
            + string.Join(", ", outcomes.OrderBy(outcome => outcome.Key).Select(outcome => $"{outcome.Key} {outcome.Value}")));
        Assert.True(outcomes.Count > 1 || scope.OneOutcome, "all ended alike");
        if (failure is var (failed, discrepancy))
            Assert.Fail(Explain(failed, discrepancy));
    }

    private static string Explain(Case @case, Discrepancy found)
    {
        var (smaller, difference) = Shrinker.Shrink(@case, found);
        return CaseText.Of(smaller, difference);
    }

    /// <summary>All records as soon as they may be handed in, and one word at the end.</summary>
    private static Script AtOnce(Case @case)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        var now = @case.Start;
        foreach (var record in @case.Records.OrderBy(record => record.Time))
        {
            if (record.Time > now + Case.MaxAhead)
                steps.Add(new Advance(now = record.Time));

            steps.Add(new Observe(record));
        }

        steps.Add(new Complete(@case.End));
        return new Script("at once", steps.ToImmutable());
    }

    /// <summary>Every order in which the records can arrive within their lateness, with a restart after each step.</summary>
    private static IEnumerable<Script> Orders(Case @case) => Permutations(@case.Records).Where(IsInTime).Select((order, i) => new Script(
        $"order {i + 1}",
        [
            .. order.SelectMany((record, k) => (Step[])
            [
                new Advance(Latest(order, k)), new Restart(), new Observe(record), new Restart(), new Advance(Latest(order, k) + Tick), new Restart(),
            ]),
            new Complete(@case.End),
        ]));

    private static Instant Latest(ImmutableArray<EventRecord> order, int k) => order[..(k + 1)].Max(record => record.Time);

    private static bool IsInTime(ImmutableArray<EventRecord> order) =>
        order.Select((record, k) => k == 0 || record.Time >= Latest(order, k) + Tick - record.Type.Lateness).All(inTime => inTime);

    private static IEnumerable<ImmutableArray<EventRecord>> Permutations(ImmutableArray<EventRecord> records) =>
        records.IsEmpty ? [[]] : records.SelectMany((first, i) => Permutations(records.RemoveAt(i)).Select(rest => rest.Insert(0, first)));
}
