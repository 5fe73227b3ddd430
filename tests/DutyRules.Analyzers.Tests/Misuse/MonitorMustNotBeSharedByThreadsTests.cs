using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Misuse;

public sealed class MonitorMustNotBeSharedByThreadsTests
{
    [Fact]
    public Task Started_and_left_alone_Triggers() => Rule<MonitorMustNotBeSharedByThreads>.Finds("""
        static void Run(DutyMonitor monitor, EventRecord record, Instant now)
        {
            _ = Task.Run(() => _ = [|monitor|].Observe(record));
            _ = monitor.AdvanceTo(now);
        }
        """);

    [Fact]
    public Task Run_by_several_threads_at_once_Triggers() => Rule<MonitorMustNotBeSharedByThreads>.Finds("""
        static void Run(DutyMonitor monitor, EventRecord[] records, Instant now)
        {
            Parallel.ForEach(records, record => _ = [|monitor|].Observe(record));
            var timer = new Timer(_ => Console.WriteLine([|monitor|].AdvanceTo(now).Count));
        }
        """);

    [Fact]
    public Task Started_in_a_loop_Triggers() => Rule<MonitorMustNotBeSharedByThreads>.Finds("""
        static void Run(DutyMonitor monitor, EventRecord[] records)
        {
            foreach (var record in records)
            {
                new Thread(() => _ = [|monitor|].Observe(record)).Start();
            }
        }
        """);

    [Fact]
    public Task A_field_Triggers() => Rule<MonitorMustNotBeSharedByThreads>.Finds("""
        sealed class Desk(PolicySet policies, Instant start)
        {
            private readonly DutyMonitor _monitor = new(policies, start);

            public void Tick(Instant now) => ThreadPool.QueueUserWorkItem(_ => Console.WriteLine([|_monitor|].AdvanceTo(now).Count));
        }
        """);

    [Fact]
    public Task Within_a_lock_or_awaited_DoesNotTrigger() => Rule<MonitorMustNotBeSharedByThreads>.Finds("""
        static async Task Run(DutyMonitor monitor, EventRecord record, Instant now, Lock door, SemaphoreSlim gate)
        {
            _ = Task.Run(() =>
            {
                lock (door)
                {
                    _ = monitor.Observe(record);
                }
            });
            _ = Task.Run(async () =>
            {
                await gate.WaitAsync();
                _ = monitor.Observe(record);
                gate.Release();
            });
            await Task.Run(() => monitor.AdvanceTo(now)).ConfigureAwait(false);
        }
        """);

    [Fact]
    public Task A_monitor_of_its_own_DoesNotTrigger() => Rule<MonitorMustNotBeSharedByThreads>.Finds("""
        static void Run(PolicySet[] sets, Instant start, Instant now)
        {
            Parallel.ForEach(sets, policies =>
            {
                var monitor = new DutyMonitor(policies, start);
                Console.WriteLine(monitor.AdvanceTo(now).Count);
            });
        }

        static void Begin(DutyMonitor monitor, Instant now) => new Thread(() => Console.WriteLine(monitor.AdvanceTo(now).Count)).Start();
        """);
}
