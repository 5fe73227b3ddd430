using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Monitoring;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Generation;

/// <summary>What must change nothing, or change verdicts in one way only (O1, O4). The engine is compared with itself.</summary>
public sealed partial class InvarianceTests
{
    private const int Cases = 400;
    private const int FirstSeed = 200_000;
    private const int DaysShifted = 7;

    private static readonly Duration Shift = Duration.FromDays(DaysShifted);
    private static readonly Duration Margin = Duration.FromDays(40);

    [Fact]
    public void Other_norms_change_nothing() => ForAll(@case => @case.Policies.Norms.Length > 1, (@case, script) =>
    {
        var together = Play.All(@case.Policies, @case.Start, script);
        foreach (var last in @case.Policies.Norms.Select(norm => norm.Id).Distinct())
        {
            var kept = WithFollowed(@case.Policies, last);
            var alone = Play.All(@case.Policies with { Norms = kept }, @case.Start, script);
            AssertEqual(Only(together, change => kept.Contains(change.Verdict.Norm)), Lines(alone));
        }
    });

    [Fact]
    public void Events_of_an_unrelated_type_change_nothing() => ForAll(_ => true, (@case, script) =>
    {
        var vocabulary = @case.Policies.Vocabulary;
        var noise = vocabulary.FindEvent("visit")! with { Name = "noise", Title = LocalizedText.Same("noise"), Lateness = Duration.FromDays(30) };
        var more = @case.Policies with { Vocabulary = vocabulary with { Events = vocabulary.Events.Add(noise) } };
        var copied = Insert(script, record => record.Type.Name == "visit" ? record with { Id = $"noise-{record.Id}", Type = noise } : null);
        AssertEqual(Lines(Play.All(@case.Policies, @case.Start, script)), Lines(Play.All(more, @case.Start, copied)));
    });

    [Fact]
    public void Events_of_another_site_change_nothing() => ForAll(_ => true, (@case, script) =>
    {
        var copied = Insert(script, record => record with { Fields = record.Fields.SetItem(record.Type.FindField("site")!.Index, Value.Text("Z")) });
        var said = Play.All(@case.Policies, @case.Start, copied);
        AssertEqual(Lines(Play.All(@case.Policies, @case.Start, script)), Only(said, change => change.Verdict.Partition != "Z"));
    });

    [Fact]
    public void Finals_only_says_the_finals_of_the_changelog() => ForAll(_ => true, (@case, script) =>
    {
        var finals = Play.All(@case.Policies, @case.Start, script, new MonitorOptions { FinalsOnly = true });
        AssertEqual(Only(Play.All(@case.Policies, @case.Start, script), change => change.IsFinal), Lines(finals));
    });

    [Fact]
    public void A_week_later_is_a_week_later() => ForAll(CanBeShifted, (@case, script) =>
    {
        var vocabulary = @case.Policies.Vocabulary;
        var later = new PolicySet(
            vocabulary with { Roster = [.. vocabulary.Roster.Select(a => a with { From = a.From + Shift, To = a.To + Shift })] },
            [.. @case.Policies.Norms.Select(norm => norm with { InForceFrom = norm.InForceFrom?.PlusTicks(Shift.BclCompatibleTicks), InForceTo = norm.InForceTo?.PlusTicks(Shift.BclCompatibleTicks) })]);
        var shifted = script with { Steps = [.. script.Steps.Select(Later)] };
        AssertEqual(
            [.. Lines(Play.All(@case.Policies, @case.Start, script)).Select(Later)],
            Lines(Play.All(later, @case.Start + Shift, shifted)));
    });

    [Fact]
    public void Other_names_are_other_names_in_the_verdicts_only() => ForAll(NamesNobodyElse, (@case, script) =>
    {
        var vocabulary = @case.Policies.Vocabulary;
        var renamed = @case.Policies with
        {
            Vocabulary = vocabulary with { Roster = [.. vocabulary.Roster.Select(a => a with { Person = Renamed(a.Person) })] },
        };
        var steps = script.Steps.Select(step => step is Observe observe ? new Observe(Renamed(observe.Record)) : step);
        AssertEqual(
            [.. Lines(Play.All(@case.Policies, @case.Start, script)).Select(Renamed)],
            Lines(Play.All(renamed, @case.Start, script with { Steps = [.. steps] })));
    });

    [Fact]
    public void More_lateness_makes_verdicts_final_later_and_no_other() => Parallel.For(0, Cases, i =>
    {
        var seed = (ulong)(FirstSeed + i);
        var (@case, later) = (Case.Generate(seed), Case.Generate(seed, Duration.FromHours(2)));
        var vocabulary = later.Policies.Vocabulary;
        // The last delivery has records that are too late; later they would not be.
        foreach (var script in Deliveries(@case).SkipLast(1))
        {
            var steps = script.Steps.Select(step =>
                step is Observe observe ? new Observe(observe.Record with { Type = vocabulary.FindEvent(observe.Record.Type.Name)! }) : step);
            var said = Play.All(@case.Policies, @case.Start, script);
            var saidLater = Play.All(later.Policies, later.Start, script with { Steps = [.. steps] });
            var (ledger, ledgerLater) = (new Ledger(), new Ledger());
            for (var k = 0; k < said.Length; k++)
            {
                Assert.Null(ledger.Fold(said[k]) ?? ledgerLater.Fold(saidLater[k]));
                AssertEqual(Lines(ledger.Current), Lines(ledgerLater.Current));
                Assert.Subset(Lines(ledger.Finals).ToHashSet(), Lines(ledgerLater.Finals).ToHashSet());
            }

            AssertEqual(Lines(ledger.Finals), Lines(ledgerLater.Finals));
        }
    });

    private static void ForAll(Func<Case, bool> suitable, Action<Case, Script> check)
    {
        var tried = 0;
        Parallel.For(0, Cases, i =>
        {
            var @case = Case.Generate((ulong)(FirstSeed + i));
            if (!suitable(@case))
                return;

            Interlocked.Increment(ref tried);
            foreach (var script in Deliveries(@case))
            {
                try
                {
                    check(@case, script);
                }
                catch (Exception e)
                {
                    throw new InvalidOperationException(CaseText.Of(@case, new Discrepancy(script, script.Steps.Length - 1, e.Message)), e);
                }
            }
        });
        Assert.True(tried > Cases / 20, $"only {tried} of {Cases} cases were suitable");
    }

    private static IReadOnlyList<Script> Deliveries(Case @case) => new DeliveryChoices(new Choices(@case.Seed), @case).Make();

    /// <summary>The norms of that id, those they follow, and those whose outcomes are events.</summary>
    private static ImmutableArray<Norm> WithFollowed(PolicySet policies, string id)
    {
        HashSet<string> ids = [id, .. policies.Vocabulary.Derived.OfType<OutcomesOf>().Select(outcomes => outcomes.NormId)];
        while (policies.Norms.Where(norm => ids.Contains(norm.Id)).Select(norm => norm.Frame).OfType<OutcomeFrame>().Any(frame => ids.Add(frame.NormId)))
        {
        }

        return [.. policies.Norms.Where(norm => ids.Contains(norm.Id))];
    }

    /// <summary>After each record, what is made of it.</summary>
    private static Script Insert(Script script, Func<EventRecord, EventRecord?> make) => script with
    {
        Steps = [.. script.Steps.SelectMany(step => step is Observe observe && make(observe.Record) is { } more ? (Step[])[step, new Observe(more)] : [step])],
    };

    /// <summary>A month later is not so many days later, nor is it where clocks are changed, or where dates are listed.</summary>
    private static bool CanBeShifted(Case @case)
    {
        var vocabulary = @case.Policies.Vocabulary;
        var clocksStay = vocabulary.Sites.Select(site => site.Zone ?? vocabulary.Zone).Append(vocabulary.Zone)
            .All(zone => zone.GetZoneIntervals(@case.Start - Margin, @case.End + Shift + Margin).Count() == 1);
        var datesAreListed = vocabulary.Calendar is not null || vocabulary.Sites.Any(site => site.Calendar is not null)
            || vocabulary.Hours.Concat(vocabulary.Sites.SelectMany(site => site.Hours)).Any(hours => hours.Exceptions.Length > 0);
        var isOneYear = @case.Start.InUtc().Year == (@case.End + Shift).InUtc().Year;
        return clocksStay && !datesAreListed && isOneYear && @case.Policies.Norms.All(norm =>
            norm.Frame is not EveryFrame { Period: RecurringDays or HolidayPeriod or CalendarUnit { Kind: not (PeriodKind.Day or PeriodKind.Week) } }
            && !NamesMonth(norm.Window.Opens.Anchor) && !NamesMonth(norm.Window.Closes.Anchor));
    }

    private static bool NamesMonth(Anchor anchor) => anchor switch
    {
        ClockTime x => NamesMonth(x.Day),
        StartOfDay x => NamesMonth(x.Day),
        EndOfDay x => NamesMonth(x.Day),
        OpeningOf x => NamesMonth(x.Day),
        ClosingOf x => NamesMonth(x.Day),
        Norms.Offset x => NamesMonth(x.Base),
        _ => false,
    };

    private static bool NamesMonth(Day day) => day switch
    {
        CountedDays x => NamesMonth(x.Base),
        MovedDay x => NamesMonth(x.Base),
        DayOfMonth or LastDayOfMonth or WeekdayOfMonth or MonthsLater => true,
        _ => false,
    };

    private static Step Later(Step step) => step switch
    {
        Observe { Record: var record } => new Observe(record with
        {
            At = record.At + Shift, Until = record.Until + Shift, Was = [.. record.Was.Select(time => time + Shift)],
            Fields = [.. record.Fields.Select(Later)],
        }),
        Advance advance => new Advance(advance.To + Shift),
        Complete complete => new Complete(complete.To + Shift),
        _ => step,
    };

    /// <summary>Li and c1, whom conditions name, keep their names; the other names are not to be in the policies.</summary>
    private static bool NamesNobodyElse(Case @case)
    {
        var vocabulary = @case.Policies.Vocabulary;
        var texts = @case.Policies.Norms.Select(NormText.Of).Concat(vocabulary.States.Select(NormText.Of)).Concat(vocabulary.Derived.Select(NormText.Of)).Concat(vocabulary.Tables.Select(NormText.Of));
        return @case.Policies.Norms.All(norm => norm.ForEach is null) && !texts.Any(Names().IsMatch);
    }

    private static Value? Later(Value? value) => value switch
    {
        { Kind: ValueKind.Instant } time => Value.Instant(time.AsInstant + Shift),
        { Kind: ValueKind.Date } date => Value.Date(date.AsDate.PlusDays(DaysShifted)),
        _ => value,
    };

    private static string Later(string line) => Times().Replace(line, time => time.Value switch
    {
        [.., 'Z'] => InstantPattern.ExtendedIso.Format(InstantPattern.ExtendedIso.Parse(time.Value).Value + Shift),
        [_, _, _, _, '-', 'W', ..] => $"{time.Value[..6]}{int.Parse(time.Value[6..], System.Globalization.CultureInfo.InvariantCulture) + 1:00}",
        _ => LocalDatePattern.Iso.Format(LocalDatePattern.Iso.Parse(time.Value).Value.PlusDays(DaysShifted)),
    });

    [GeneratedRegex(@"\d{4}-W\d\d|\d{4}-\d\d-\d\d(T[\d:.]+Z)?")]
    private static partial Regex Times();

    private static EventRecord Renamed(EventRecord record) => record with
    {
        Id = $"id-{record.Id}",
        Fields = [.. record.Fields.Select(value => value is { Kind: ValueKind.Text } text ? Value.Text(Renamed(text.AsText)) : value)],
    };

    /// <summary>In names of the same order.</summary>
    private static string Renamed(string line) => Names().Replace(line, name => name.Value switch
    {
        "Wang" => "Wu",
        "Zhao" => "Zhou",
        "c2" => "c2b",
        var id => $"id-{id}",
    });

    [GeneratedRegex(@"\b(Wang|Zhao|c2|e\d+)\b")]
    private static partial Regex Names();

    private static IReadOnlyList<string> Lines(ImmutableArray<ImmutableArray<VerdictChange>> said) => Only(said, _ => true);

    /// <summary>Everything that is said of some verdicts, with the number of the advance that said it.</summary>
    private static IReadOnlyList<string> Only(ImmutableArray<ImmutableArray<VerdictChange>> said, Func<VerdictChange, bool> wanted) =>
    [
        .. said.Where(changes => changes.Length > 0).SelectMany(changes => changes.Where(wanted)).Select(change =>
            $"{change.Kind} {CaseText.Of(change.Verdict)} before {(change.Previous is { } previous ? CaseText.Of(previous) : "")} cause {change.Cause} watermark {CaseText.Of(change.Watermark)}"),
    ];

    private static IReadOnlyList<string> Lines(IEnumerable<Verdict> verdicts) => [.. verdicts.Select(CaseText.Of).Order(StringComparer.Ordinal)];

    private static void AssertEqual(IReadOnlyList<string> expected, IReadOnlyList<string> actual) => Assert.Equal(string.Join('\n', expected), string.Join('\n', actual));
}
