using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>Where and when a case plays: a zone, and a beginning close to something awkward in its calendar.</summary>
internal sealed record Scene(DateTimeZone Zone, DateTimeZone OtherZone, Instant Start, int Days)
{
    private static readonly (string Zone, LocalDate Date)[] Awkward =
    [
        ("Europe/Amsterdam", new(2026, 3, 29)),
        ("Europe/Amsterdam", new(2026, 10, 25)),
        ("Asia/Shanghai", new(2026, 3, 2)),
        ("Australia/Lord_Howe", new(2026, 4, 5)),
        ("Australia/Lord_Howe", new(2026, 10, 4)),
        ("Africa/Cairo", new(2026, 4, 24)),
    ];

    public static Scene Choose(Choices choices, bool longPeriods)
    {
        var (zoneName, date) = choices.Pick(Awkward);
        var zone = DateTimeZoneProviders.Tzdb[zoneName];
        var other = DateTimeZoneProviders.Tzdb[choices.Pick("Asia/Shanghai", "Asia/Kolkata", zoneName)];
        if (longPeriods)
            date = choices.Pick(new LocalDate(2026, 2, 1), new LocalDate(2026, 1, 31), date.PlusDays(-6));

        var midnight = zone.AtStartOfDay(date.PlusDays(choices.Between(-1, 0))).ToInstant();
        var start = choices.Chance(50) ? midnight : midnight + Duration.FromHours(choices.Between(1, 23));
        return new Scene(zone, other, start, longPeriods ? 36 : 3);
    }
}
