using System.CommandLine;
using DutyRules.Cli.Commands;
using DutyRules.Diagnostics;

namespace DutyRules.Cli;

/// <summary>The <c>dutyrules</c> command. Also the entry point of its tests: it reads and writes nothing but what it is handed.</summary>
internal static class CommandLine
{
    private static readonly Known[] _commands =
    [
        new("validate", ValidateCommand.Create),
        new("test", TestCommand.Create),
        new("run", RunCommand.Create),
        new("plan", PlanCommand.Create),
        new("explain", ExplainCommand.Create),
        new("clauses", ClausesCommand.Create),
        new("convert", ConvertCommand.Create),
        new("coverage", CoverageCommand.Create),
        new("charter", CharterCommand.Create),
        new("generate", GenerateCommand.Create),
        new("calendar", CalendarCommand.Create),
        new("diagnostics", DiagnosticsCommand.Create),
    ];

    /// <summary>Runs the command.</summary>
    /// <returns>0: fine. 1: findings. 2: could not run.</returns>
    public static int Run(IReadOnlyList<string> args, Surroundings around)
    {
        try
        {
            return Invoke(args, around);
        }
        catch (CannotRunException exception)
        {
            around.Error.WriteLine($"dutyrules: {exception.Text.In(LanguageOf(args, around))}");
            return ExitCode.CouldNotRun;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            around.Error.WriteLine($"dutyrules: {exception.Message}");
            return ExitCode.CouldNotRun;
        }
        catch (OperationCanceledException)
        {
            around.Error.WriteLine(LanguageOf(args, around) == Language.Chinese ? "dutyrules: 已中止" : "dutyrules: stopped");
            return ExitCode.CouldNotRun;
        }
#pragma warning disable CA1031 // The last resort: a user is told what to do, not shown a stack trace.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            around.Error.WriteLine($"dutyrules: this is a bug: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}");
            around.Error.WriteLine("Please report it with the command you typed and, if you can, the files. Set DUTYRULES_DEBUG=1 to see where it happened.");
            if (Environment.GetEnvironmentVariable("DUTYRULES_DEBUG") is "1")
            {
                around.Error.WriteLine(exception);
            }

            return ExitCode.CouldNotRun;
        }
        finally
        {
            Flush(around.Out);
            Flush(around.Error);
        }
    }

    // An exception has left the command, and with it what the command knew about its options.
    private static Language LanguageOf(IReadOnlyList<string> args, Surroundings around)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var value = args[i] == "--lang" && i + 1 < args.Count ? args[i + 1]
                : args[i].StartsWith("--lang=", StringComparison.Ordinal) || args[i].StartsWith("--lang:", StringComparison.Ordinal) ? args[i]["--lang=".Length..]
                : null;
            if (value is not null)
            {
                return value == "zh" ? Language.Chinese : Language.English;
            }
        }

        return around.Language;
    }

    // Whoever reads the results may have seen enough and gone (`| head`): no reason to complain.
    private static void Flush(TextWriter writer)
    {
        try
        {
            writer.Flush();
        }
        catch (IOException)
        {
        }
    }

    private static int Invoke(IReadOnlyList<string> args, Surroundings around)
    {
        var parsed = Root(args, around).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            // Where a word is not understood, that a command is missing goes without saying.
            foreach (var error in parsed.Errors.Skip(parsed.Errors.Count > 1 && parsed.UnmatchedTokens.Count > 0 ? 1 : 0))
            {
                around.Error.WriteLine($"dutyrules: {string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");
            }

            var command = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
            around.Error.WriteLine($"See dutyrules {command}--help.");
            return ExitCode.CouldNotRun;
        }

        return parsed.Invoke(new InvocationConfiguration
        {
            Output = around.Out,
            Error = around.Error,
            EnableDefaultExceptionHandler = false,
        });
    }

    // Whoever names a command does not wait for the options of the others.
    private static RootCommand Root(IReadOnlyList<string> args, Surroundings around)
    {
        var root = new RootCommand("Checks, tests and runs duty policies, and explains them.");
        if (Array.Find(_commands, c => args.Count > 0 && c.Name == args[0]) is { } named)
        {
            root.Add(named.Create(around));
            return root;
        }

        foreach (var command in _commands)
        {
            root.Add(command.Create(around));
        }

        return root;
    }

    /// <summary>A command that can be named.</summary>
    private sealed record Known(string Name, Func<Surroundings, Command> Create);
}
