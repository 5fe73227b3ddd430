using System.CommandLine;

namespace DutyRules.Cli.Commands;

internal static class TestCommand
{
    public static Command Create(Surroundings around) => new("test", "x");
}
