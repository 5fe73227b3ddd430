using System.Diagnostics;
using System.Globalization;

namespace DutyRules.Cli.Tests.Fuzzing;

/// <summary>
/// Whatever stands in a file, reading it ends, throws nothing, and says of each thing that is wrong where it stands; and what is still valid after all can be judged. DUTYRULES_FUZZ and
/// DUTYRULES_FUZZ_SEED make a longer run of so many inputs of each kind, or of those in DUTYRULES_FUZZ_KINDS, from another seed on. An input that does harm is kept in the folder DUTYRULES_FUZZ_KEEP, or in that for temporary files.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Enough = 20;

    public static TheoryData<string> Kinds() =>
        Environment.GetEnvironmentVariable("DUTYRULES_FUZZ_KINDS") is { } kinds ? [.. kinds.Split(',')] : [.. FuzzKinds.All.Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_input_does_harm(string name)
    {
        var (count, seed) = (FromEnvironment("DUTYRULES_FUZZ", 150), FromEnvironment("DUTYRULES_FUZZ_SEED", 1));
        var kind = FuzzKinds.All.Single(k => k.Name == name);
        var watch = Stopwatch.StartNew();
        var valid = 0;
        var harm = new List<string>();
        using var clock = new Watchdog();
        for (var i = 0; i < count && harm.Count < Enough; i++)
        {
            var input = kind.Make(new Chance((seed * 100_000_000L) + i));
            clock.Begin(input);
            try
            {
                valid += kind.Try(input) ? 1 : 0;
            }
            catch (Exception thrown)
            {
                harm.Add($"{Kept.Write(input)}\n{thrown}");
            }

            clock.End();
        }

        output.WriteLine($"{name}: {count} inputs from seed {seed}, {valid} of them without an error, in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.True(harm.Count == 0, string.Join("\n\n", harm));
    }

    private static int FromEnvironment(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
