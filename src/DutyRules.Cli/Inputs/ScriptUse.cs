using System.CommandLine;
using DutyRules.Policies;
using DutyRules.Scripts;

namespace DutyRules.Cli.Inputs;

/// <summary>How scripts are run, if at all.</summary>
internal sealed class ScriptUse
{
    // Whatever runs no script is spared the compiler.
    private readonly Lazy<PolicyScripts>? _scripts;

    private ScriptUse(Lazy<PolicyScripts>? scripts) => _scripts = scripts;

    /// <summary>They are run as the settings say.</summary>
    public ScriptUse(ScriptSettings settings)
        : this(new Lazy<PolicyScripts>(() => new PolicyScripts(settings)))
    {
    }

    /// <summary>None is run, and each is a finding.</summary>
    public static ScriptUse Off { get; } = new(ScriptSettings.Off);

    /// <summary>They are left out.</summary>
    public static ScriptUse LeftOut { get; } = new((Lazy<PolicyScripts>?)null);

    /// <summary>Runs scripts that belong to files.</summary>
    public BuiltScripts Build(IReadOnlyList<PolicyFile> files, IReadOnlyList<string> scripts) => scripts.Count == 0 || _scripts is null ? BuiltScripts.None : _scripts.Value.Build(files, scripts);

    /// <summary>The options that say how.</summary>
    internal sealed record Options(Option<bool> Allow, Option<string[]> Pin)
    {
        public static Options Create() => new(
            new Option<bool>("--allow-scripts") { Description = "Run policies that are C# scripts (.csx). They are programs: allow those whose authors you trust." },
            new Option<string[]>("--script-pin") { Description = "Run only scripts with one of these fingerprints, which validate prints.", AllowMultipleArgumentsPerToken = true });

        public void AddTo(Command command)
        {
            command.Options.Add(Allow);
            command.Options.Add(Pin);
        }

        public ScriptUse Of(ParseResult parsed, Surroundings around) => new(new ScriptSettings
        {
            Allowed = parsed.GetValue(Allow),
            Pins = [.. parsed.GetValue(Pin) ?? []],
            CacheFolder = around.ScriptCache,
        });
    }
}
