using System.Diagnostics;

namespace DutyRules.Cli.Tests;

public sealed class HelpTests
{
    [Fact]
    public async Task The_command_explains_itself()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DutyRules.Cli.dll"), "--help"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("duty policies", output);
    }
}
