using DutyRules.Policies;

namespace DutyRules.Tests.Policies;

/// <summary>A calendar and a vocabulary with hours and shifts, in both languages.</summary>
internal static class TimeSamples
{
    public const string Calendar = """
        calendar: cn
        title: { zh: 中国大陆, en: Mainland China }
        revision: 2026-1
        working days: Monday to Friday
        known years: 2025 to 2026
        holidays:
          - { title: { zh: 春节, en: Spring Festival }, from: 2026-02-15, to: 2026-02-23 }
          - { title: { zh: 元旦, en: New Year's Day }, from: 2026-01-01, to: 2026-01-03 }
          - { title: 清明, date: 2025-04-04 }
        make-up days:
          - { date: 2026-02-28, for: { zh: 春节, en: Spring Festival } }
          - 2026-01-04
        """;

    public const string ChineseCalendar = """
        日历: cn
        名称: { 中文: 中国大陆, 英文: Mainland China }
        版本: 2026-1
        每周工作日: 周一至周五
        已知年份: 2025 至 2026
        节假日:
          - { 名称: { 中文: 春节, 英文: Spring Festival }, 自: 2026-02-15, 至: 2026-02-23 }
          - { 名称: { 中文: 元旦, 英文: New Year's Day }, 自: 2026-01-01, 至: 2026-01-03 }
          - { 名称: 清明, 日期: 2025-04-04 }
        调休上班日:
          - { 日期: 2026-02-28, 所补假期: { 中文: 春节, 英文: Spring Festival } }
          - 2026-01-04
        """;

    public const string Hall = """
        vocabulary: hall
        zone: Asia/Shanghai
        partition by: site
        calendar: cn
        clock changes: { skipped: end of gap, repeated: later }
        opening hours:
          Monday to Friday: 8:30 to 18:00
          Saturday, Sunday: [9:00 to 12:00, 13:00 to 17:00]
          holidays: 9:30 to 16:30
          make-up days: 8:30 to 18:00
          2026-02-17: closed
          2026-02-15 to 2026-02-16: { open: 10:00 to 15:00, because: New Year's Eve }
          2026-02-18: { closed, because: { zh: 盘点, en: stocktaking } }
        other hours:
          busy: { every day: 10:00 to 11:30, Sunday: none }
          night: { every day: 22:00 to 2:00 }
        shifts: { kinds: [early, middle, late, night], longest: 14 h, arrives: up to 2 h late, begins: clock-in, ends: clock-out }
        sites:
          s1: { calendar: cn, opening hours: { every day: all day } }
          s2: { other hours: { busy: { Monday: '10:00 to 11:00, 15:00 to 16:00' } } }
        events:
          clock-in: { person, site }
          clock-out: { person, site }
          report-filed: { person, site, kind: [complaints, faults, service] }
          complaint-received: { person, site, case: complaint }
          handover-signed: { person, site }
        states:
          on-duty: { of: person, on from: clock-in, off at: clock-out }
          open: { during: opening hours }
          busy: { title: { zh: 忙时, en: busy hours }, during: busy }
          holiday: { during: day of a holiday }
          workday: { during: working day }
          trading-day: { during: opening day }
        roles:
          store-manager: { title: { zh: 店长, en: store manager } }
          agent: { title: { zh: 营业员, en: agent }, held: on shift }
        roster:
          - { person: li, role: store-manager, site: s1 }
          - { person: wang, role: store-manager, site: s2 }
        parameters:
          grace: { is: duration, value: 15 min }
        """;

    public const string ChineseHall = """
        词汇表: hall
        时区: Asia/Shanghai
        分区依据: site
        日历: cn
        时钟调整: { 跳过时刻: 间隙之后, 重复时刻: 较晚 }
        营业时间:
          周一至周五: 8:30 至 18:00
          周六、周日: [9:00至12:00, 13：00 至 17：00]
          节假日: 9:30 至 16:30
          调休上班日: 8:30 至 18:00
          2026-02-17: 不营业
          2026-02-15 至 2026-02-16: { 开放: 10:00 至 15:00, 原因: New Year's Eve }
          2026-02-18: { 不营业, 原因: { 中文: 盘点, 英文: stocktaking } }
        其他时段:
          busy: { 每日: 10:00 至 11:30, 周日: 无 }
          night: { 每日: 22:00 至 2:00 }
        各班次: { 班别: [early, middle, late, night], 单班最长: 14 小时, 补录: 最长 2 小时, 上班记录: clock-in, 下班记录: clock-out }
        各网点:
          s1: { 日历: cn, 营业时间: { 每日: 全天 } }
          s2: { 其他时段: { busy: { 周一: '10:00 至 11:00，15:00 至 16:00' } } }
        事件:
          clock-in: { person, site }
          clock-out: { person, site }
          report-filed: { person, site, kind: [complaints, faults, service] }
          complaint-received: { person, site, 事项: complaint }
          handover-signed: { person, site }
        状态:
          on-duty: { 按: person, 起于: clock-in, 止于: clock-out }
          open: { 期间: 营业时间 }
          busy: { 名称: { 中文: 忙时, 英文: busy hours }, 期间: busy }
          holiday: { 期间: 放假日 }
          workday: { 期间: 工作日 }
          trading-day: { 期间: 营业日 }
        岗位:
          store-manager: { 名称: { 中文: 店长, 英文: store manager } }
          agent: { 名称: { 中文: 营业员, 英文: agent }, 任职方式: 按排班 }
        任职名单:
          - { 人员: li, 担任: store-manager, 网点: s1 }
          - { 人员: wang, 担任: store-manager, 网点: s2 }
        参数:
          grace: { 类型: 时长, 值: 15 分钟 }
        """;

    public static LoadResult Load(string vocabulary, string calendar, params string[] policies) => PolicyLoader.Load(
        policies.Select((p, i) => new PolicyFile($"p{i + 1}.duty.yaml", p))
            .Prepend(new PolicyFile("v.vocabulary.yaml", vocabulary)).Append(new PolicyFile("cn.calendar.yaml", calendar)));

    /// <summary>Loads a policy that has only these norms.</summary>
    public static LoadResult WithNorms(string norms) => Load(Hall, Calendar, Samples.PolicyOf(norms));
}
