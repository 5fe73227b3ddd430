using DutyRules.Diagnostics;

namespace DutyRules.Analyzers.Misuse;

/// <summary>How a program that judges duties can go wrong without noticing: DUTY8001 to DUTY8099.</summary>
internal static class MisuseDiagnostics
{
    public static readonly DiagnosticDescriptor ObservationIgnored = new(
        "DUTY8001", DiagnosticSeverity.Warning, "nobody looks at what `{0}` answers: a record that is refused is lost unnoticed", "`{0}` 的返回值无人查看：被拒收的记录会悄然丢失",
        "look at `Problem` of the answer, or write `_ =` before the call where that is meant", "请查看返回值的 `Problem`；如确实不需要，请在调用前写 `_ =`")
    {
        Title = new("a refused record that nobody notices", "无人察觉的拒收记录"),
    };

    /// <summary>Every kind of finding in this class.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => [ObservationIgnored];
}
