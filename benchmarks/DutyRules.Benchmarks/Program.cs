using System.Globalization;
using DutyRules.Benchmarks;
using DutyRules.Benchmarks.Engines;
using DutyRules.Benchmarks.Measuring;
using DutyRules.Benchmarks.Parts;
using DutyRules.Benchmarks.Workload;

// Figures are printed only of what said the same as the hand-written code.
try
{
    switch (args)
    {
        case ["events", .. var rest]:
            Report.Events(Choices.Read(rest));
            return 0;
        case ["open", .. var rest]:
            Report.Open(Choices.Read(rest));
            return 0;
        case ["cold", .. var rest]:
            Report.Cold(Choices.Read(rest));
            return 0;
        case ["ingest", .. var rest]:
            Report.Ingest(Choices.Read(rest));
            return 0;
        case ["all", .. var rest]:
            Report.Events(Choices.Read(rest));
            Report.Open(Choices.Read(rest));
            Report.Cold(Choices.Read(rest));
            return 0;
        case ["gate", .. var rest]:
            return Gate.Passes(Choices.Read(rest)) ? 0 : 1;
        case ["parts", .. var rest]:
            AllParts.Run(rest);
            return 0;
        case ["profile", var rules, var seconds]:
            Profile.Run(Number(rules), TimeSpan.FromSeconds(Number(seconds)));
            return 0;
        case ["allocations", var rules]:
            Profile.Allocations(Number(rules));
            return 0;
        case ["write-norms", var folder]:
            NormFiles.Write(folder);
            return 0;

        case ["write-events", var folder, .. var rest]:
            EventFiles.Write(folder, Choices.Read(rest).Sites, Choices.Read(rest).Rules[0]);
            return 0;

        // What the others run in processes of their own.
        case ["race", var sites, var rules, var contenders, var rounds]:
            Race.Write(Number(sites), Number(rules), contenders.Split(','), Number(rounds));
            return 0;
        case ["open-duties", var count, var rounds]:
            OpenDuties.Write(Number(count), Number(rounds));
            return 0;
        case ["ingest-file", var folder, var file, var stage, var sites, var rules]:
            Ingest.Write(folder, file, stage, Number(sites), Number(rules));
            return 0;
        case ["first-breach", var contender, var rules]:
            ColdStart.Write(contender, Number(rules));
            return 0;
    }
}
catch (Exception e) when (e is WrongFigures or ArgumentException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

Console.Error.WriteLine("""
    usage: all | events | open | cold | gate | ingest  [--quick] [--events 100k|1m|10m] [--rules 6,60,600] [--with dutyrules,rulesengine,reactive|all]
                                                       [--processes N] [--rounds N] [--open N]
           parts [--filter *Name*]            the parts by themselves, with BenchmarkDotNet
           profile RULES SECONDS              the engine in a loop, for a profiler
           allocations RULES                  what types it allocates
           write-norms FOLDER                 the files in Norms
           write-events FOLDER [--events N] [--rules N]   the workload as JSON lines, as a table, and as a log with its feed, beside its policies
    """);
return 2;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
