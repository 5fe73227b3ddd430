namespace DutyRules.Cli.Tests.Support;

/// <summary>A second business, with shifts, opening hours and a work calendar, in the folder <c>kiosk</c> of a workplace.</summary>
internal static class Kiosk
{
    private const string Vocabulary = """
        vocabulary: kiosk
        zone: Asia/Shanghai
        partition by: site
        calendar: cn
        opening hours: { Monday to Friday: 9:00 to 17:30, Saturday: [ 9:00 to 12:00, 14:00 to 17:00 ], holiday: closed, 2026-03-07: 10:00 to 12:00 }
        sites:
          east: { title: { zh: 东亭, en: East kiosk } }
          west: { title: { zh: 西亭, en: West kiosk } }
        events:
          clock-in: { title: { zh: 上班打卡, en: clock-in }, person, site }
          clock-out: { title: { zh: 下班打卡, en: clock-out }, person, site }
          report: { title: { zh: 日报, en: report }, person, site }
        shifts: { kinds: [early, late], longest: 12 h, begins: clock-in, ends: clock-out }
        states:
          staff: { title: { zh: 在岗人数, en: staff }, members: person, in: clock-in, out: clock-out }
        roles:
          clerk: { title: { zh: 店员, en: clerk }, held: on shift }
          keeper: { title: { zh: 管理员, en: keeper } }
        roster:
          - { person: zhao, role: keeper, site: east }
          - { person: qian, role: keeper, site: west, from: 2026-01-01, to: 2026-03-20 }

        """;

    private const string Policy = """
        policy: kiosk/daily
        uses: kiosk
        norms:
          staffed:
            title: { zh: 十点到十二点有人在岗, en: Staffed from ten to twelve }
            who: site
            every: day
            from: 10:00
            to: 12:00
            must stay: staff > 0
          early:
            title: { zh: 提前到岗, en: There before the shift }
            who: each clerk
            every: shift
            must: clock-in
            from: shift start - 15 min
            to: shift start
            judged on: [plan, actual]
          monthly:
            title: { zh: 月度报告, en: Monthly report }
            who: keeper
            every: month
            must: report
            due: day 4 or the next working day, 18:00
            cites: handbook/7
          leaving:
            title: { zh: 离岗报告, en: Report on leaving }
            who: site
            when: clock-out
            must: report
            within: 10 min
          pairs:
            title: { zh: 每天两人, en: Two people a day }
            who: site
            every: day
            must: clock-in
            times: at least 2
            judged on: plan

        """;

    private const string Calendar = """
        calendar: cn
        title: { zh: 中国节假日, en: Chinese holidays }
        revision: 2026-1
        working days: Monday to Friday
        known years: [2026]
        holidays:
          - { title: { zh: 清明节, en: Qingming }, from: 2026-04-04, to: 2026-04-06 }
        make-up days:
          - { date: 2026-04-12, for: { zh: 清明节, en: Qingming } }

        """;

    private const string Roster = """
        id,person,role,site,start,end,kind,issued,status
        s1,li,clerk,east,2026-03-02 08:00,16:00,early,2026-02-20,
        s2,wang,clerk,east,2026-03-02 11:00,19:00,late,2026-02-20,
        s3,li,clerk,east,2026-03-03 11:00,19:00,late,2026-02-20,
        s4,wang,clerk,west,2026-03-03 08:00,16:00,early,2026-02-20,
        s4,wang,clerk,west,2026-03-03 08:00,16:00,early,2026-02-25,cancelled

        """;

    private const string Events = """
        {"id":"c1","type":"clock-in","at":"2026-03-02T07:50:00+08:00","site":"east","person":"li"}
        {"id":"c2","type":"clock-in","at":"2026-03-02T11:05:00+08:00","site":"east","person":"wang"}
        {"id":"c3","type":"clock-out","at":"2026-03-02T16:00:00+08:00","site":"east","person":"li"}

        """;

    /// <summary>Writes the files.</summary>
    public static void OpenIn(Workplace place)
    {
        place.Write("kiosk/kiosk.vocabulary.yaml", Vocabulary);
        place.Write("kiosk/daily.duty.yaml", Policy);
        place.Write("kiosk/cn.calendar.yaml", Calendar);
        place.Write("kiosk/march.csv", Roster);
        place.Write("kiosk/days.jsonl", Events);
    }
}
