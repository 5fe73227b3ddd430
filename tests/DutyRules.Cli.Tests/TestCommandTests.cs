using DutyRules.Cli.Tests.Support;

namespace DutyRules.Cli.Tests;

public sealed class TestCommandTests : IDisposable
{
    private const string Passing = """
        suite: on site
        policies: [ bakery.vocabulary.yaml, daily.duty.yaml ]
        tests:
          - name: the last moment is in time
            now: 2026-03-02T07:41
            events:
              - { clock-in: li, time: 2026-03-02T07:40 }
            expect:
              - { norm: on-site, status: fulfilled, person: li, decided at: 2026-03-02T07:40 }
            expect nothing else: yes
          - name: at the due time nothing is decided yet
            now: 2026-03-02T07:40
            expect: []
            expect nothing else: yes
          - name: one second late
            now: 2026-03-02T08:00
            events:
              - { clock-in: li, time: 2026-03-02T07:40:01 }
            expect:
              - { norm: on-site, status: breached, shop: north, day: 2026-03-02, due: 2026-03-02T07:40, points: 2 }

        """;

    private readonly Workplace _place = new();

    [Fact]
    public async Task Passing_tests_are_ticked()
    {
        _place.Write("on-site.test.yaml", Passing);

        var run = _place.Dutyrules("test", _place.Folder);

        Assert.Equal(0, run.Code);
        await Verify(run.ToString());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task A_failing_test_shows_what_was_there_instead(string language)
    {
        _place.Write("failing.test.yaml", """
            suite: failing
            tests:
              - name: another status
                now: 2026-03-02T08:00
                events: [ { clock-in: li, time: 2026-03-02T07:40 } ]
                expect: [ { norm: on-site, status: breached, person: li } ]
              - name: another person, another time
                now: 2026-03-02T08:00
                expect: [ { norm: on-site, status: breached, person: wang, decided at: 2026-03-02T07:39 } ]
              - name: still open
                now: 2026-03-02T08:00
                expect: [ { norm: checks, status: breached } ]
              - name: no verdict of that norm
                now: 2026-03-02T08:00
                expect: [ { norm: served, status: fulfilled } ]
              - name: twice where there is one
                now: 2026-03-02T08:00
                expect: [ { norm: on-site }, { norm: on-site } ]
              - name: something else
                now: 2026-03-02T08:00
                expect nothing else: yes
              - name: a refused event
                from: 2026-03-02
                now: 2026-03-02T08:00
                events: [ { clock-in: li, time: 2026-03-01T07:40 } ]
                expect: [ { norm: on-site, status: fulfilled } ]
            """);

        var run = _place.Dutyrules("test", _place.Folder, "--lang", language);

        Assert.Equal(1, run.Code);
        await Verify(run.ToString(), variant: language);
    }

    [Fact]
    public void Tests_have_people_and_figures_of_their_own()
    {
        _place.Write("own.test.yaml", """
            suite: own people and figures
            roster: [ { person: wang, role: baker, site: north } ]
            parameters: { serve-limit: 1 min }
            tests:
              - name: wang is a baker here, and bread goes cold sooner
                now: 2026-03-02T12:00
                events:
                  - { clock-in: wang, time: 2026-03-02T07:00 }
                  - { order-taken: , id: o1, order: A, time: 2026-03-02T10:00 }
                  - { order-served: wang, order: A, time: 2026-03-02T10:02 }
                expect:
                  - { norm: on-site, status: breached, person: li }
                  - { norm: on-site, status: fulfilled, person: wang }
                  - { norm: served, status: breached, order: A, due: 2026-03-02T10:01 }
                expect nothing else: yes
            """);

        var run = _place.Dutyrules("test", _place["own.test.yaml"]);

        Assert.True(run.Code == 0, run.ToString());
    }

    [Fact]
    public void An_event_can_arrive_late()
    {
        _place.Write("late.test.yaml", """
            suite: late
            tests:
              - name: the order was served after all
                now: 2026-03-02T10:30
                events:
                  - { order-taken: , order: A, time: 2026-03-02T10:00 }
                  - { order-served: li, order: A, time: 2026-03-02T10:08, arrives: 2026-03-02T10:20 }
                expect: [ { norm: served, status: fulfilled } ]
              - name: but that was not known at a quarter past
                now: 2026-03-02T10:15
                events:
                  - { order-taken: , order: A, time: 2026-03-02T10:00 }
                  - { order-served: li, order: A, time: 2026-03-02T10:08, arrives: 2026-03-02T10:20 }
                expect: [ { norm: served, status: breached } ]
            """);

        var run = _place.Dutyrules("test", _place["late.test.yaml"]);

        Assert.True(run.Code == 0, run.ToString());
    }

    [Fact]
    public void A_folder_with_a_vocabulary_may_hold_one_with_another()
    {
        foreach (var (folder, name) in new[] { ("halls", "hall"), ("halls/hotline", "hotline") })
        {
            _place.Write($"{folder}/{name}.vocabulary.yaml", $"vocabulary: {name}\nzone: Asia/Shanghai\npartition by: site\nsites: [east]\nevents: {{ opened: {{ site }} }}\n");
            _place.Write($"{folder}/{name}.duty.yaml", $"policy: {name}/p\nuses: {name}\nnorms:\n  {name}-opened: {{ who: site, every: day, must: opened, due: 9:00 }}\n");
            _place.Write($"{folder}/{name}.test.yaml", $"suite: {name}\ntests:\n  - {{ name: never, from: 2026-03-02T00:00, now: 2026-03-03T00:00, expect: [ {{ norm: {name}-opened, status: breached }} ] }}\n");
        }

        var tested = _place.Dutyrules("test", _place["halls"]);
        var validated = _place.Dutyrules("validate", _place["halls"]);
        var explained = _place.Dutyrules("explain", _place["halls"]);
        var below = _place.Dutyrules("explain", _place["halls/hotline"]);

        Assert.True(tested.Code == 0 && tested.Out.Contains("2 passed, 0 failed", StringComparison.Ordinal), tested.ToString());
        Assert.True(validated.Code == 0 && validated.Out.Contains("no problems", StringComparison.Ordinal), validated.ToString());
        Assert.True(explained.Code == 0 && !explained.Out.Contains("hotline-opened", StringComparison.Ordinal), explained.ToString());
        Assert.Contains("left out is what belongs to other vocabularies: `halls/hotline/hotline.vocabulary.yaml`", explained.ToString());
        Assert.True(below.Code == 0 && below.Out.Contains("hotline-opened", StringComparison.Ordinal) && !below.ToString().Contains("left out", StringComparison.Ordinal), below.ToString());
    }

    [Fact]
    public void A_test_may_have_figures_of_its_own()
    {
        _place.Write("one/own.test.yaml", """
            suite: figures of one test
            policies: [ .. ]
            parameters: { serve-limit: 1 min }
            tests:
              - name: too late
                now: 2026-03-02T12:00
                events:
                  - { order-taken: , id: o1, order: A, time: 2026-03-02T10:00 }
                  - { order-served: wang, order: A, time: 2026-03-02T10:02 }
                expect: [ { norm: served, status: breached, order: A, due: 2026-03-02T10:01 } ]
              - name: in time
                parameters: { serve-limit: 3 min }
                now: 2026-03-02T12:00
                events:
                  - { order-taken: , id: o1, order: A, time: 2026-03-02T10:00 }
                  - { order-served: wang, order: A, time: 2026-03-02T10:02 }
                expect: [ { norm: served, status: fulfilled, order: A } ]
              - name: wrong name
                parameters: { serve-limt: 3 min }
                now: 2026-03-02T12:00
                expect nothing else: yes
            """);

        var wrong = _place.Dutyrules("test", _place["one"]);
        _place.Write("one/own.test.yaml", File.ReadAllText(_place["one/own.test.yaml"]).Split("  - name: wrong name")[0]);
        var run = _place.Dutyrules("test", _place["one"]);

        Assert.Contains("no parameter is called `serve-limt`; did you mean `serve-limit`?", wrong.ToString());
        Assert.True(run.Code == 0 && run.Out.Contains("2 passed, 0 failed", StringComparison.Ordinal), run.ToString());
    }

    [Fact]
    public void A_text_in_an_event_may_be_empty()
    {
        _place.Write("leave/v.vocabulary.yaml", """
            vocabulary: leave
            zone: Asia/Shanghai
            partition by: site
            sites: [east]
            events: { leave-applied: { person, site, reason: text } }
            """);
        _place.Write("leave/p.duty.yaml", """
            policy: p
            uses: leave
            norms:
              reasoned: { when: leave-applied as l, only if: l.reason != "" }
            """);
        _place.Write("leave/s.test.yaml", """
            suite: s
            tests:
              - name: with a reason, without one, and not said
                events:
                  - { leave-applied: li, reason: ill, time: 2026-03-02T10:00 }
                  - { leave-applied: li, reason: '', time: 2026-03-02T11:00 }
                  - { leave-applied: li, time: 2026-03-02T12:00 }
                expect:
                  - { norm: reasoned, status: fulfilled, decided at: 2026-03-02T10:00 }
                  - { norm: reasoned, status: breached, decided at: 2026-03-02T11:00 }
                  - { norm: reasoned, status: undetermined, decided at: 2026-03-02T12:00 }
            """);

        var run = _place.Dutyrules("test", _place["leave"]);

        Assert.True(run.Code == 0, run.ToString());
    }

    [Theory]
    [InlineData("parameters: { least: 2 }\ntables: { share: { gold: { yes: 90% }, silver: { yes: 80% } } }", 0, "1 passed, 0 failed")]
    [InlineData("参数: { least: 2 }\n分档表: { share: { gold: { yes: 90% }, silver: { yes: 80% } } }", 0, "1 passed, 0 failed")]
    [InlineData("parameters: { least: 2 }\ntables: { share: { gold: { yes: 90% } } }", 1, "`seldom` is not judged: table `share` is not filled in")]
    [InlineData("tables: { share: { gold: { yes: 90% }, silver: { yes: 80% } } }", 1, "`seldom` is not judged: parameter `least` has no value")]
    [InlineData("tables: { share: { golden: 90% }, shares: { gold: 1% } }", 1, "table `share` has no row `golden`; did you mean `gold`?")]
    [InlineData("tables: { shares: { gold: 1% } }", 1, "no table is called `shares`; did you mean `share`?")]
    public void A_suite_fills_in_what_is_left_open(string figures, int code, string said)
    {
        _place.Write("open/v.vocabulary.yaml", """
            vocabulary: open
            zone: Asia/Shanghai
            partition by: site
            sites: [east]
            events: { sold: { site, tier: [gold, silver], new: yes-no } }
            parameters: { least: { is: integer } }
            tables: { share: { of: [sold.tier, yes-no], is: share, rows: { gold: { yes: , no: 50% }, silver: { yes: , no: 50% } } } }
            """);
        _place.Write("open/p.duty.yaml", """
            policy: p
            uses: open
            norms:
              seldom: { who: site, every: day, must: sold, times: at least least, where: 'share(tier, new) > 0.75' }
            """);
        _place.Write("open/s.test.yaml", figures + """

            suite: s
            tests:
              - name: two of them
                now: 2026-03-03T00:00
                events:
                  - { sold: , tier: gold, new: yes, time: 2026-03-02T10:00 }
                  - { sold: , tier: silver, new: yes, time: 2026-03-02T11:00 }
                expect: [ { norm: seldom, status: fulfilled } ]
            """);

        var run = _place.Dutyrules("test", _place["open"]);

        Assert.True(run.Code == code && run.ToString().Contains(said, StringComparison.Ordinal), run.ToString());
    }

    [Fact]
    public async Task Mistakes_in_a_test_file_are_shown_at_their_place()
    {
        _place.Write("bad.test.yaml", """
            suite: bad
            parameters: { serv-limit: 1 min }
            tests:
              - name: many mistakes
                now: noon
                events:
                  - { clok-in: li, time: 2026-03-02T07:40 }
                  - { clock-in: li }
                  - { clock-in: li, time: 2026-03-02T07:40, persn: li }
                  - { oven-check: li, time: 2026-03-02T07:40 }
                  - []
                expect:
                  - { norm: on-sit, status: breached }
                  - { norm: on-site, status: broken }
                  - { status: breached }
                  - { norm: on-site, day: Monday, points: two }
            """);

        var run = _place.Dutyrules("test", _place.Folder);

        Assert.Equal(1, run.Code);
        await Verify(run.ToString());
    }

    [Theory]
    [InlineData("suite: empty\n", "holds no test")]
    [InlineData("suite: empty\ntests: []\n", "holds no test")]
    [InlineData("suite: vain\ntests:\n  - name: vain\n    now: 2026-03-02\n", "can never fail")]
    [InlineData("suite: lost\npolicies: [ nowhere.duty.yaml ]\ntests: []\n", "no file or folder `nowhere.duty.yaml`")]
    public void A_suite_that_tests_nothing_fails(string text, string message)
    {
        _place.Write("vain.test.yaml", text);

        var run = _place.Dutyrules("test", _place.Folder);

        Assert.Equal(1, run.Code);
        Assert.Contains(message, run.Error);
        Assert.EndsWith("0 passed, 1 failed\n", run.Out);
    }

    [Fact]
    public void A_folder_without_tests_fails()
    {
        var run = _place.Dutyrules("test", _place.Folder);

        Assert.Equal((1, "0 passed, 0 failed\n"), (run.Code, run.Out));
        Assert.Contains("no test file", run.Error);
    }

    [Fact]
    public void Shifts_may_be_planned_for_all_tests_or_for_one_and_the_plan_itself_tested()
    {
        Kiosk.OpenIn(_place);
        _place.Write("kiosk/kiosk.test.yaml", """
            suite: kiosk
            shifts:
              - { shift: s1, person: li, role: clerk, site: east, from: 2026-03-02T08:00, to: 2026-03-02T16:00, kind: early }
            tests:
              - name: as planned
                planned: yes
                expect:
                  - { norm: staffed, status: fulfilled, site: east }
                  - { norm: staffed, status: breached, site: west }
                  - { norm: pairs, status: breached, site: east }
                  - { norm: pairs, status: breached, site: west }
                  - { norm: early, status: fulfilled, person: li }
                expect nothing else: yes
              - name: nobody came
                now: 2026-03-02T09:00
                expect:
                  - { norm: early, status: breached, person: li, due: 2026-03-02T08:00 }
                expect nothing else: yes
              - name: planned anew
                shifts:
                  - { shift: s1, person: wang, role: clerk, site: east, from: 2026-03-02T09:00, to: 2026-03-02T16:00, issued: 2026-03-01T12:00 }
                events:
                  - { clock-in: wang, site: east, time: 2026-03-02T08:50 }
                now: 2026-03-02T09:00:01
                expect:
                  - { norm: early, status: fulfilled, person: wang }
                expect nothing else: yes
            """);

        var run = _place.Dutyrules("test", _place["kiosk"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("3 passed, 0 failed", run.Out);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Mistakes_in_shifts_are_shown_at_their_place(string language)
    {
        Kiosk.OpenIn(_place);
        _place.Write("kiosk/bad.test.yaml", """
            suite: bad
            shifts:
              - { shift: s1, person: li, role: clrk, site: eats, from: 2026-03-02T08:00, to: 2026-03-02T16:00, kind: erly }
              - { shift: s2, person: li, role: clerk, site: east, from: 2026-03-02T08:00, to: 2026-03-03T16:00 }
              - { shift: s3, role: clerk, site: east, from: noon, to: 2026-03-02T16:00 }
            tests:
              - { name: a, expect nothing else: yes, shifts: s1 }
            """);

        var run = _place.Dutyrules("test", _place["kiosk"], "--lang", language);

        Assert.Equal(1, run.Code);
        await Verify(run.ToString(), variant: language);
    }

    [Fact]
    public void Without_shifts_in_the_vocabulary_there_is_no_plan_to_test()
    {
        _place.Write("plan.test.yaml", "suite: plan\nshifts: []\ntests:\n  - { name: a, planned: yes, expect nothing else: yes }\n");

        var run = _place.Dutyrules("test", _place["plan.test.yaml"]);

        Assert.Equal(1, run.Code);
        Assert.Equal(2, run.Error.Split("DUTY3212").Length - 1);
    }

    public void Dispose() => _place.Dispose();
}
