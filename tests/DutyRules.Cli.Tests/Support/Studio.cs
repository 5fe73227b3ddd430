namespace DutyRules.Cli.Tests.Support;

/// <summary>A third business, with rules of every kind: duties by day, week, month and occasion, gates, powers, permissions, what somebody attests, what is no duty. In the folder <c>studio</c> of a workplace.</summary>
internal static class Studio
{
    private const string Vocabulary = """
        vocabulary: studio
        zone: Asia/Shanghai
        partition by: site
        opening hours: { every day: 9:00 to 18:00 }
        sites: { east: { title: { zh: 东店, en: East studio } } }
        attestations: { event: attested, title: { zh: 人工确认, en: attestation } }
        events:
          clock-in: { title: { zh: 上班打卡, en: clock-in }, person, site }
          report: { title: { zh: 周报, en: weekly report }, person, site }
          stock-taken: { title: { zh: 盘点, en: stock-taking }, person, site, of: [paint, paper] }
          complaint: { title: { zh: 投诉, en: complaint }, site, case: matter, grade: [plain, grave] }
          answered: { title: { zh: 答复, en: answer }, person, site, case: matter }
          counted: { title: { zh: 点钞, en: count of the till }, person, site }
          closed: { title: { zh: 关门, en: closing }, person, site, early: yes-no }
          refused: { title: { zh: 拒绝接待, en: refusal }, person, site }
        roles:
          keeper: { title: { zh: 店长, en: keeper } }
          painter: { title: { zh: 画师, en: painter } }
        roster:
          - { person: zhao, role: keeper, site: east }
          - { person: qian, role: painter, site: east }
          - { person: sun, role: painter, site: east }
        parameters:
          answer-limit: { is: duration, value: 30 min, because: { zh: 条文只写及时, en: the source says promptly } }

        """;

    private const string Policy = """
        policy: studio/rules
        uses: studio
        source: manual
        norms:
          on-time: { title: { zh: 九点到岗, en: There at nine }, who: each keeper, every: day, must: clock-in, due: 9:00, points: 1, cites: manual/keeper/1 }
          painters-on-time: { title: { zh: 画师十点到岗, en: Painters at ten }, who: each painter, every: day, must: clock-in, due: 10:00, cites: manual/painter/1 }
          weekly: { title: { zh: 每周报告, en: Weekly report }, who: keeper, every: week, must: report, due: 'Friday 18:00', cites: manual/keeper/2 }
          stock: { title: { zh: 每月盘点, en: Monthly stock-taking }, who: keeper, every: month, must: stock-taken, one of each: of, cites: manual/keeper/3 }
          answers:
            title: { zh: 投诉及时答复, en: Complaints are answered }
            when: complaint
            who: keeper
            must: answered
            same: matter
            within: answer-limit
            reading: { zh: “及时”读作半小时内, en: promptly is read as half an hour }
            cites: [manual/keeper/4, manual/painter/3]
            otherwise: { id: written, title: { zh: 书面说明, en: A written account }, must: report, within: 24 h }
          counted-first: { title: { zh: 先点钞后关门, en: Counted before closing }, when: closed, only after: counted, same: person, within: 1 h, cites: manual/keeper/5 }
          no-refusal: { title: { zh: 不得拒绝接待, en: Nobody is turned away }, who: each keeper, must not: refused, points: 2, cites: manual/keeper/6 }
          closed-by-keeper: { title: { zh: 店长关门, en: Only the keeper closes }, who: anyone, when: closed, only by: keeper, cites: manual/keeper/7 }
          friendly: { title: { zh: 待客热情, en: Friendly }, who: each painter, every: week, attested by: keeper, cites: manual/painter/2 }
          may-close-early: { title: { zh: 可提前关门, en: Early closing }, who: keeper, may: closed as c, if: c.early, cites: manual/keeper/8 }
          example: { kind: principle, who: keeper, title: { zh: 以身作则, en: A good example }, gist: { zh: 店长以身作则, en: the keeper sets an example }, cites: manual/keeper/9 }
          who-keeps: { kind: definition, defines: [keeper, answer-limit], title: { zh: 店长是谁, en: Who the keeper is }, cites: manual/0 }
          no-greying: { kind: improper, because: { zh: 年龄歧视, en: it discriminates by age }, title: { zh: 不得年长, en: Nobody old }, cites: manual/painter/4 }
          closing-and-counting: { kind: conflict, conflicts with: [counted-first, on-time], prevails: on-time, title: { zh: 点钞与到岗, en: Counting and coming }, cites: manual/keeper/5 }

        """;

    private const string Index = """
        {"id":"manual/0","gist":"The keeper keeps the studio.","gist_zh":"店长负责画室。","norm":"definition","measurable":"no","page":3}
        {"id":"manual/keeper/1","gist":"The keeper is there at nine.","gist_zh":"店长九点到岗。","norm":"obligation","measurable":"events","roles":["keeper"]}
        {"id":"manual/keeper/2","gist":"A report, each week.","gist_zh":"每周一份报告。","norm":"obligation","measurable":"events"}
        {"id":"manual/keeper/3","gist":"Stock is taken.","gist_zh":"每月盘点。","norm":"obligation","measurable":"attested"}
        {"id":"manual/keeper/4","gist":"Complaints are answered promptly.","gist_zh":"及时答复投诉。","norm":"obligation","measurable":"events"}
        {"id":"manual/keeper/5","gist":"The till is counted first.","gist_zh":"先点钞。","norm":"obligation","measurable":"events"}
        {"id":"manual/keeper/6","gist":"Nobody is turned away.","gist_zh":"不得拒客。","norm":"prohibition","measurable":"events"}
        {"id":"manual/keeper/7","gist":"Only the keeper closes.","gist_zh":"店长关门。","norm":"power","measurable":"events"}
        {"id":"manual/keeper/8","gist":"The keeper may close early.","gist_zh":"店长可提前关门。","norm":"permission","measurable":"no"}
        {"id":"manual/keeper/9","gist":"An example is set.","gist_zh":"以身作则。","norm":"principle","measurable":"no"}
        {"id":"manual/painter/1","gist":"Painters are there at ten.","gist_zh":"画师十点到岗。","norm":"obligation","measurable":"events"}
        {"id":"manual/painter/2","gist":"Painters are friendly.","gist_zh":"画师热情。","norm":"obligation","measurable":"attested"}
        {"id":"manual/painter/3","gist":"Complaints are answered promptly.","gist_zh":"及时答复投诉。","norm":"obligation","measurable":"events","duplicate_of":"manual/keeper/4"}
        {"id":"manual/painter/4","gist":"Painters are young.","gist_zh":"画师年轻。","norm":"obligation","measurable":"no"}
        {"id":"manual/painter/5","gist":"Stock is taken.","gist_zh":"每月盘点。","norm":"obligation","measurable":"events","duplicate_of":"manual/keeper/3"}

        """;

    private const string Tests = """
        suite: answers
        tests:
          - name: in half an hour
            now: 2026-03-03T00:00
            events:
              - { complaint: , site: east, matter: a, grade: plain, time: 2026-03-02T10:00 }
              - { answered: zhao, site: east, matter: a, time: 2026-03-02T10:30 }
            expect:
              - { norm: answers, status: fulfilled }

        """;

    /// <summary>Writes the files.</summary>
    public static void OpenIn(Workplace place)
    {
        place.Write("studio/studio.vocabulary.yaml", Vocabulary);
        place.Write("studio/rules.duty.yaml", Policy);
        place.Write("studio/index.jsonl", Index);
        place.Write("studio/answers.test.yaml", Tests);
    }
}
