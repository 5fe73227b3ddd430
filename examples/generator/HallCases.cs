namespace DutyRules.Examples;

/// <summary>Single cases of the week in the halls: customers, visitors, cash, checks. Of each kind some go well and one goes wrong.</summary>
internal static class HallCases
{
    public static IEnumerable<Happening> Of() =>
    [
        .. Checks(), .. Vips(), .. Questions(), .. Cash(), .. Visitors(), .. Settling(), .. Rudeness(), .. ShiftLeader(),
    ];

    // All clerks on duty are checked in the east hall, two of three in the west.
    private static IEnumerable<Happening> Checks() =>
    [
        At(2, 10, 30, "east", "spot-check-begun", "wang-lei", ("round", "c1")),
        At(2, 10, 34, "east", "clerk-checked", "wang-lei", ("round", "c1"), ("clerk", "gao-yan")),
        At(2, 10, 41, "east", "clerk-checked", "wang-lei", ("round", "c1"), ("clerk", "he-jun")),
        At(5, 14, 0, "west", "spot-check-begun", "zhao-bo", ("round", "c2")),
        At(5, 14, 5, "west", "clerk-checked", "zhao-bo", ("round", "c2"), ("clerk", "deng-li")),
        At(5, 14, 9, "west", "clerk-checked", "zhao-bo", ("round", "c2"), ("clerk", "jiang-ke")),
    ];

    // On Thursday both desks are taken, and nobody speaks to the VIP who waits for nine minutes.
    private static IEnumerable<Happening> Vips() =>
    [
        At(3, 11, 0, "east", "vip-entered", null, ("visit", "v1")),
        At(3, 11, 3.5, "east", "vip-spoken-to", "fan-ye", ("visit", "v1")),
        At(3, 11, 6, "east", "vip-served", "ren-yi", ("visit", "v1")),
        At(4, 14, 40, "east", "vip-desk-taken", null, ("desk", "one")),
        At(4, 14, 50, "east", "vip-desk-taken", null, ("desk", "two")),
        At(4, 15, 0, "east", "vip-entered", null, ("visit", "v2")),
        At(4, 15, 0.5, "east", "vip-greeted", "qiu-lan", ("visit", "v2")),
        At(4, 15, 9, "east", "vip-served", "ren-yi", ("visit", "v2")),
        At(4, 15, 20, "east", "attested", "wang-lei", ("norm", "seated-and-served"), ("bearer", "qiu-lan"), ("of-case", "v2"), ("kept", true)),
    ];

    // One is passed on and closed, one stays open over the next day.
    private static IEnumerable<Happening> Questions() =>
    [
        At(1, 9, 20, "east", "question-asked", "qiu-lan", ("question", "q1")),
        At(1, 9, 40, "east", "question-closed", "qiu-lan", ("question", "q1")),
        At(2, 14, 0, "west", "question-asked", "su-jin", ("question", "q2")),
        At(2, 14, 10, "west", "question-passed-on", "su-jin", ("question", "q2"), ("to", "zhao-bo")),
        At(3, 10, 0, "west", "question-closed", "zhao-bo", ("question", "q2")),
        At(4, 16, 0, "west", "question-asked", "su-jin", ("question", "q3")),
        At(6, 10, 0, "west", "question-closed", "su-jin", ("question", "q3")),
    ];

    // A note of a hundred that goes into a full drawer instead of the safe.
    private static IEnumerable<Happening> Cash() =>
    [
        At(1, 11, 0, "east", "note-taken", "gao-yan", ("takings", "t1"), ("note", 100)),
        At(1, 11, 0.5, "east", "put-in-safe", "gao-yan", ("takings", "t1"), ("amount", 100)),
        At(1, 11, 10, "east", "put-in-drawer", "gao-yan", ("takings", "t2"), ("amount", 300)),
        At(5, 11, 0, "west", "put-in-drawer", "deng-li", ("takings", "t3"), ("amount", 1950)),
        At(5, 12, 0, "west", "note-taken", "deng-li", ("takings", "t4"), ("note", 100)),
        At(5, 12, 0.5, "west", "put-in-drawer", "deng-li", ("takings", "t4"), ("amount", 100)),
    ];

    // On Saturday a friend comes behind the counter.
    private static IEnumerable<Happening> Visitors() =>
    [
        At(2, 9, 0, "east", "entry-approved", "pei-an", ("visitor", "plumber")),
        At(2, 9, 30, "east", "outsider-entered", "gao-yan", ("visitor", "plumber"), ("pass-worn", true)),
        At(6, 15, 0, "west", "outsider-entered", "jiang-ke", ("visitor", "friend"), ("pass-worn", false)),
    ];

    // On Wednesday a till is settled before closing time; the duty manager stops it.
    private static IEnumerable<Happening> Settling() =>
    [
        At(1, 18, 8, "east", "door-closed", "luo-min"),
        At(1, 18, 10, "east", "till-settled", "luo-min", ("settlement", "s1")),
        At(3, 17, 40, "west", "till-settled", "fang-wei", ("settlement", "s2")),
        At(3, 17, 44, "west", "settlement-stopped", "zhao-bo", ("settlement", "s2")),
        At(3, 17, 50, "west", "settlement-recorded", "zhao-bo", ("settlement", "s2")),
    ];

    private static IEnumerable<Happening> Rudeness() =>
    [
        At(5, 11, 30, "west", "rudeness-upheld", "tan-yu", ("complaint", "r1"), ("happened-at", Happenings.Iso(Rosters.Of(6, 3).AddHours(10))), ("manager-away", false)),
        At(6, 8, 40, "west", "amends-made", "tan-yu", ("complaint", "r1")),
    ];

    // On Wednesday the shift leader of the east hall acts from four o'clock on.
    private static IEnumerable<Happening> ShiftLeader() =>
    [
        Shift("li-na", "manager-on-shift", 8, 16),
        Shift("shen-li", "shift-leader", 8, 18),
        At(3, 10, 30, "east", "counter-opened", "li-na", ("clerk", "he-jun")),
        At(3, 10, 38, "east", "post-taken", "he-jun"),
        At(3, 15, 0, "east", "counter-closed", "shen-li", ("clerk", "he-jun")),
        At(3, 16, 30, "east", "counter-closed", "shen-li", ("clerk", "he-jun")),
        At(3, 17, 0, "east", "desk-trouble", null, ("trouble", "d1")),
        At(3, 17, 12, "east", "trouble-handled", "shen-li", ("trouble", "d1")),
    ];

    private static Happening Shift(string person, string role, int from, int to) =>
        At(1, 0, 0, "east", "shift-planned", person, ("shift", $"0603-{person}"), ("role", role), ("kind", "early"), ("starts", Happenings.Iso(Rosters.Of(6, 3).AddHours(from))), ("ends", Happenings.Iso(Rosters.Of(6, 3).AddHours(to))));

    private static Happening At(int day, int hour, double minute, string site, string type, string? person, params (string Name, object Value)[] fields) =>
        new(type, Rosters.Of(6, day).AddHours(hour).AddMinutes(minute), site, person, null, fields);
}
