namespace DutyRules.Norms;

/// <summary>What anchors and days are made of.</summary>
internal static class WindowParts
{
    /// <summary>The anchors of both ends, those they are measured from included.</summary>
    public static IEnumerable<Anchor> Anchors(this Window window) => Within(window.Opens.Anchor).Concat(Within(window.Closes.Anchor));

    /// <summary>An anchor, and those it is measured or chosen from.</summary>
    public static IEnumerable<Anchor> Within(Anchor anchor) => anchor switch
    {
        Offset offset => Within(offset.Base).Prepend(anchor),
        EarlierOf of => Within(of.First).Concat(Within(of.Second)).Prepend(anchor),
        LaterOf of => Within(of.First).Concat(Within(of.Second)).Prepend(anchor),
        FirstEvent { Backstop: { } backstop } => Within(backstop.Anchor).Prepend(anchor),
        _ => [anchor],
    };

    /// <summary>The days that anchors lie on, those they are counted from included.</summary>
    public static IEnumerable<Day> Days(this IEnumerable<Anchor> anchors) => anchors.SelectMany(anchor => anchor switch
    {
        ClockTime clock => Within(clock.Day),
        StartOfDay start => Within(start.Day),
        EndOfDay end => Within(end.Day),
        OpeningOf opening => Within(opening.Day),
        ClosingOf closing => Within(closing.Day),
        _ => [],
    });

    /// <summary>The shifts that anchors name.</summary>
    public static IEnumerable<ShiftChoice> Shifts(this IEnumerable<Anchor> anchors) => anchors.SelectMany(anchor => anchor switch
    {
        ShiftStart start => new[] { start.Shift },
        ShiftEnd end => [end.Shift],
        _ => [],
    });

    private static IEnumerable<Day> Within(Day day) => day switch
    {
        MonthsLater later => Within(later.Base).Prepend(day),
        CountedDays counted => Within(counted.Base).Prepend(day),
        MovedDay moved => Within(moved.Base).Prepend(day),
        _ => [day],
    };
}
