using System.CommandLine;

namespace DutyRules.Cli.Commands;

/// <summary><c>dutyrules calendar</c>: brings work calendars in, and shows them.</summary>
internal static class CalendarCommand
{
    public static Command Create(Surroundings around) => new("calendar", "Brings work calendars in, and shows them.")
    {
        CalendarImportCommand.Create(around),
        CalendarShowCommand.Create(around),
    };
}
