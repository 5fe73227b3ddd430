using System.Text.RegularExpressions;

namespace DutyRules.Policies.Yaml;

internal sealed partial class TrapScan
{
    private static readonly Regex AnchorPattern = GeneratedRegexAttribute.Of(typeof(TrapScan), nameof(Anchor));
    private static readonly Regex BlockHeaderPattern = GeneratedRegexAttribute.Of(typeof(TrapScan), nameof(BlockHeader));

    private static partial Regex Anchor() => AnchorPattern;

    private static partial Regex BlockHeader() => BlockHeaderPattern;
}
