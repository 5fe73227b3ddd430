using DutyRules.Analyzers.Misuse;
using DutyRules.Analyzers.Tests.Support;

namespace DutyRules.Analyzers.Tests.Misuse;

public sealed class MonitorMustNotBeAServiceForAllTests
{
    [Fact]
    public Task Registered_for_all_Triggers() => Rule<MonitorMustNotBeAServiceForAll>.Finds("""
        using DutyRules.Monitoring;

        static class Setup
        {
            public static void Register(Services services, DutyMonitor monitor)
            {
                [|services.AddSingleton(monitor)|];
                services.AddScoped(monitor);
            }
        }

        sealed class Services
        {
            public void AddSingleton<T>(T service) { }

            public void AddScoped<T>(T service) { }
        }
        """);
}
