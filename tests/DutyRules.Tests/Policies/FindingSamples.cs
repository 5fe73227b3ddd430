using DutyRules.Policies;

namespace DutyRules.Tests.Policies;

/// <summary>Texts with one fault each. A text that begins with <c>vocabulary</c> or <c>policy</c> is a file; any other is a list of norms.</summary>
internal static class FindingSamples
{
    public static LoadResult Load(string sample) =>
        sample.Split("%%") is { Length: > 1 } files ? PolicyLoader.Load(files.Select(FileOf))
        : sample.StartsWith("##", StringComparison.Ordinal) ? TimeSamples.WithNorms(sample[2..].TrimStart())
        : sample.StartsWith("vocabulary", StringComparison.Ordinal) ? Samples.Load(sample)
        : sample.StartsWith("policy", StringComparison.Ordinal) ? Samples.Load(Samples.Hall, sample)
        : sample.StartsWith("--", StringComparison.Ordinal) ? PolicyLoader.Load([new PolicyFile("p.yaml", sample[2..].TrimStart())])
        : sample.StartsWith("++", StringComparison.Ordinal) ? Samples.Load(Samples.Hall, sample[2..].TrimStart())
        : Samples.WithNorms(sample);

    private static PolicyFile FileOf(string text, int index)
    {
        string kind = text.TrimStart().Split(':')[0] switch { "vocabulary" => "vocabulary", "calendar" => "calendar", _ => "duty" };
        return new PolicyFile($"{(index == 0 ? "v" : index == 1 ? "p" : $"p{index}")}.{kind}.yaml", text.TrimStart());
    }

    public static readonly string[] Text =
    [
        "a: { who: site, every: day, must: clock-in }\nb:\n\twho: site\n\tevery: day\n\tmust: clock-in",
        "a:\n　who: site\n  every: day\n  must: clock-in",
        "a:\n  who：site\n  every: day\n  must: clock-in",
        "a: { who： site, every: day, must: clock-in }",
        "a:\n  who:site\n  every: day\n  must: clock-in",
        "a:\n  who site\n  every: day\n  must: clock-in",
        "a:\n  who: site\n  every: day\n  must: clock-in\n  times: >= 2",
        "a:\n  who: site\n  every: day\n  must: hall-inspection\n  where: !recorded",
        "a: { who: site, every: day, must: hall-inspection, where: !recorded, times: at least 2 }",
        "a:\n  who: site\n  every: day\n  must: report-filed\n  where: \"x\" == kind",
        "a: { who: site, every: day, must: report-filed, where: \"x\" == kind }",
        "a:\n  who: site\n  every: day\n  must: clock-in\n  title: attention: 7:40",
        "a:\n  who: site\n  every: day\n  must: clock-in\n  title: \"On site\n  due: 7:40",
        "a: { who: site, every: day, must: clock-in\nb: { who: site, every: day, must: clock-in }",
        "a:\n    who: site\n    every: day\n   must: clock-in",
        "a:\n  who: site\n    every: day\n  must: clock-in",
        "a:\n  who: site\n  every: day\n  must: clock-in\n  and so on\n  due: 7:40",
        "a: { who: site, every: day, must: clock-in } }",
        "a:\n  who: site\n  every: day\n  must: clock-in\n  ? due\n  : 7:40\n  ?? x",
        "a:\n  who: site\n  every: day\n  must: clock-in\n  who: site",
        "a: { who: site, every: day, must: clock-in, [x]: y }",
        "++policy: p\nuses: hall\nnorms:\n<<<<<<< mine\n  a: { who: site, every: day, must: clock-in }\n=======\n  a: { who: site, every: week, must: clock-in }\n>>>>>>> yours\n",
        "a: &a { who: site, every: day, must: clock-in }",
        "a: { who: site, every: day, must: clock-in, title: *b }",
        "policy: p\nuses: hall\nnorms: {}\n---\npolicy: q",
        "a: { who: site, every: day, must: clock-in, title: 'on\u202Etime' }",
        "++%YAML 1.1\n---\npolicy: p\nuses: hall\nnorms: {}",
    ];

    public static readonly string[] KeysAndValues =
    [
        "--norms: {}",
        "policy: p\nuses: hall",
        "policy: p\nuses: hall\nnorms: {}\nsites: [s1]",
        "--policy: p\nuses: hall\nnorms: {}",
        "a: { who: site, every: day, mst: clock-in }",
        "a: { who: site, every: day, must: clock-in, title: Monday, again }",
        "a: { who: site, every: day, must: clock-in, must not: clock-out }",
        "a: { who: site, every: day, must: clock-in, share: at least 80% }",
        "a: { who: site, every: day, must: clock-in, within: 1 h, due: 7:40 }",
        "a: { who: site, every: day, must: clock-in, before: 0:00 }",
        "a: { who: site, every: day, must: clock-in, after: end of day }",
        "a: { who: site, every: week, must: clock-in, before: Monday 0:00 }",
        "a: { who: site, every: month, must: clock-in, before: 'day 1, 0:00' }",
        "a: { 责任人: site, every: day, must: clock-in }",
        "a: { who: site, every: day, must: clock-in, or after: site }",
        "a: { who: site, every: , must: clock-in }",
        "a: { who: site, every: [day], must: clock-in }",
        "a: clock-in",
        "a: { who: site, every: day, must: clock-in, title: no }",
        "a: { who: site, every: day, must: clock-in, times: at least 2 or so }",
        "a: { who: site, every: day, must: clock-in, times: 2 }",
        "a: { who: site, every: day, must: clock-in, times: <= 2 }",
        "a: { who: site, every: day, must: clock-in, times: between 2 }",
        "a: { who: site, every: day, must: clock-in, times: between 3 and 2 }",
        "a: { who: site, every: day, must: clock-in, times: at least 2.5 }",
        "a: { who: site, every: day, must stay: waiting < 5, share: at least 120% }",
        "a: { when: clock-in, who: site, must: clock-out, within: a while }",
        "a: { when: clock-in, who: site, must: clock-out, within: long }",
        "a: { when: clock-in, who: site, must: clock-out, within: 30 }",
        "a: { when: clock-in, who: site, must: clock-out, within: 1:30 }",
        "a: { when: clock-in, who: site, must: clock-out, within: 1 day }",
        "a: { when: clock-in, who: site, must: clock-out, within: 99999999999999 h }",
        "a: { who: site, every: day, must: clock-in, due: \"@noon\" }",
        "a: { who: site, every: day, must: clock-in, due: 24:00 }",
        "a: { who: site, every: day, must: clock-in, due: 7:75 }",
        "a: { who: site, every: month, must: clock-in, due: \"day 32, 7:40\" }",
        "a: { who: site, every: month, must: clock-in, due: \"day 30, 7:40\" }",
        "a: { who: site, every: month, must: clock-in, due: day 8 }",
        "policy: p\nuses: hall\neffective from: 1 March\nnorms: {}",
        "policy: p\nuses: hall\neffective from: 2026-02-01\neffective to: 2026-01-01\nnorms: {}",
        "policy: p\nuses: hal\nnorms: {}",
    ];

    public static readonly string[] Vocabularies =
    [
        "vocabulary: v\nzone: CST\npartition by: site",
        "vocabulary: v\nzone: Asia/Beijing\npartition by: site",
        With("events:\n  a: { person }"),
        With("events:\n  a: { site, amount }"),
        With("events:\n  a: { site, amount: dollars }"),
        With("events:\n  a: { site, until: instant }"),
        With("events:\n  a: { site, kind: [yes, no] }"),
        With("events:\n  a: { site, kind: [b, b] }"),
        With("events:\n  c\u0430lled: { site }"),
        With("events:\n  a: { site, lasts: 4 h }"),
        With("events:\n  a: { site }\nstates:\n  s: { of: site }"),
        With("events:\n  a: { site, person }\n  b: { site }\nstates:\n  s: { of: [site, person], on from: a, off at: b }"),
        With("events:\n  a: { site, desk: text }\n  b: { site, desk: integer }\nstates:\n  s: { of: desk, on from: a, off at: b }"),
        With("events:\n  a: { site }\nstates:\n  s: { latest: a.n }"),
        With("events:\n  a: { site }\nstates:\n  s: { latest: 7 }"),
        With("events:\n  a: { site, n: integer, m: money, t: text }\nstates:\n  s: { total: a.n - a.m + a.t }\n  t: { total: a }\n  u: { total: a. }\n  v: { total: b.n - a.x }\n  w: { total: '- a.n' }\n  x: { total: a.n + }\n  y: { total: { event: a.n + a.n, where: n > 1 } }\n  z: { total: a.n, off at: a, for: 2 h }"),
        With("events:\n  a: { site }\nstates:\n  s: { on from: a }\n  t: { on from: a, for: 1 day }\n  u: { on from: a, for: 2 h sharp }\n  v: { on from: a, due: 2 h }"),
        With("events:\n  a: { site, desk: text }\nstates:\n  n: { plus one on: a }\n  d: { of: desk, plus one on: a }\nroles: { r: }\nparameters:\n  p: { is: integer }\ndefinitions:\n  busy: { means: quiet && n > 5 }\n  quiet: { means: quiet || busy }\n  n: { means: n > 1 }\n  r: { means: n > 1 }\n  p: { means: n > 1 }\n  many: { means: n }\n  odd: { means: n > p }\n  at-desk: { means: d > 1 }\n  none: { title: none }\n  bsuy: { means: buzy && m > 1 }\n  short: n > 1"),
        With("events:\n  a: { site }\nroles:\n  r: { seen in: a }"),
        With("events:\n  a: { site }\nroles:\n  r: { seen in: b }"),
        With("roles: { r: }\nroster:\n  person: li"),
        With("roles: { r: }\nsites: [s1]\nroster:\n  - { person: li, role: r, site: s2 }"),
        With("roles: { r: }\nsites: [s1]\nroster:\n  - { person: li, role: rr, site: s1, from: 2026-02-01, to: 2026-01-01 }"),
        With("parameters:\n  p: { is: yes-no, value: perhaps }"),
        With("parameters:\n  p: { is: number, value: many }"),
        With("parameters:\n  p: { is: integer, value: 2.5 }"),
        With("parameters:\n  p: { is: instant, value: 2026-01-01 }"),
        With("parameters:\n  p: { is: [low, high], value: hihg }"),
        With("parameters:\n  7p: { is: number }"),
        "++vocabulary: w\nzone: Asia/Shanghai\npartition by: site",
    ];

    public static readonly string[] Times =
    [
        With("calendar: cm\n") + "%%calendar: cn",
        With("calendar: cn\n") + "%%calendar: cn\nworking days: most\nknown years: [2026, soon]\n%%calendar: cn",
        WithCalendar("holidays:\n  - { title: A, from: 2026-02-01, to: 2026-02-03 }\n  - { title: B, date: 2026-02-03 }\n  - { title: C, date: 3 March, from: 2026-01-01 }\n  - { title: D, from: 2026-05-02, to: 2026-05-01 }\n  - { title: E, date: 2027-01-01 }"),
        WithCalendar("holidays:\n  - { title: A, date: 2026-02-01 }\nmake-up days: [2026-02-01, 2026-02-07, 2026-02-07, 2026-02-09]"),
        With("opening hours:\n  most days: 8:00 to 9:00\n  Monday to Friday: 8:00 to 12:00\n  Friday: closed\n  Saturday: morning\n  Sunday: 8:00 to 24:00\n  2026-02-03 to 2026-02-01: closed\n  2026-01-01: [8:00 to 12:00, 11:00 to 13:00]\n  2026-01-02: { closed, open: all day }"),
        With("other hours:\n  opening: { every day: all day }\n  busy: { every day: all day }\nstates:\n  a: { during: bsuy }\n  b: { during: working day }\n  c: { during: opening hours, of: person }"),
        With("opening hours: { every day: all day, holidays: closed }"),
        With("clock changes: { skipped: somehow }\nshifts: { kinds: [a], longest: 8 h }\nevents:\n  shift-planned: { site }\nsites: [s]\nroles:\n  r: { held: always }\n  q: { held: on shift }\nroster:\n  - { person: li, role: q, site: s }"),
        With("roles:\n  r: { held: on shift }"),
        "## a: { who: each agent, every: day, must: clock-in, due: previous shift end }",
        With("calendar: cn\nsites: [s]\nevents: { e: { site } }") + "%%policy: p\nuses: v\neffective to: 2027-01-01\nnorms:\n  a: { who: site, every: working day, must: e }%%calendar: cn",
        "## a: { who: each agent, every: day, must: clock-in }",
        "## a: { who: each agent, every: evening shift, must: clock-in }",
        "## a: { who: site, every: shift, must: clock-in }",
        "## a: { who: site, every: quarter, must: clock-in, due: '月末 18:00' }",
        "## a: { who: site, every: whole holiday, must: clock-in, due: 18:00 }",
        "## a: { who: site, every: month, must: clock-in, due: '0 opening days before the last day, 18:00' }",
        "## a: { who: site, every: week, must: clock-in, due: 'working day 8, 18:00' }",
        "## a: { who: site, every: day, must: clock-in, judged on: paper }",
        "## a: { who: site, every: day, must: clock-in, from: closing, to: opening }",
        "## a: { who: site, every: { repeat: FREQ=SECONDLY, starting: 2026-01-01 }, must: clock-in }",
        "## a: { who: site, every: { repeat: FREQ=DAILY, starting: soon }, must: clock-in }",
        "## a: { who: site, every: working day, must: clock-in, effective to: 2028-01-01 }",
        Edition("1", "effective from: 2026-01-01\n") + "%%" + Edition("2", "effective from: 2026-01-01\n"),
        Edition("1", "effective from: 2026-01-01\neffective to: 2026-07-01\n") + "%%" + Edition("2", "effective from: 2026-06-01\n"),
        Edition("1", "effective from: 2026-01-01\n", "effective to: 2025-12-01") ,
        "vocabulary: v\nzone: Europe/Paris\npartition by: site\nsites: [s1]\nevents: { e: { site } }%%policy: p\nuses: v\nnorms:\n  a: { who: site, every: day, must: e, due: 2:30 }\n  b: { who: site, every: day, must: e, due: 3:30 }",
        With("sites: { s1: { calendar: cn, opening hours: { every day: all day } }, s2: }\nevents: { e: { site } }")
            + "%%policy: p\nuses: v\nnorms:\n  a: { who: site, every: working day, must: e, due: closing }%%calendar: cn",
    ];

    public static readonly string[] Norms =
    [
        "a: { every: day, must: clock-in }",
        "a: { who: site, every: day }",
        "a: { who: site, must: clock-in }",
        "a: { who: site, only after: clock-in, within: 1 h }",
        "a: { who: site, every: fortnight, must: clock-in }",
        "a: { who: site, every: opening day, must: clock-in }",
        "a: { who: anyone, every: day, must: clock-in }",
        "a: { who: each agent, while: waiting > 5, must: clock-in, within: 1 h, if it ends first: lapses }",
        "a: { who: c.kind, when: report-filed as c, must: clock-in, within: 1 h }",
        "a: { who: d.person, when: report-filed as c, must: clock-in, within: 1 h }",
        "a: { who: c.preson, when: report-filed as c, must: clock-in, within: 1 h }",
        "a: { who: whoever is near, every: day, must: clock-in }",
        "a: { who: store-manger, every: day, must: clock-in }",
        "a: { who: site, every: day, must: clock-inn }",
        "a: { who: site, every: day, must: [clock-in, clock-out] }",
        "a: { who: site, every: day, must: clock-in, times: at least 0 }",
        "a: { who: site, every: day, must: clock-in, times: at most 0 }",
        "a: { who: site, every: day, must not: clock-in, times: at least 2 }",
        "a: { who: site, while: waiting > 5, must not: clock-in }",
        "a: { who: site, every: day, must: clock-in, each lasting: at least 1 min }",
        "a: { who: site, every: month, must: report-filed, one of each: person }",
        "a: { who: site, every: day, must: clock-in, same: person }",
        "a: { who: site, when: complaint-received, must: queue-left, same: call, within: 1 h }",
        "a: { who: site, every: day, must: hall-inspection, apart: more than 1 h }",
        "a: { who: site, every: day, must stay: waiting < 5, of: waiting > 0 }",
        "a: { who: site, must not be: waiting > 5, lasting: less than 5 min }",
        "a: { who: site, while: waiting > 5, must: clock-in, within: 1 h }",
        "a: { who: site, while: waiting > 5, must: clock-in, within: 1 h, if it ends first: whatever }",
        "a: { who: site, when: clock-out, must: clock-in }",
        "a: { who: site, every: day, must: clock-in, within: 1 h }",
        "a: { who: site, when: clock-out, must: clock-in, due: 1 h }",
        "a: { who: site, when: clock-out, must: clock-in, within: promptyl }",
        "a: { who: site, when: clock-out, must: clock-in, within: opening-time }",
        "a: { who: site, when: clock-out, must: clock-in, within: 1 h, points: drawer-limit }",
        "a: { who: site, every: week, must: clock-in, due: 7:40 }",
        "a: { who: site, every: month, must: clock-in, due: end of day }",
        "a: { who: site, every: day, must: clock-in, due: Friday 18:00 }",
        "a: { when: clock-out, only after: clock-in }",
        "a: { when: clock-out, only after: clock-in, from: 8:00 }",
        "a: { who: site, every: opening, must: clock-in }",
        "a: { who: site, every: holiday, must: clock-in }",
        "a: { who: site, every: shift, must: clock-in }",
        "a: { who: store-manager, every: working day, must: clock-in }",
        "a: { who: site, every: day, must: clock-in, due: shift start }",
        "a: { who: site, every: week, must: clock-in, over: 4 weeks }",
        "a: { who: site, every: day, must: clock-in, over: last 4 weeks }",
        "a: { who: site, every: week, must total: waiting > 0, total time: at most 40 h, over: last 4 weeks, mean per: person }",
        "a: { who: site, every: week, must total: waiting > 0, total time: at most 40 h, mean per: week }",
        "a: { who: site, every: week, must total: waiting > 0, total time: at most 40 h, over: last 4 weeks, mean per: day }",
        "a: { who: site, every: quarter, must: clock-in, due: 'month 4, day 8, 18:00' }",
        "a: { who: site, every: quarter, must: clock-in, due: 'March 8, 18:00' }",
        "a: { who: site, every: year, must: clock-in, due: 'April 31, 18:00' }",
        "a: { who: site, every: quarter, must: clock-in, due: 'day 8, 18:00' }",
        "a: { who: site, every: quarter, must: clock-in, due: 18:00 }",
        "a: { who: site, every: month, must: clock-in, due: 'fifth Monday, 18:00' }",
        "a: { who: site, every: month, must: clock-in, due: '6 working days later, 18:00' }",
        "a: { who: site, when: complaint-received as c, must: clock-in, due: c.amount }",
        "a: { who: site, when: clock-out, must: clock-in, due: next day 8:00 or 24 h }",
        "a: { who: site, when: clock-out, must: clock-in, within: 1 month }",
        "a: { who: site, when: clock-out, must: clock-in, within: 2 working days 3 h }",
        "a: { who: site, when: clock-out, must: clock-in, due: '0 opening days later, 18:00' }",
        "++policy: p\nuses: hall\nnorms:\n  a: { who: site, every: day, must: clock-in }\n  b: { who: site, every: day, must: clock-in, otherwise: { id: a, must: clock-out, within: 1 h } }",
        "a: { who: site, every: day, must: clock-in, from: 9:00, before: 9:00 }",
        "a: { who: anyone, must not: till-closed, where: waiting > 0 }\nb: { who: anyone, must not: clock-out, where: on-duty }",
        "a: { who: anyone, must not: till-closed, where: waiting > 10 && queue > 2 && waiting < 5 }\nb: { who: anyone, must not: till-closed, where: 'waiting > 10 || waiting <= 10' }\nc: { who: anyone, must not: till-closed, where: waiting > 5 && waiting < 10 }",
        "a: { who: site, every: day, must: clock-in }\nb: { who: site, when: a excused, must: clock-out, within: 1 h }\nc: { who: site, every: day, must: clock-in, unless: waiting > 5 }\nd: { who: site, when: c excused, must: clock-out, within: 1 h }",
        "a: { who: each agent, every: day, must: clock-in, due: 9:00 }",
        "a: { who: each agent, when: queue-entered, must: clock-in, within: 5 min }",
        "a: { who: site, must not be: waiting is > 5 and <= 10 }\nb: { who: site, must not be: queue > 5 && queue < 10 }\nc: { who: site, must not be: queue >= 10 }",
        With("sites: [s1, s2]\nevents: { e: { site, person } }\nroles: { r: }\nroster: [ { person: li, role: r, site: s1 } ]")
            + "\n%%policy: p\nuses: v\nnorms:\n  a: { who: each r, every: day, must: e }",
    ];

    public static readonly string[] Declarations =
    [
        With("events:\n  a: { site, n: integer, m: money, t: text }\n  b: { site }\nstates:\n  s: { latest: [a.n, a.m] }\n  t: { plus one on: a, per: fortnight }\n  u: { plus one on: a, over: a while }\n  v: { plus one on: a, over: 0 min }\n  w: { plus one on: a, minus one on: b, over: last 30 min }\n  x: { total: a.n - a.n, over: 2 h }\n  y: { total: a.n, per: day, over: 2 h, initially: 3 }\n  z: { plus one on: a, back to start on: b }"),
        With("events:\n  a: { site, kind: [x, y] }\n  b: { site, kind: [x, z] }\nstates:\n  s: { plus one on: d }\ndefinitions:\n  a: { counts: b }\n  c: { counts: [d, c] }\n  d: { counts: [b, e] }\n  e: { counts: b, means: s > 1 }\n  f: { counts: { event: b, where: s > 1 } }\n  g: { counts: [a, { event: d, where: kind is x }] }\n  h: { title: h }\n  i: { counts as: b }"),
        With("sites: [s1, s2]\nevents:\n  a: { site, person, tier: [gold, silver] }\ntables:\n  a: { of: integer, is: share, rows: { less than 5: 100%, 6 to 20: 50%, 20 to 30: 40%, 40: 30% } }\n  b: { of: number, is: integer, rows: { less than 5: 1, more than 5 and at most 10: 2, at least 9.5: 3 } }\n  c: { of: duration, is: money, rows: { at most 5 min: 1, at least 10 min: 2 } }\n  d: { of: a.tier, is: number, rows: { gold: 1, gold: 2, sliver: 3 } }\n  e: { of: [[low, high], site], is: number, rows: { low: { s1: 1 }, 'low, high': 2 } }\n  f: { of: person, is: text, rows: { li: 1 } }\n  g: { of: [integer, integer, integer], is: share, rows: { 1: 2 } }\n  h: { of: a.tear, is: share, rows: }\n  i: { of: integer, is: share, rows: { many: 50%, 1 to 3: 120%, more than 5 and less than 5: 1, >= 7: 1 } }\n  j: { of: b.tier, is: share }\n  k: { of: money, is: integer, rows: { exactly 0: 1, more than 0: 2 }, row: 2 }"),
        With("events: { a: { site, n: integer, kind: [x, y] } }\nparameters: { t: { is: integer, value: 3 } }\ntables:\n  t: { of: integer, is: integer, rows: { at most 3: 1, more than 3: 2 } }\n  u: { of: [integer, [x, y]], is: integer, rows: { at most 3: { x: 1, y: }, 4 to 9: { x:, y: 2 }, more than 9: { 'x, y': 3 } } }\n  w: { of: [x, y], is: integer, rows: { x: 1, y: 2 } }\n  level: { of: [x, y], is: integer, rows: { x: 1, y: 2 } }\ndefinitions:\n  d1: { means: 'u(3, x) > 1' }\n  d2: { means: w(3) > 1 }\n  d3: { means: w > 1 }\n  d4: { means: levle(x) > 1 }\n  d5: { means: 'w(x, y) > 1' }\n  d6: { means: w(z) > 1 }"),
        With("sites: [s1, s2]\nevents: { a: { site, person, pc }, b: { site, printer } }\nroles:\n  seen: { seen in: a, acting: r }\n  r: { includes: [q, p] }\n  q: { acting: [r, seen] }\n  p: { includes: p, acting for: daily }\n  o: { acting: qq, includes: nobody }\nthings:\n  pc: { s1: [pc1, pc1], s3: pc2 }\n  desk: { title: desk, s1: none, s2: }\n  lamp: 3"),
        With("events: { a: { site } }\nstates:\n  s: { plus one on: report breached }\ndefinitions:\n  d: { counts: report breached }"),
        "a: { who: site, every: day, must not: bb breached }\nb: { who: site, every: day, must: clock-in, where: waiting > 5 }\nc: { who: site, every: month, must not: b breached, where: tier is vip }\nd: { who: site, every: day, must not: nothing-like-it breached }",
        "clock-out: { who: site, every: day, must: clock-in }\nb: { who: site, every: day, must not: clock-out breached }\nc: { who: site, every: day, must not: b }",
        "a: { who: site, every: day, must not: c breached }\nb: { who: site, every: day, must not: a kept }\nc: { who: site, every: day, must: clock-in, otherwise: { must not: b void, within: 1 h } }\nd: { who: site, every: day, must not: d breached }\ne: { who: site, every: day, must not: c.otherwise settled }\nf: { who: site, every: day, must not: g breached }\ng: { who: site, every: day, must not: f breached }",
        "policy: p\nuses: hall\ntables: { waiting: { of: integer, is: integer, rows: { 0: 1, more than 0: 2 } } }\nstates:\n  served: { plus one on: clock-in }\n  late: { of: person, plus one on: a breached, per: month }\n  early: { plus one on: a kpet }\ndefinitions:\n  clock-in: { counts: clock-out }\n  either: { counts: [clock-in, a breached] }\n  agent: { means: served(\"li\") > 2 }\nnorms:\n  a: { who: store-manager, every: day, must: clock-in, unless: late(\"li\") > 3 }",
        With("sites: [s1]\nevents: { clock-in: { site } }") + "%%policy: p\nuses: v\nstates: { mine: { plus one on: clock-in } }\nnorms: {}%%policy: q\nuses: v\nstates: { mine: { plus one on: clock-in } }\nnorms:\n  a: { who: site, must not be: mine > 3 }%%policy: r\nuses: v\nnorms:\n  b: { who: site, must not be: mine > 3 }",
    ];

    private static string WithCalendar(string more) => With("calendar: cn\n") + "%%calendar: cn\nknown years: 2026\n" + more;

    // After the vocabulary, so that two of them are two policies of one set.
    private static string Edition(string revision, string force, string norm = "") =>
        (revision == "1" ? With("sites: [s1]\nevents: { clock-in: { site } }") + "\n%%" : "") + $"policy: p\nuses: v\nrevision: {revision}\n{force}norms:\n  a: {{ who: site, every: day, must: clock-in{(norm.Length > 0 ? ", " + norm : "")} }}\n";

    private static string With(string more) => "vocabulary: v\nzone: Asia/Shanghai\npartition by: site\n" + more;
}
