using System.Globalization;
using DutyRules.Benchmarks.Engines;

namespace DutyRules.Benchmarks;

/// <summary>What is measured: sizes, rules, contenders, and how often.</summary>
/// <param name="Sites">4, 40 and 400 sites give 100 thousand, a million and ten million events.</param>
/// <param name="Rules">6, 60, 600.</param>
/// <param name="Contenders">Beside the hand-written code.</param>
/// <param name="Processes">Of each figure.</param>
/// <param name="Rounds">In each process.</param>
/// <param name="Open">Complaints open at once.</param>
internal sealed record Choices(int Sites, int[] Rules, string[] Contenders, int Processes, int Rounds, int Open)
{
    private static readonly Choices _full = new(40, [6, 60, 600], ["dutyrules"], 3, 5, 1_000_000);
    private static readonly Choices _quick = new(4, [6, 60], ["dutyrules"], 1, 1, 100_000);

    /// <summary>On how many threads.</summary>
    public int[] Threads { get; init; } = [1, 2];

    /// <summary>How many hours of events are handed in at once.</summary>
    public int[] Batches { get; init; } = [1];

    public static Choices Read(IReadOnlyList<string> arguments)
    {
        var choices = arguments.Contains("--quick") ? _quick : _full;
        for (var i = 0; i < arguments.Count; i++)
        {
            choices = arguments[i] switch
            {
                "--quick" => choices,
                "--events" => choices with { Sites = SitesOf(arguments[++i]) },
                "--rules" => choices with { Rules = [.. arguments[++i].Split(',').Select(Number)] },
                "--with" => choices with { Contenders = arguments[++i] == "all" ? [.. Stage.Contenders.Skip(1)] : arguments[i].Split(',') },
                "--processes" => choices with { Processes = Number(arguments[++i]) },
                "--rounds" => choices with { Rounds = Number(arguments[++i]) },
                "--open" => choices with { Open = Number(arguments[++i]) },
                "--threads" => choices with { Threads = [.. arguments[++i].Split(',').Select(Number)] },
                "--batch" => choices with { Batches = [.. arguments[++i].Split(',').Select(hours => Number(hours.TrimEnd('h')))] },
                _ => throw new ArgumentException($"{arguments[i]} is no choice; there are --quick, --events, --rules, --with, --processes, --rounds, --open, --threads and --batch"),
            };
        }

        return choices;
    }

    private static int SitesOf(string events) => events switch
    {
        "100k" => 4,
        "1m" => 40,
        "10m" => 400,
        _ => throw new ArgumentException($"--events {events}: there are 100k, 1m and 10m"),
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
