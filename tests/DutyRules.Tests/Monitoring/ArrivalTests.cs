using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Tests.Monitoring;

/// <summary>Norms that read each other's outcomes in every way, and records that come late, are corrected and withdrawn: what is said is always what the same records say in order (see <see cref="Course"/>).</summary>
public sealed class ArrivalTests
{
    private static readonly EventPattern Breaches = new(Hotline.Answered, new Hotline().Condition("status is breached", Hotline.Answered));
    private static readonly Role Backup = new("backup", Diagnostics.LocalizedText.Same("backup")) { Includes = [Hotline.Agent], Acting = [Hotline.Guard] };

    private static readonly Hotline World = new Hotline().Having(Backup).Assigned(
        new Assignment("Li", "agent", "S1", To: Hotline.At("2026-03-02 00:30")), new Assignment("Wang", "agent", "S1", From: Hotline.At("2026-03-02 01:30")))
        .With(
            new CountState { Name = "today", Title = new("today", "今天"), Of = ["person"], Up = [Breaches], Per = new CalendarUnit(PeriodKind.Day), Initially = Value.Integer(0) },
            new CountState { Name = "lately", Title = new("lately", "近来"), Up = [new EventPattern(Hotline.Fault)], Over = Duration.FromHours(2), Initially = Value.Integer(0) },
            new SumState
            {
                Name = "load", Title = new("load", "负荷"), Over = Duration.FromMinutes(40), Initially = Value.Number(0),
                Plus = [new AmountSource(new EventPattern(Hotline.Trouble), Hotline.Trouble.FindField("weight")!)],
            },
            new LatestState
            {
                Name = "last-weight", Title = new("weight", "重量"), Back = [Breaches], Initially = Value.Number(0),
                Samples = [new SampleSource(new EventPattern(Hotline.Call), Hotline.Call.FindField("weight")), new SampleSource(new EventPattern(Hotline.Answer), Hotline.Answer.FindField("weight"))],
            });

    private static readonly PolicySet Policies = World.Policies(
        Hotline.AnsweredNorm,
        Hotline.ResetAgainNorm,
        World.Forbidden("twice", Hotline.Answered, "status is breached && today >= 1") with { Stratum = 1 },
        World.Forbidden("no-faults", Hotline.Fault) with { Stratum = 1 },
        World.Never("quiet", "lately >= 2 || load > 12") with { Stratum = 1 },
        World.Never("light", "last-weight > 7") with { Stratum = 1 },
        Hotline.Must("sorry", new PostParty(Backup), new WhenFrame(Breaches), Hotline.Within(20), new CountContent(new EventPattern(Hotline.Answer)) { Same = ["case"] }) with { Stratum = 1 },
        Hotline.MustNot("daily", new SiteParty(), new EveryFrame(PeriodKind.Day), Window.WholeFrame, new CountContent(Breaches) { Times = Bound<long>.AtMost(3) }) with { Stratum = 1 },
        Hotline.Must("calm", new SiteParty(), new WhenFrame(new EventPattern(Hotline.ResetAgain)), Hotline.Within(15), new CountContent(new EventPattern(Hotline.Complaint))) with { Stratum = 1 });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void However_records_arrive_the_same_is_said(int seed)
    {
        var random = new Random(seed);
        var course = Course.Of(Policies, "2026-03-01 22:00");
        var known = new List<EventRecord>();
        for (var (now, id) = (Hotline.At("2026-03-01 22:00"), 0); now < Hotline.At("2026-03-02 03:00"); now += Duration.FromMinutes(random.Next(1, 25)))
        {
            course.AdvanceTo(Text(now));
            for (var count = random.Next(3); count > 0; count--, id++)
            {
                var time = now + Duration.FromMinutes(random.Next(-10, 12));
                var record = NewRecord(random, id, time < Hotline.At("2026-03-01 22:00") ? now : time, now, known);
                course.When(record);
                known.Add(record);
            }

            if (random.Next(3) == 0 && known.FindLast(r => random.Next(3) == 0 && r.Type.Lateness > Duration.Zero && r.Time >= now - Duration.FromMinutes(10)) is { } old)
            {
                var changed = random.Next(3) == 0 ? Hotline.Withdrawn(old)
                    : old.Type == Hotline.Call ? Hotline.Corrected(old, ("kind", Value.Choice("complaint")), ("weight", Value.Number(random.Next(12))))
                    : Hotline.Corrected(old, ("person", Value.Text("Wang")));
                course.When(changed);
                known[known.FindIndex(r => r.Id == old.Id)] = changed;
            }
        }

        course.AdvanceTo("2026-03-02 04:00").AdvanceTo("2026-03-03 12:00");
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 16)];

    private static EventRecord NewRecord(Random random, int number, Instant time, Instant now, List<EventRecord> known)
    {
        var (id, person, weight) = ($"e{number}", random.Next(2) == 0 ? "Li" : "Wang", random.Next(3) == 0 ? (decimal?)null : random.Next(12));
        var calls = known.Where(r => r.Type == Hotline.Call).ToList();
        return random.Next(10) switch
        {
            < 5 => Hotline.Called(id, Text(time), person, random.Next(5) switch { 0 => null, < 3 => "complaint", _ => "order" }, weight),
            < 8 when calls.Count > 0 => Hotline.Replied(id, Text(time), calls[^random.Next(1, Math.Min(4, calls.Count + 1))].Id, person, weight),
            8 => Hotline.Planned(id, person, Text(time + Duration.FromMinutes(30)), Text(time + Duration.FromHours(3)), Text(time)),
            _ => Hotline.WasReset(id, Text(time < now ? now : time), person),
        };
    }

    private static string Text(Instant time) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(time.InZone(Hotline.Zone).LocalDateTime);
}
