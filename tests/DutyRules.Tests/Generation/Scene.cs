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

    /// <summary>Offsets of half an hour and of a quarter, changes at midnight, a date that comes back, and dates that do not exist.</summary>
    private static readonly (string Zone, LocalDate Date)[] MoreAwkward =
    [
        ("Asia/Kolkata", new(2026, 3, 2)),
        ("Australia/Lord_Howe", new(2026, 4, 5)),
        ("Australia/Lord_Howe", new(2026, 10, 4)),
        ("America/St_Johns", new(2026, 3, 8)),
        ("America/St_Johns", new(2026, 11, 1)),
        ("Asia/Kathmandu", new(1986, 1, 1)),
        ("Pacific/Apia", new(2011, 12, 30)),
        ("Pacific/Apia", new(2011, 12, 31)),
        ("Pacific/Kwajalein", new(1993, 8, 21)),
        ("Pacific/Kwajalein", new(1993, 8, 22)),
        ("America/St_Johns", new(2010, 11, 7)),
        ("America/Sao_Paulo", new(2018, 11, 4)),
        ("Asia/Pyongyang", new(2018, 5, 5)),
    ];

    /// <summary>The local date on which it begins.</summary>
    public LocalDate FirstDate => Start.InZone(Zone).Date;

    public static Scene Choose(Choices choices, IReadOnlySet<Feature> features)
    {
        var longPeriods = features.Contains(Feature.LongPeriod);
        var (zoneName, date) = choices.Pick(features.Contains(Feature.Zones) ? MoreAwkward : Awkward);
        var zone = DateTimeZoneProviders.Tzdb[zoneName];
        var other = DateTimeZoneProviders.Tzdb[choices.Pick("Asia/Shanghai", "Asia/Kolkata", zoneName)];
        if (features.Contains(Feature.LongerPeriods) && choices.Chance(70))
            date = new LocalDate(2025, 12, 24);
        else if (longPeriods && !(features.Contains(Feature.Zones) && choices.Chance(50)))
            date = choices.Pick(new LocalDate(2026, 2, 1), new LocalDate(2026, 1, 31), new LocalDate(2025, 12, 24), date.PlusDays(-6));

        var midnight = zone.AtLeniently(date.PlusDays(choices.Between(-1, 0)).AtMidnight()).ToInstant();
        var start = choices.Chance(50) ? midnight : midnight + Duration.FromHours(choices.Between(1, 23));
        var days = !longPeriods ? 3 : features.Contains(Feature.LongerPeriods) && choices.Chance(20) ? 100 : 36;
        return new Scene(zone, other, start, days);
    }
}
