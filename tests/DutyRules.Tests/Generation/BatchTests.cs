using System.Globalization;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>
/// What is handed in as rows of a batch is judged as what is handed in record by record, time being moved on to each: change by change, at the same time, with the same answers, whatever the batches and
/// the threads. DUTYRULES_CASES and DUTYRULES_SEED make a longer run.
/// </summary>
public sealed class BatchTests
{
    private static readonly int _cases = FromEnvironment("DUTYRULES_CASES", 400);
    private static readonly int _seed = FromEnvironment("DUTYRULES_SEED", 700_000);

    [Fact]
    public void Rows_of_plain_norms_whose_events_come_in_order_say_what_records_say() => ForAll(Plain);

    [Fact]
    public void Rows_of_all_norms_say_what_records_say_in_any_order_of_arrival() => ForAll(seed => Case.Generate(seed));

    // Without this the lanes would never be fed rows alone.
    [Fact]
    public void Many_of_these_rows_go_to_lanes_alone()
    {
        var rows = Enumerable.Range(0, 100).Select(i => Plain((ulong)(_seed + i))).Sum(@case => RowsIn(@case.Records).Count());
        Assert.True(rows > 500, $"{rows} rows");
    }

    private static Case Plain(ulong seed) => Case.Generate(seed, inOrder: true, choose: Features.ChoosePlain);

    private static void ForAll(Func<ulong, Case> generate) => Parallel.For(0, _cases, i =>
    {
        var @case = generate((ulong)(_seed + i));
        var choices = new Choices(@case.Seed + 7);
        var inOrder = new Script("in order", [.. @case.Records.OrderBy(r => r.Time).Select(r => new Observe(r)), new Complete(@case.End)]);
        var scripts = new DeliveryChoices(choices, @case).Make();
        foreach (var script in scripts.Take(3).Append(inOrder))
            new Course(@case, script, choices).Play();
    });

    private static IEnumerable<EventRecord> RowsIn(IEnumerable<EventRecord> records) =>
        records.Where(r => r is { Until: null, Revision: 0, Withdrawn: false, Sequence: 0, Type: { IsInterval: false, Origin: EventOrigin.Recorded } });

    private static int FromEnvironment(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    /// <summary>A delivery, to a monitor that is handed records, one that is handed batches, and several threads that are.</summary>
    private sealed class Course(Case @case, Script script, Choices choices)
    {
        private readonly int _size = choices.Between(1, 12);
        private readonly EventBatch _batch = new(@case.Policies.Vocabulary, 1);
        private readonly List<EventRecord> _records = [];
        private DutyMonitor _one = null!;
        private DutyMonitor _batches = null!;
        private ParallelMonitor _several = null!;

        public void Play()
        {
            var options = new MonitorOptions
            {
                MaxAhead = Case.MaxAhead,
                SettleAfter = choices.Between(1, 6),
                Statuses = choices.Between(0, 2) == 0 ? [] : [VerdictStatus.Breached, VerdictStatus.Undetermined],
            };
            _one = new DutyMonitor(@case.Policies, @case.Start, options);
            _batches = new DutyMonitor(@case.Policies, @case.Start, options);
            _several = new ParallelMonitor(@case.Policies, @case.Start, 2, options);
            foreach (var step in script.Steps)
                Play(step);

            Follow();
            Assert.Equivalent(_one.Counts, _batches.Counts, strict: true);
            Assert.Equivalent(_one.Counts, _several.Counts, strict: true);
        }

        private void Play(Step step)
        {
            if (step is Observe { Record: var record } && RowsIn([record]).Any())
            {
                _batch.Add(record);
                _records.Add(record);
                if (_batch.Count >= _size)
                    Follow();
                return;
            }

            Follow();
            switch (step)
            {
                case Observe observe:
                    var expected = _one.Observe(observe.Record);
                    Equal([TextOf(expected)], [TextOf(_batches.Observe(observe.Record))]);
                    Equal([TextOf(expected)], [TextOf(_several.Observe(observe.Record))]);
                    break;
                case Advance { To: var to }:
                    Equal(_one.AdvanceTo(to), _batches.AdvanceTo(to), _several.AdvanceTo(to));
                    break;
                case Complete { To: var to }:
                    Equal(_one.CompleteTo(to), _batches.CompleteTo(to), _several.CompleteTo(to));
                    break;
                default:
                    Restart();
                    break;
            }
        }

        // What the lanes hold of rows must be written out as what they hold of records.
        private void Restart()
        {
            Assert.Equal(_one.Upcoming().Select(TextOf), _batches.Upcoming().Select(TextOf));
            Assert.Equal(_one.Upcoming(@case.Start, @case.End).Select(TextOf), _several.Upcoming(@case.Start, @case.End).Select(TextOf));
            var streams = Enumerable.Range(0, 3).Select(_ => new MemoryStream()).ToArray();
            _one.Snapshot(streams[0]);
            _batches.Snapshot(streams[1]);
            _several.Snapshot(streams[2]);
            Array.ForEach(streams, stream => stream.Position = 0);
            _one = DutyMonitor.Restore(@case.Policies, streams[0]);
            _several = ParallelMonitor.Restore(@case.Policies, streams[1], 3);
            _batches = DutyMonitor.Restore(@case.Policies, streams[2]);
        }

        private void Follow()
        {
            var (one, batches, several) = (new List<VerdictChange>(), new List<VerdictChange>(), new List<VerdictChange>());
            var answers = new List<string>();
            for (var row = 0; row < _records.Count; row++)
            {
                var record = _records[row];
                if (record.At > _one.Now)
                    one.AddRange(_one.AdvanceTo(record.At));

                if (_one.Observe(record) is var answer && answer is not { Status: ObservationStatus.Accepted, Problem: null })
                    answers.Add($"{row} {TextOf(answer)}");
            }

            Equal(answers, Answers(_batches.Follow(_batch, batches.Add)));
            Equal(answers, Answers(_several.Follow(_batch, several.Add)));
            Equal(one, batches, several);
            _batch.Clear();
            _records.Clear();
        }

        private static IEnumerable<string> Answers(BatchObservation observation) => observation.Others.Select(o => $"{o.Row} {TextOf(o.Observation)}");

        private void Equal(IReadOnlyList<VerdictChange> one, IReadOnlyList<VerdictChange> batches, IReadOnlyList<VerdictChange> several)
        {
            Equal(one.Select(TextOf), batches.Select(TextOf));
            Equal(one.Select(TextOf), several.Select(TextOf));
            Assert.Equal(_one.Now, _batches.Now);
            Assert.Equal(_one.Now, _several.Now);
        }

        private void Equal(IEnumerable<string> expected, IEnumerable<string> actual)
        {
            var (first, second) = (string.Join('\n', expected), string.Join('\n', actual));
            Assert.True(first == second, $"seed {@case.Seed}, {script.Name}, {_size} rows at once: records\n{first}\nrows\n{second}");
        }

        private static string TextOf(VerdictChange change) =>
            $"{change.Kind} {CaseText.Of(change.Verdict)} before {(change.Previous is { } previous ? CaseText.Of(previous) : "")} cause {change.Cause} watermark {CaseText.Of(change.Watermark)}";

        private static string TextOf(Observation observation) => $"{observation.Status} {observation.Problem}";

        private static string TextOf(UpcomingDuty duty) => $"{duty.Due} {duty.Partition} {duty.Instance} {duty.Stage}";
    }
}
