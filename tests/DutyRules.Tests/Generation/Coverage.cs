using System.Globalization;
using System.Text;
using DutyRules.Norms;
using DutyRules.Reference;
using DutyRules.Verdicts;

namespace DutyRules.Tests.Generation;

/// <summary>What the generated cases reached.</summary>
/// <param name="features">What they may be made of.</param>
internal sealed class Coverage(IReadOnlySet<Feature> features)
{
    /// <summary>The rules that a verdict can be led to by. The others speak of admission and output, which every delivery is compared in.</summary>
    private static readonly string[] Rules =
    [
        "T1", "T2", "T5", "T6", "T7", "T8", "T9", "E1", "E2", "E8", "E9", "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10",
        "F1", "F2", "F3", "F4", "F5", "F6", "F7", "W1", "W2", "W3", "W4", "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10",
        "C11", "C12", "C13", "C14", "X1", "X2", "X3", "X4", "B1",
        "B4", "C15", "C16", "C17", "C18", "C19", "C20", "C21", "F14", "F16", "X5", "W7",
        "K2", "K3", "K4", "K5", "F8", "F9", "F10", "H1", "H3", "H4", "H5", "H6", "H7", "W5",
        .. RulesOfWorld,
    ];

    /// <summary>The rules of derived events, states, frames, windows and parties.</summary>
    public static IReadOnlyList<string> RulesOfWorld => ["D1", "D2", "S11", "S12", "S13", "F11", "F12", "F13", "F15", "W6", "B3", "B5", "B6"];

    private readonly SortedDictionary<string, int> _hits = new(StringComparer.Ordinal);
    private readonly FormCoverage _forms = new();
    private int _withBreach;
    private int _withRevision;
    private int _withException;

    public int Cases { get; private set; }

    public int Verdicts { get; private set; }

    /// <summary>Rules and reasons that no case reached.</summary>
    public IEnumerable<string> NeverHit =>
        Rules.Concat(Enum.GetNames<ReasonCode>()).Where(name => features.Reach(name) && !_hits.ContainsKey(name));

    /// <summary>Whether a rule or a reason was met.</summary>
    public bool HasMet(string name) => _hits.ContainsKey(name);

    public int PercentWithBreach => Percent(_withBreach);

    public int PercentWithRevision => Percent(_withRevision);

    public int PercentWithException => Percent(_withException);

    public void Add(PolicySet policies, IReadOnlyCollection<Judged> judged, int revisions)
    {
        Cases++;
        _forms.Add(policies, judged.Select(j => j.Verdict));
        Verdicts += judged.Count;
        _withBreach += judged.Any(j => j.Verdict.Status == VerdictStatus.Breached) ? 1 : 0;
        _withRevision += revisions > 0 ? 1 : 0;
        _withException += judged.Any(j => IsException(j.Verdict)) ? 1 : 0;
        foreach (var name in judged.SelectMany(j => j.Rules.Concat([j.Verdict.Status.ToString(), j.Verdict.Reason.ToString()])).ToHashSet())
            _hits[name] = _hits.GetValueOrDefault(name) + 1;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Cases} cases, {Verdicts} verdicts, with a breach {PercentWithBreach} %, a revision {PercentWithRevision} %, an exception {PercentWithException} %");
        text.AppendJoin(", ", _hits.Select(hit => $"{hit.Key} {hit.Value}")).AppendLine();
        text.Append("never: ").AppendJoin(", ", NeverHit).AppendLine();
        return text.Append(_forms).ToString();
    }

    private int Percent(int count) => Cases == 0 ? 0 : 100 * count / Cases;

    private static bool IsException(Verdict verdict) =>
        verdict.Status == VerdictStatus.Excused || verdict.Reason is ReasonCode.Lapsed or ReasonCode.FrameEnded or ReasonCode.NoLongerHolds;
}
