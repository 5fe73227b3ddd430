using System.CommandLine;
using DutyRules.Diagnostics;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Cli.Commands;

/// <summary>Options and arguments that several commands have.</summary>
internal static class SharedOptions
{
    public static Argument<string[]> Paths(string name, string description) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string[]> Roster() => new("--roster")
    {
        Description = "Files with planned shifts (.csv, .ics; .jsonl for changes) or with who holds which role (.csv).",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Option<string> Language(Surroundings around)
    {
        var option = new Option<string>("--lang")
        {
            Description = "The language of texts: zh or en.",
            DefaultValueFactory = _ => around.Language == Diagnostics.Language.Chinese ? "zh" : "en",
        };
        option.AcceptOnlyFromAmong("zh", "en");
        return option;
    }

    public static Language Language(this ParseResult parsed, Option<string> option) =>
        parsed.GetValue(option) == "zh" ? Diagnostics.Language.Chinese : Diagnostics.Language.English;

    /// <summary>Reads a date that an option gives.</summary>
    public static LocalDate Date(string option, string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } date
        ? date.Value
        : throw new CannotRunException($"{option} `{text}` is not a date; write 2026-03-02", $"{option} `{text}` 不是日期；请写 2026-03-02");

    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format")
        {
            Description = "How results are written: " + string.Join(", ", formats) + ".",
            DefaultValueFactory = _ => formats[0],
        };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }
}
