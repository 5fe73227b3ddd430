using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Tests.Support;

/// <summary>Verdicts on the north shop on 2 March 2026.</summary>
internal static class SampleVerdicts
{
    public static Instant At(int hour, int minute = 0, int second = 0) =>
        new LocalDateTime(2026, 3, 2, hour, minute, second).InZoneLeniently(Bakery.Zone).ToInstant();

    public static Verdict Verdict(Norm norm, VerdictStatus status, ReasonCode reason) => new()
    {
        Instance = new InstanceId(norm.Id, "1", [new KeyPart("shop", Value.Text("north"))], "2026-03-02"),
        Norm = norm,
        Partition = "north",
        Status = status,
        Reason = reason,
        Opens = At(0),
        Due = At(18),
        DueInclusive = true,
        DecidedAt = At(16, 20, 5),
        Cut = At(18),
    };

    public static Verdict Kept(Norm norm, ReasonCode reason) => Verdict(norm, VerdictStatus.Fulfilled, reason);

    public static Verdict Breach(Norm norm, ReasonCode reason) => Verdict(norm, VerdictStatus.Breached, reason) with { DecidedAt = At(18) };
}
