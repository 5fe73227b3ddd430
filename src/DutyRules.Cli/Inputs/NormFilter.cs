using System.CommandLine;
using DutyRules.Diagnostics;
using DutyRules.Norms;

namespace DutyRules.Cli.Inputs;

/// <summary>Which norms are wanted: by the words they are listed under, and by how much they matter.</summary>
/// <param name="Tags">At least one of these; empty: any.</param>
/// <param name="Least">At least so severe.</param>
internal sealed record NormFilter(IReadOnlyList<string> Tags, Severity Least)
{
    /// <summary>All norms.</summary>
    public static NormFilter None { get; } = new([], Severity.Minor);

    /// <summary>True when not every norm is wanted.</summary>
    public bool IsNarrow => Tags.Count > 0 || Least != Severity.Minor;

    public bool Wants(Norm norm) => (Tags.Count == 0 || norm.Tags.Any(t => Tags.Contains(t))) && norm.Severity.IsAtLeast(Least);

    /// <summary>The options that say which.</summary>
    internal sealed record Options(Option<string[]> Tag, Option<string?> MinSeverity)
    {
        public static Options Create()
        {
            var severity = new Option<string?>("--min-severity") { Description = "Only norms that matter at least so much: minor, normal, major or critical." };
            severity.AcceptOnlyFromAmong([.. Enum.GetValues<Severity>().Select(s => s.Name())]);
            return new Options(
                new Option<string[]>("--tag") { Description = "Only norms with one of these tags.", AllowMultipleArgumentsPerToken = true },
                severity);
        }

        public void AddTo(Command command)
        {
            command.Options.Add(Tag);
            command.Options.Add(MinSeverity);
        }

        /// <summary>What was asked for; a tag that no norm has is refused.</summary>
        public NormFilter Of(ParseResult parsed, PolicySet policies)
        {
            var tags = (parsed.GetValue(Tag) ?? []).SelectMany(t => t.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
            var known = policies.Norms.SelectMany(n => n.Tags).Distinct().ToList();
            if (tags.Find(t => !known.Contains(t)) is { } unknown)
            {
                var help = ClosestWord.Help(unknown, known);
                throw new CannotRunException($"no norm has the tag `{unknown}`; {help.En}", $"没有带标签 `{unknown}` 的职责；{help.Zh}");
            }

            return new NormFilter(tags, parsed.GetValue(MinSeverity) is { } least ? SeverityNames.Find(least)!.Value : Severity.Minor);
        }
    }
}
