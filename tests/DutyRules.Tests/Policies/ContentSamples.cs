using DutyRules.Diagnostics;
using DutyRules.Policies;

namespace DutyRules.Tests.Policies;

/// <summary>Groups of events, measures, coverings, what must come true, what is attested, one for one, and computed bounds: in both languages, and with a fault each.</summary>
internal static class ContentSamples
{
    public const string Hall = """
        vocabulary: hall
        zone: Asia/Shanghai
        partition by: site
        sites: [s1]
        attestations: { event: attested, title: { zh: 人工确认, en: attestation }, arrives: up to 1 day late }
        events:
          clock-in: { title: { zh: 上班打卡, en: clock-in }, person, site }
          call-ended: { title: { zh: 通话结束, en: call ended }, person, site, waited: duration, answered: yes-no, cost: money, seats: integer, rating: number, topic: [bill, fault] }
          complaint-received: { title: { zh: 受理投诉, en: complaint received }, person, site, case: complaint, needed: integer, limit: duration }
          complaint-answered: { title: { zh: 答复投诉, en: complaint answered }, person, site, case: complaint }
          clerk-checked: { title: { zh: 检查柜员, en: clerk checked }, person, site, clerk: person, desk: text, thorough: yes-no }
          desk-opened: { title: { zh: 开台, en: desk opened }, site, desk: text }
          desk-closed: { title: { zh: 关台, en: desk closed }, site, desk: text }
          notice-published: { title: { zh: 发布通知, en: notice published }, site, notice: text, urgent: yes-no }
          notice-read: { title: { zh: 阅读通知, en: notice read }, person, site, notice: text }
        states:
          open: { of: desk, on from: desk-opened, off at: desk-closed }
          perhaps-open: { of: desk, on from: desk-opened, off at: desk-closed, initially: unknown }
          staff: { members: person, in: clock-in, out: call-ended }
        tables:
          sample: { of: integer, is: share, rows: { at most 5: 100%, more than 5: 50% } }
          gaps: { of: integer, is: share, rows: { at most 5: 100%, more than 5: } }
          rates: { of: [integer, yes-no], is: number, rows: { at most 5: { yes: 1, no: 2 }, more than 5: { yes: 1, no: 3 } } }
          high: { of: integer, is: number, rows: { at most 5: 2, more than 5: 3 } }
        roles:
          clerk: { title: { zh: 柜员, en: clerk } }
          leader: { title: { zh: 值班长, en: shift leader } }
          caller: { seen in: call-ended }
        roster:
          - { person: li, role: clerk, site: s1 }
          - { person: wang, role: leader, site: s1 }
        parameters:
          enough: { is: integer, value: 3 }
          good-share: { is: number, value: 80% }
          quick: { is: duration, value: 30 s }
          budget: { is: money, value: 100 }
        """;

    public static readonly (string En, string Zh)[] Forms =
    [
        (
            "who: leader, every: day, must: { all of: [clock-in, { event: clerk-checked, where: thorough, times: at least 2 }, { event: notice-read, done by: anyone, if: staff > 2 }] }",
            "责任人: leader, 每: 日, 必须: { 全部: [clock-in, { 发生: clerk-checked, 条件: thorough, 次数: 不少于 2 次 }, { 发生: notice-read, 经办人: 任何人, 如: staff > 2 }] }"
        ),
        (
            "who: c.person, when: complaint-received as c, must: { any of: [complaint-answered, { event: complaint-received, if: c.needed > 1 }] }, same: complaint, within: 2 h",
            "责任人: c.person, 遇有: complaint-received 记为 c, 必须: { 任选其一: [complaint-answered, { 发生: complaint-received, 如: c.needed > 1 }] }, 同一: complaint, 时限: 2 小时"
        ),
        (
            "who: site, when: complaint-received as c, must: { all of: [{ event: clock-in, times: at least c.needed, done by: leader }, complaint-answered] }, within: 1 h",
            "责任人: site, 遇有: complaint-received 记为 c, 必须: { 全部: [{ 发生: clock-in, 次数: 不少于 c.needed 次, 经办人: leader }, complaint-answered] }, 时限: 1 小时"
        ),
        (
            "who: leader, every: day, must: { in order: [clock-in, clerk-checked] }, done by: anyone, due: 9:00",
            "责任人: leader, 每: 日, 必须: { 依次: [clock-in, clerk-checked] }, 经办人: 任何人, 最迟: 9:00"
        ),
        (
            "when: call-ended, only after: { all of: [clock-in, notice-read] }, same: person, within: 1 day",
            "遇有: call-ended, 须先: { 全部: [clock-in, notice-read] }, 同一: person, 时限: 1 天"
        ),
        ("who: site, every: day, measure: call-ended, mean of: waited, where: answered, value: at most 30 s", "责任人: site, 每: 日, 指标: call-ended, 平均: waited, 条件: answered, 指标值: 不超过 30 秒"),
        ("who: site, every: week, over: last 4 weeks, measure: call-ended, total of: cost, value: less than budget", "责任人: site, 每: 周, 统计期: 近4周, 指标: call-ended, 总计: cost, 指标值: 不足 budget"),
        ("who: each clerk, every: month, measure: call-ended as e, greatest: e.waited + 10 s, value: at most quick", "责任人: 每名 clerk, 每: 月, 指标: call-ended 记为 e, 最大: e.waited + 10 s, 指标值: 不超过 quick"),
        ("who: site, every: day, measure: call-ended, least: seats, value: between 2 and 8", "责任人: site, 每: 日, 指标: call-ended, 最小: seats, 指标值: 2 至 8"),
        ("who: site, every: day, measure: call-ended, different: person, value: at least enough", "责任人: site, 每: 日, 指标: call-ended, 不同: person, 指标值: 不少于 enough"),
        ("who: site, every: day, measure: call-ended, share where: answered && waited <= 60 s, value: at least 80%", "责任人: site, 每: 日, 指标: call-ended, 占比条件: answered && waited <= 60 s, 指标值: 不少于 80%"),
        ("who: site, every: day, measure: call-ended, mean of: rating, value: more than 4.5", "责任人: site, 每: 日, 指标: call-ended, 平均: rating, 值: 超过 4.5"),
        ("who: site, every: day, measure: call-ended, total of: seats, value: at least staff * 2", "责任人: site, 每: 日, 指标: call-ended, 总计: seats, 指标值: 不少于 staff * 2"),
        ("who: site, when: complaint-received as c, measure: call-ended, greatest: waited, value: at most c.limit, within: 1 h", "责任人: site, 遇有: complaint-received 记为 c, 指标: call-ended, 最大: waited, 指标值: 不超过 c.limit, 时限: 1 小时"),
        (
            "who: leader, every: month, must: clerk-checked, where: thorough, covering: clerk, named in: clerk, share: at least 50%, rounded: nearest, as of: beginning",
            "责任人: leader, 每: 月, 必须: clerk-checked, 条件: thorough, 覆盖: clerk, 所在字段: clerk, 比例: 不少于 50%, 取整: 四舍五入, 截至: 期初"
        ),
        ("who: leader, every: day, must: clerk-checked, covering: clerk, named in: clerk, share: sample", "责任人: leader, 每: 日, 必须: clerk-checked, 覆盖: clerk, 所在字段: clerk, 比例: sample"),
        ("who: leader, every: day, must: clerk-checked, covering: open", "责任人: leader, 每: 日, 必须: clerk-checked, 覆盖: open"),
        ("who: leader, every: day, must: clock-in, covering: clerk, done by: anyone, rounded: down, share: at least good-share, as of: end", "责任人: leader, 每: 日, 必须: clock-in, 覆盖: clerk, 经办人: 任何人, 取整: 舍去, 比例: 不少于 good-share, 截至: 期末"),
        ("who: each clerk, every: day, must: notice-read, covering: { event: notice-published.notice, where: urgent }", "责任人: 每名 clerk, 每: 日, 必须: notice-read, 覆盖: { 发生: notice-published.notice, 条件: urgent }"),
        ("who: site, every: day, must: notice-read, covering: notice-published.notice", "责任人: site, 每: 日, 必须: notice-read, 覆盖: notice-published.notice"),
        ("who: leader, every: day, must be: staff > 5, due: 9:00", "责任人: leader, 每: 日, 须达到: staff > 5, 最迟: 9:00"),
        ("who: leader, while: staff < 2, if it ends first: still owed, must be: open(\"a\"), within: 5 min", "责任人: leader, 处于: staff < 2, 若先结束: 仍须履行, 须达到: open(\"a\"), 时限: 5 分钟"),
        ("who: each clerk, every: day, attested by: leader", "责任人: 每名 clerk, 每: 日, 人工确认: leader"),
        ("who: c.person, when: complaint-received as c, attested by: leader, within: 2 h, unless: staff < 2", "责任人: c.person, 遇有: complaint-received 记为 c, 人工确认: leader, 时限: 2 小时, 除外: staff < 2"),
        ("who: site, every: week, attested by: anyone", "责任人: site, 每: 周, 人工确认: 任何人"),
        ("who: site, when: complaint-received as c, must: complaint-answered, times: at least 2, one for one: yes, within: 1 h", "责任人: site, 遇有: complaint-received 记为 c, 必须: complaint-answered, 次数: 不少于 2 次, 一对一: 是, 时限: 1 小时"),
        ("when: call-ended, only after: complaint-answered, one for one: yes, within: 1 h", "遇有: call-ended, 须先: complaint-answered, 一对一: 是, 时限: 1 小时"),
        ("who: site, when: complaint-received as c, must: clock-in, times: at least c.needed, within: 1 h", "责任人: site, 遇有: complaint-received 记为 c, 必须: clock-in, 次数: 不少于 c.needed 次, 时限: 1 小时"),
        ("who: site, when: complaint-received as c, must: clock-in, times: between c.needed - 1 and c.needed + staff, within: 1 h", "责任人: site, 遇有: complaint-received 记为 c, 必须: clock-in, 次数: c.needed - 1 至 c.needed + staff 次, 时限: 1 小时"),
        ("who: site, every: day, must not: call-ended, times: at most staff", "责任人: site, 每: 日, 不得: call-ended, 次数: 不超过 staff 次"),
    ];

    public static readonly string[] Wrong =
    [
        "every: day, who: site, must: { all of: clock-in }",
        "every: day, who: site, must: { all of: [] }",
        "every: day, who: site, must: { all of: [clock-in], any of: [clock-in] }",
        "every: day, who: site, must: { al of: [clock-in] }",
        "every: day, who: site, must: { event: clock-in, where: site == \"s1\" }",
        "every: day, who: site, must: [clock-in, call-ended]",
        "every: day, who: site, must not: { any of: [clock-in, call-ended] }",
        "every: day, who: site, measure: { any of: [clock-in, call-ended] }, total of: cost, value: at most 3",
        "every: day, who: site, must: { all of: [clock-in, call-ended] }, where: answered, times: at least 2, one for one: yes",
        "every: day, who: site, must: { all of: [{ event: clock-in, times: at most 2 }, { event: clock-in, times: at least 0 }, { event: clock-in, times: at least staff.x }, { event: desk-opened, done by: leader }, { where: answered }] }",
        "every: day, who: site, must: { in order: [{ event: clock-in, times: at least 2 }, clock-inn] }",
        "when: complaint-received, who: site, must: { all of: [complaint-answered, clock-in] }, same: complaint, within: 1 h",
        "every: day, who: site, measure: call-ended, value: at most 3",
        "every: day, who: site, measure: call-ended, total of: cost",
        "every: day, who: site, measure: call-ended, total of: cost, mean of: cost, value: at most 3",
        "every: day, who: site, measure: call-ended, total of: topic, value: at most 3",
        "every: day, who: site, measure: call-ended, share where: waited, value: at least 80%",
        "every: day, who: site, measure: call-ended, share where: answered, value: at least 180%",
        "every: day, who: site, measure: call-ended, share where: answered, value: at least 0%",
        "every: day, who: site, measure: call-ended, different: person, value: at least 0",
        "every: day, who: site, measure: call-ended, mean of: waited, value: at most 3",
        "every: day, who: site, measure: call-ended, mean of: waited, value: at most staff",
        "every: day, who: site, measure: call-ended, total of: seats, value: at most quick",
        "every: day, who: site, measure: call-ended, total of: seats, value: at most many",
        "every: day, who: site, measure: call-ended, total of: seats, value: between 9 and 3",
        "every: day, who: site, measure: call-ended, total of: seats, value: 3, times: at least 2, share: at least 3%",
        "every: day, who: site, must: clock-in, mean of: seats, rounded: up",
        "every: day, who: leader, must: clerk-checked, covering: clrek",
        "every: day, who: leader, must: clerk-checked, covering: caller, named in: clerk",
        "every: day, who: leader, must: clerk-checked, covering: staff",
        "every: day, who: leader, must: clerk-checked, covering: clerk",
        "every: day, who: leader, must: desk-opened, covering: clerk",
        "every: day, who: leader, must: clerk-checked, covering: clerk, named in: desk",
        "every: day, who: leader, must: clerk-checked, covering: clerk, named in: clark",
        "every: day, who: leader, must: notice-read, covering: { event: notice-published }",
        "every: day, who: leader, must: notice-read, covering: notice-published.urgent, as of: end",
        "every: day, who: leader, must: notice-read, covering: notice-published.notice, as of: end",
        "every: day, who: leader, must: clock-in, covering: clerk, rounded: sideways, as of: noon, times: at least 2, one of each: person",
        "every: day, who: leader, must: clock-in, covering: clerk, share: at most 50%",
        "every: day, who: leader, must: clock-in, covering: clerk, share: at least staff / 2",
        "every: day, who: leader, must: clerk-checked, covering: clerk, named in: clerk, share: gaps",
        "every: day, who: leader, must: clerk-checked, covering: clerk, named in: clerk, share: rates",
        "every: day, who: leader, must: clerk-checked, covering: clerk, named in: clerk, share: high",
        "every: day, who: leader, must: clerk-checked, covering: perhaps-open",
        "every: day, who: leader, must: clock-in, covering: clerk",
        "every: day, who: leader, must: desk-opened, covering: open, done by: clerk",
        "every: day, who: leader, must be: staff",
        "every: day, who: leader, must be: staff > 5, where: answered, times: at least 2",
        "while: staff < 2, who: leader, must be: staff > 5, within: 5 min",
        "every: day, who: clerk, attested by: leadr",
        "every: day, who: clerk, attested by: leader, where: kept, done by: anyone",
        "every: day, who: site, must: clock-in, one for one: yes, times: between 2 and 3",
        "every: day, who: site, must: clock-in, one for one: perhaps",
        "every: day, who: site, must not: clock-in, one for one: yes",
        "when: complaint-received as c, who: site, must: clock-in, times: at least c.limit, within: 1 h",
        "when: complaint-received as c, who: site, must: clock-in, times: at least c.neded, within: 1 h",
        "when: complaint-received as c, who: site, must: clock-in, within: c.limit",
        "when: complaint-received as c, who: site, must: clock-in, apart: at least c.limit * 2, within: 1 h",
        "every: day, who: site, must total: staff > 1, total time: at least staff.hours",
        "every: day, who: site, must stay: staff > 1, share: at least f(2)",
        "every: day, who: site, must: clock-in, times: at least stuff",
    ];

    /// <summary>What is wrong together with what the vocabulary says.</summary>
    public static readonly (string Vocabulary, string Norm)[] WrongTogether =
    [
        ("", "a: { who: site, every: day, attested by: anyone }"),
        ("attestations: clock-in\nevents: { clock-in: { person, site } }", "a: { who: site, every: day, attested by: anyone }"),
        ("attestations: { event: attested, arrives: 1 day late }", "a: { who: site, every: day, attested by: anyone }"),
        ("attestations: attested\nshifts: { kinds: [early], longest: 10 h }\nroles: { clerk: { held: on shift }, leader: { held: on shift } }", "a: { who: each clerk, every: shift, attested by: leader }"),
        (
            "events: { handed-over: { person, site } }\nshifts: { kinds: [early], longest: 10 h }\nroles: { clerk: { held: on shift } }",
            "a: { who: clerk, every: shift, must: handed-over, one for one: yes }"
        ),
    ];

    /// <summary>All that is found wrong in these.</summary>
    public static IEnumerable<Diagnostic> Findings => Wrong.Select(Load).Concat(WrongTogether.Select(w => Load(w.Vocabulary, w.Norm))).SelectMany(r => r.Diagnostics);

    /// <summary>Loads a norm with these keys.</summary>
    public static LoadResult Load(string keys) => Samples.Load(Hall, Samples.PolicyOf($"a: {{ {keys} }}"));

    /// <summary>Loads a norm against a vocabulary that has only these declarations.</summary>
    public static LoadResult Load(string vocabulary, string norm) =>
        Samples.Load($"vocabulary: hall\nzone: Asia/Shanghai\npartition by: site\nsites: [s1]\n{vocabulary}", Samples.PolicyOf(norm));
}
