using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Misuse;

public sealed class MonitorMustNotBeStaticTests
{
    [Fact]
    public Task Static_field_or_property_Triggers() => Rule<MonitorMustNotBeStatic>.Finds("""
        static class Hall
        {
            private static DutyMonitor? [|_monitor|];

            public static ParallelMonitor? [|Shared|] { get; set; }

            public static bool IsThere => _monitor is not null;
        }
        """);

    [Fact]
    public Task One_for_each_thread_or_object_DoesNotTrigger() => Rule<MonitorMustNotBeStatic>.Finds("""
        class Hall
        {
            [ThreadStatic]
            private static DutyMonitor? _mine;

            private DutyMonitor? _monitor;

            public bool IsThere => (_monitor ??= _mine) is not null;
        }
        """);
}
