using System.Text;
using DutyRules.Diagnostics;
using NodaTime;

namespace DutyRules.Cli;

/// <summary>What the command finds around it: where results and messages go, and how they may look.</summary>
/// <param name="Out">Takes results, and nothing else.</param>
/// <param name="Error">Takes messages and progress.</param>
internal sealed record Surroundings(TextWriter Out, TextWriter Error)
{
    /// <summary>What is typed in or piped in.</summary>
    public Func<Stream> In { get; init; } = () => Stream.Null;

    /// <summary>True when results may be coloured.</summary>
    public bool ColourOut { get; init; }

    /// <summary>True when messages may be coloured.</summary>
    public bool ColourError { get; init; }

    /// <summary>True when a progress line can be rewritten in place.</summary>
    public bool ShowProgress { get; init; }

    /// <summary>How many columns tables may have.</summary>
    public int Width { get; init; } = 100;

    /// <summary>The language when none is asked for.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>The day it is, which suppressions of warnings are measured by.</summary>
    public Func<LocalDate> Today { get; init; } = () => SystemClock.Instance.GetCurrentInstant().InUtc().Date;

    /// <summary>The folder for compiled scripts, which is the user's alone; null: none is kept.</summary>
    public string? ScriptCache { get; init; }

    /// <summary>The surroundings of this process.</summary>
    public static Surroundings OfProcess()
    {
        // Chinese must not come out as question marks where the console's own code page is another.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var colour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var buffered = Console.IsOutputRedirected;
        return new Surroundings(
            buffered ? new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 64 * 1024) : Console.Out,
            Console.Error)
        {
            In = Console.OpenStandardInput,
            ColourOut = colour && !Console.IsOutputRedirected,
            ColourError = colour && !Console.IsErrorRedirected,
            ShowProgress = !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected ? 100 : Math.Max(60, Console.WindowWidth),
            ScriptCache = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } data ? Path.Combine(data, "dutyrules", "scripts") : null,
            Language = LanguageOf(
                Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LC_MESSAGES") ?? Environment.GetEnvironmentVariable("LANG")),
        };
    }

    private static Language LanguageOf(string? locale) =>
        locale?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Language.Chinese : Language.English;
}
