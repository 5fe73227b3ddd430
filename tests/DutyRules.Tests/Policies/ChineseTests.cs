using DutyRules.Diagnostics;

namespace DutyRules.Tests.Policies;

/// <summary>A policy can be written in Chinese throughout and means the same.</summary>
public class ChineseTests
{
    private const string English = """
        policy: hall/twin
        uses: hall
        revision: 2
        effective from: 2026-01-01
        effective to: 2027-01-01T12:00
        source: posts
        norms:
          on-site:
            title: { zh: 七点四十到岗, en: On site by 07:40 }
            who: each store-manager
            every: day
            must: clock-in
            due: 7:40
            cites: [store-manager/1a, store-manager/1b]
            tags: [daily]
            severity: major
            at: [s1]
          inspections:
            who: business-support
            every: day
            must: hall-inspection
            where: recorded
            each lasting: at least 30 min
            times: between 2 and 3
            apart: at least 1 h
            done by: anyone
          analyses:
            who: store-manager
            every: month
            must: report-filed
            one of each: kind
            due: day 30, or the last day, end of day
            reading: by the end of the 30th
          fire:
            who: site
            every: week
            must: clock-in
            from: Friday 9:00
            to: Friday 18:00
          opening:
            who: any store-manager
            every: day
            must: clock-in
            after: opening-time - 30 min
            before: opening-time
          answer:
            when: complaint-received as c
            if: c.tier is vip
            who: c.person
            must: complaint-answered
            same: complaint
            within: promptly
            unless: waiting > 20
            lapses when: waiting > 30
            notify: store-manager
            points: 5
            otherwise:
              id: take-over
              who: store-manager
              must: complaint-taken-over
              due: next day 8:00
          surge:
            who: floor-supervisor
            while: waiting > 5
            lasting: more than 5 min
            if it ends first: still owed
            must: seats-moved
            due: end of next day
          floor:
            who: each floor-supervisor
            every: day
            must stay: on-duty
            share: at least 80%
            of: waiting > 0
          manned:
            who: site
            every: day
            must stay: waiting < 30
            allowing gaps of at most: 5 min
          queue:
            who: site
            must not be: queue > 20
            lasting: at least 10 min
          exits:
            who: each agent
            every: day
            must not: clock-out
            times: at most 3
          outsiders:
            who: anyone
            when: outsider-admitted
            only after: admission-approved
            same: visit
            within: 1 day
          empty:
            when: till-closed
            only if: waiting == 0
          rank:
            when: till-closed
            only by: store-manager
          hours:
            who: each store-manager
            every: week
            must total: on-duty
            total time: between 20 h and 40 h
            over: last 4 weeks
            mean per: week
            judged on: actual
            effective from: 2026-02-01
            effective to: 2026-12-01
          sweep:
            who: business-support
            every: month
            must: { all of: [clock-in, { event: hall-inspection, where: recorded, times: at least 2, done by: anyone, if: waiting > 2 }] }
          either:
            who: site
            every: day
            must: { any of: [clock-in, clock-out] }
          turn:
            who: site
            when: complaint-received
            must: { in order: [complaint-taken-over, complaint-answered] }
            same: complaint
            within: 1 h
          moves:
            who: site
            every: day
            measure: seats-moved
            total of: seats
            value: at least 3
          mean-moves:
            who: site
            every: day
            measure: seats-moved
            mean of: seats
            value: at most 2.5
          least-moves:
            who: site
            every: day
            measure: seats-moved
            least: seats
            value: at least 1
          greatest-moves:
            who: site
            every: day
            measure: seats-moved
            greatest: seats
            value: less than 9
          movers:
            who: site
            every: day
            measure: seats-moved
            different: person
            value: between 1 and 3
          mostly-experts:
            who: site
            every: day
            measure: seats-moved
            share where: from is experts
            value: at least 80%
          everyone-reports:
            who: site
            every: month
            must: report-filed
            covering: store-manager
            named in: person
            share: at least 50%
            rounded: nearest
            as of: beginning
          calm:
            who: site
            every: day
            must be: waiting == 0
          one-each:
            who: site
            when: till-closed
            must: clock-out
            one for one: yes
            within: 1 h
          old:
            disabled: replaced
            must: clock-in
            attested by: somebody
        """;

    internal const string Chinese = """
        制度: hall/twin
        引用: hall
        版本: 2
        生效日期: 2026-01-01
        失效日期: 2027-01-01T12:00
        依据文件: posts
        职责:
          on-site:
            名称: { 中文: 七点四十到岗, 英文: On site by 07:40 }
            责任人: 每名 store-manager
            每: 每日
            必须: clock-in
            最迟: ７：４０
            依据条款: [store-manager/1a，store-manager/1b]
            标签: [daily]
            严重程度: 严重
            适用网点: [s1]
          inspections:
            责任人: business-support
            每: 日
            必须: hall-inspection
            条件: recorded
            每次时长: 不少于30分钟
            次数: 2 至 3 次
            间隔: 不少于 1 小时
            经办人: 任何人
          analyses:
            责任人: store-manager
            每: 月
            必须: report-filed
            每类一份: kind
            最迟: ３０日，无此日则月末，当日结束前
            条文理解: by the end of the 30th
          fire:
            责任人: 网点
            每: 每周
            必须: clock-in
            自: 周五 9:00
            至: 星期五18:00
          opening:
            责任人: 任一 store-manager
            每: 日
            必须: clock-in
            之后: opening-time - 30分钟
            之前: opening-time
          answer:
            遇有: complaint-received 记为 c
            如: c.tier is vip
            责任人: c.person
            必须: complaint-answered
            同一: complaint
            时限: promptly
            除外: waiting > 20
            终止于: waiting > 30
            通知: store-manager
            扣分: 5
            未履行则:
              编号: take-over
              责任人: store-manager
              必须: complaint-taken-over
              截止: 次日 8:00
          surge:
            责任人: floor-supervisor
            处于: waiting > 5
            持续: 超过 5 分钟
            若先结束: 仍须履行
            必须: seats-moved
            最迟: 次日结束前
          floor:
            责任人: 每名floor-supervisor
            每: 日
            须保持: on-duty
            比例: 不少于 80％
            其中: waiting > 0
          manned:
            责任人: 网点
            每: 日
            须保持: waiting < 30
            允许间断: 5分钟
          queue:
            责任人: 网点
            不得处于: queue > 20
            持续: 至少 10 分钟
          exits:
            责任人: 每名 agent
            每: 日
            不得: clock-out
            次数: 不超过 3 次
          outsiders:
            责任人: 任何人
            遇有: outsider-admitted
            须先: admission-approved
            同一: visit
            时限: 1 天
          empty:
            遇有: till-closed
            仅当: waiting == 0
          rank:
            遇有: till-closed
            仅限: store-manager
          hours:
            责任人: 每名store-manager
            每: 周
            须累计: on-duty
            累计时长: 20 小时至 40 小时
            统计期: 近 4 周
            平均每: 周
            核查对象: 实际
            生效日期: 2026-02-01
            失效日期: 2026-12-01
          sweep:
            责任人: business-support
            每: 月
            必须: { 全部: [clock-in, { 发生: hall-inspection, 条件: recorded, 次数: 不少于 2 次, 经办人: 任何人, 如: waiting > 2 }] }
          either:
            责任人: 网点
            每: 日
            必须: { 任选其一: [clock-in, clock-out] }
          turn:
            责任人: 网点
            遇有: complaint-received
            必须: { 依次: [complaint-taken-over, complaint-answered] }
            同一: complaint
            时限: 1 小时
          moves:
            责任人: 网点
            每: 日
            指标: seats-moved
            总计: seats
            指标值: 不少于 3
          mean-moves:
            责任人: 网点
            每: 日
            指标: seats-moved
            平均: seats
            值: 不超过 2.5
          least-moves:
            责任人: 网点
            每: 日
            指标: seats-moved
            最小: seats
            指标值: 不少于 1
          greatest-moves:
            责任人: 网点
            每: 日
            指标: seats-moved
            最大: seats
            指标值: 不足 9
          movers:
            责任人: 网点
            每: 日
            指标: seats-moved
            不同: person
            指标值: 1 至 3
          mostly-experts:
            责任人: 网点
            每: 日
            指标: seats-moved
            占比条件: from is experts
            指标值: 不少于 80％
          everyone-reports:
            责任人: 网点
            每: 月
            必须: report-filed
            覆盖: store-manager
            所在字段: person
            比例: 不少于 50%
            取整: 四舍五入
            截至: 期初
          calm:
            责任人: 网点
            每: 日
            须达到: waiting == 0
          one-each:
            责任人: 网点
            遇有: till-closed
            必须: clock-out
            一对一: 是
            时限: 1 小时
          old:
            停用: replaced
            必须: clock-in
            人工确认: somebody
        """;

    internal const string ChineseVocabulary = """
        词汇表: 营业厅
        时区: Asia/Shanghai
        分区依据: 网点
        各网点: { 一号厅: { 名称: 一号厅 }, 二号厅: }
        事件:
          到岗签到: { 人员，网点, 补录: 最长 1 天 }
          下班: { 人员, 网点 }
          巡检: { 名称: { 中文: 厅内巡检, 英文: hall inspection }, 人员, 网点, 历时: 最长 4 小时, 已记录: 是否 }
          受理投诉: { 人员, 网点, 事项: 投诉, 级别: [贵宾, 普通], 金额数: 金额 }
          答复投诉: { 人员, 网点, 事项: 投诉 }
          取号: { 网点, 事项: 号码 }
          叫号: { 网点, 事项: 号码 }
          排队人数: { 网点, 人数: 整数 }
        状态:
          在岗: { 按: [人员，网点], 起于: 到岗签到, 止于: 下班, 初始: 否 }
          等候: { 按: 网点, 成员: 号码, 进入: 取号, 离开: 叫号 }
          队长: { 按: 网点, 最近: 排队人数.人数, 过时时限: 2 分钟 }
          次数累计: { 按: 人员, 加一: 到岗签到, 减一: { 发生: 下班 }, 初始: 0 }
        岗位:
          店长: {}
          值班经理: { 见于: 到岗签到 }
        任职名单:
          - { 人员: 李, 担任: 店长, 网点: 一号厅, 自: 2026-03-01, 至: 2026-04-01 }
          - { 人员: 王, 担任: 店长, 网点: 二号厅 }
        参数:
          及时: { 类型: 时长, 值: 30分钟, 原因: 条文未写明时限 }
          开门时间: { 类型: 时刻, 值: 8：30 }
        """;

    private const string ChinesePolicy = """
        制度: 营业厅/店长
        引用: 营业厅
        职责:
          到岗:
            责任人: 每名店长
            每: 每日
            必须: 到岗签到
            最迟: 开门时间 - 30分钟
          保持在岗:
            责任人: 每名店长
            每: 日
            须保持: 在岗
            自: 开门时间
            至: 18:00
          答复:
            遇有: 受理投诉 记为 件
            如: 件.级别 is 贵宾 && 等候 > 5
            责任人: 件.人员
            必须: 答复投诉
            同一: 投诉
            时限: 及时
        """;

    [Fact]
    public void Means_the_same_as_its_English_twin()
    {
        var english = Samples.Load(Samples.Hall, English);
        var chinese = Samples.Load(Samples.Hall, Chinese);
        Assert.Equal("", Samples.Report(english));
        Assert.Equal("", Samples.Report(chinese));
        Assert.Equal(ModelText.Of(english.Policies!.Norms), ModelText.Of(chinese.Policies!.Norms));
        Assert.Equal(ModelText.Of(english.Policies!.Catalogue), ModelText.Of(chinese.Policies!.Catalogue));
    }

    [Fact]
    public void Every_key_of_a_norm_has_its_twin()
    {
        var forms = PartyFormTests.Forms.Concat(WindowFormTests.Forms).ToList();
        var (english, chinese) = (English + string.Join('\n', forms.Select(f => f.En)), Chinese + string.Join('\n', forms.Select(f => f.Zh)));
        foreach (var word in DutyRules.Policies.Binding.NormKeys.Norm.Concat(DutyRules.Policies.Binding.NormKeys.FollowUp))
        {
            Assert.Contains(word.En + ":", english);
            Assert.Contains(word.Spellings, s => chinese.Contains(s + ":") && s != word.En);
        }
    }

    [Fact]
    public async Task Vocabulary_and_policy_can_be_Chinese_throughout()
    {
        var result = Samples.Load(ChineseVocabulary, ChinesePolicy);
        Assert.Equal("", Samples.Report(result));
        Assert.All(result.Files, f => Assert.Equal(Language.Chinese, f.Language));
        await Verify(ModelText.Of(result.Policies!.Norms) + "\n" + ModelText.Of(result.Policies.Vocabulary.States.Select(s => s.Of)));
    }

    [Fact]
    public void Each_file_says_its_language_and_its_source()
    {
        var result = Samples.Load(Samples.Hall, Chinese);
        Assert.Equal(
            ["v.vocabulary.yaml hall English ", "p.duty.yaml hall/twin Chinese posts"],
            result.Files.Select(f => $"{f.Path} {f.Name} {f.Language} {f.Source}"));
    }
}
