using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DutyRules.Policies;

/// <summary>
/// Every key and fixed word of the policy language. A spelling belongs to one word only, so that a text has one meaning wherever it stands.
/// </summary>
internal static class Keywords
{
    private static readonly List<Keyword> Defined = [];

    // What a file is
    public static readonly Keyword Vocabulary = Word("vocabulary", "词汇表");
    public static readonly Keyword Policy = Word("policy", "制度");
    public static readonly Keyword Zone = Word("zone", "时区");
    public static readonly Keyword PartitionBy = Word("partition by", "分区依据");
    public static readonly Keyword Sites = Word("sites", "各网点");
    public static readonly Keyword Events = Word("events", "事件");
    public static readonly Keyword States = Word("states", "状态");
    public static readonly Keyword Roles = Word("roles", "岗位");
    public static readonly Keyword Roster = Word("roster", "任职名单");
    public static readonly Keyword Parameters = Word("parameters", "参数");
    public static readonly Keyword Uses = Word("uses", "引用");
    public static readonly Keyword Revision = Word("revision", "版本");
    public static readonly Keyword EffectiveFrom = Word("effective from", "生效日期");
    public static readonly Keyword EffectiveTo = Word("effective to", "失效日期");
    public static readonly Keyword Source = Word("source", "依据文件");
    public static readonly Keyword Norms = Word("norms", "职责");
    public static readonly Keyword Title = Word("title", "名称");
    public static readonly Keyword InEnglish = Word("en", "英文");
    public static readonly Keyword InChinese = Word("zh", "中文");

    // Events, states, roles, parameters
    public static readonly Keyword Person = Word("person", "人员");
    public static readonly Keyword Site = Word("site", "网点", "地点");
    public static readonly Keyword Case = Word("case", "事项");
    public static readonly Keyword Lasts = Word("lasts", "历时");
    public static readonly Keyword Arrives = Word("arrives", "补录");
    public static readonly Keyword Of = Word("of", "按", "其中");
    public static readonly Keyword OnFrom = Word("on from", "起于");
    public static readonly Keyword OffAt = Word("off at", "止于");
    public static readonly Keyword Initially = Word("initially", "初始");
    public static readonly Keyword Members = Word("members", "成员");
    public static readonly Keyword In = Word("in", "进入");
    public static readonly Keyword Out = Word("out", "离开");
    public static readonly Keyword Latest = Word("latest", "最近");
    public static readonly Keyword StaleAfter = Word("stale after", "过时时限");
    public static readonly Keyword PlusOneOn = Word("plus one on", "加一");
    public static readonly Keyword MinusOneOn = Word("minus one on", "减一");
    public static readonly Keyword Event = Word("event", "发生");
    public static readonly Keyword Where = Word("where", "条件");
    public static readonly Keyword SeenIn = Word("seen in", "见于");
    public static readonly Keyword Role = Word("role", "担任");
    public static readonly Keyword Is = Word("is", "类型");
    public static readonly Keyword Value = Word("value", "值", "default", "默认值");
    public static readonly Keyword Because = Word("because", "原因");

    // A norm
    public static readonly Keyword Id = Word("id", "编号");
    public static readonly Keyword Who = Word("who", "责任人");
    public static readonly Keyword Every = Word("every", "每");
    public static readonly Keyword When = Word("when", "遇有");
    public static readonly Keyword If = Word("if", "如");
    public static readonly Keyword While = Word("while", "处于");
    public static readonly Keyword Lasting = Word("lasting", "持续");
    public static readonly Keyword IfItEndsFirst = Word("if it ends first", "若先结束");
    public static readonly Keyword Must = Word("must", "必须");
    public static readonly Keyword MustNot = Word("must not", "不得");
    public static readonly Keyword MustStay = Word("must stay", "须保持");
    public static readonly Keyword MustNotBe = Word("must not be", "不得处于");
    public static readonly Keyword Times = Word("times", "次数");
    public static readonly Keyword EachLasting = Word("each lasting", "每次时长");
    public static readonly Keyword Apart = Word("apart", "间隔");
    public static readonly Keyword OneOfEach = Word("one of each", "每类一份");
    public static readonly Keyword Same = Word("same", "同一");
    public static readonly Keyword DoneBy = Word("done by", "经办人");
    public static readonly Keyword Share = Word("share", "比例");
    public static readonly Keyword Gaps = Word("allowing gaps of at most", "允许间断");
    public static readonly Keyword Due = Word("due", "最迟", "截止");
    public static readonly Keyword Before = Word("before", "之前");
    public static readonly Keyword Within = Word("within", "时限");
    public static readonly Keyword From = Word("from", "自");
    public static readonly Keyword To = Word("to", "至");
    public static readonly Keyword After = Word("after", "之后");
    public static readonly Keyword OnlyAfter = Word("only after", "须先");
    public static readonly Keyword OnlyIf = Word("only if", "仅当");
    public static readonly Keyword OnlyBy = Word("only by", "仅限");
    public static readonly Keyword Unless = Word("unless", "除外");
    public static readonly Keyword LapsesWhen = Word("lapses when", "终止于");
    public static readonly Keyword Otherwise = Word("otherwise", "未履行则");
    public static readonly Keyword Notify = Word("notify", "通知");
    public static readonly Keyword Points = Word("points", "扣分");
    public static readonly Keyword Cites = Word("cites", "依据条款");
    public static readonly Keyword Reading = Word("reading", "条文理解");
    public static readonly Keyword Disabled = Word("disabled", "停用");

    // Parties and the name of an event
    public static readonly Keyword Each = Word("each", "每名");
    public static readonly Keyword Any = Word("any", "任一");
    public static readonly Keyword Anyone = Word("anyone", "任何人");
    public static readonly Keyword As = Word("as", "记为");

    // Bounds
    public static readonly Keyword AtLeast = Word("at least", "不少于", "至少");
    public static readonly Keyword AtMost = Word("at most", "不超过", "至多");
    public static readonly Keyword MoreThan = Word("more than", "超过", "多于");
    public static readonly Keyword LessThan = Word("less than", "不足", "少于");
    public static readonly Keyword Exactly = Word("exactly", "恰好");
    public static readonly Keyword Between = Word("between", "介于");
    public static readonly Keyword And = Word("and", "与", "和");
    public static readonly Keyword UpTo = Word("up to", "最长");
    public static readonly Keyword Late = Word("late", "之内");

    // Time
    public static readonly Keyword Day = Word("day", "日", "days", "天");
    public static readonly Keyword Week = Word("week", "周", "weeks", "星期");
    public static readonly Keyword Month = Word("month", "月", "months", "个月");
    public static readonly Keyword Hour = Word("h", "小时", "hour", "hours", "个小时");
    public static readonly Keyword Minute = Word("min", "分钟", "minute", "minutes", "mins", "分");
    public static readonly Keyword Second = Word("s", "秒", "second", "seconds", "sec", "秒钟");
    public static readonly Keyword Monday = Word("Monday", "周一", "星期一");
    public static readonly Keyword Tuesday = Word("Tuesday", "周二", "星期二");
    public static readonly Keyword Wednesday = Word("Wednesday", "周三", "星期三");
    public static readonly Keyword Thursday = Word("Thursday", "周四", "星期四");
    public static readonly Keyword Friday = Word("Friday", "周五", "星期五");
    public static readonly Keyword Saturday = Word("Saturday", "周六", "星期六");
    public static readonly Keyword Sunday = Word("Sunday", "周日", "星期日", "星期天");
    public static readonly Keyword StartOfDay = Word("start of day", "当日开始时", "当日零点");
    public static readonly Keyword EndOfDay = Word("end of day", "当日结束前", "当天结束前");
    public static readonly Keyword EndOfNextDay = Word("end of next day", "次日结束前");
    public static readonly Keyword NextDay = Word("next day", "次日");
    public static readonly Keyword LastDay = Word("last day", "月末", "最后一天");
    public static readonly Keyword OrTheLastDay = Word("or the last day", "无此日则月末");
    public static readonly Keyword IfThereIsOne = Word("if there is one", "无此日则免");

    // What becomes of it, and values
    public static readonly Keyword Lapses = Word("lapses", "作罢");
    public static readonly Keyword StillOwed = Word("still owed", "仍须履行");
    public static readonly Keyword Yes = Word("yes", "是", "true");
    public static readonly Keyword No = Word("no", "否", "false");
    public static readonly Keyword Unknown = Word("unknown", "未知");

    // Types
    public static readonly Keyword TextType = Word("text", "文本");
    public static readonly Keyword NumberType = Word("number", "数值");
    public static readonly Keyword IntegerType = Word("integer", "整数");
    public static readonly Keyword TruthType = Word("yes-no", "是否");
    public static readonly Keyword DurationType = Word("duration", "时长");
    public static readonly Keyword MoneyType = Word("money", "金额");
    public static readonly Keyword InstantType = Word("instant", "时点");
    public static readonly Keyword DateType = Word("date", "日期");
    public static readonly Keyword TimeType = Word("time", "时刻");

    // Reserved for what a later version will say
    public static readonly Keyword Quarter = Word("quarter", "季度", "季");
    public static readonly Keyword HalfYear = Word("half-year", "半年");
    public static readonly Keyword Year = Word("year", "年");
    public static readonly Keyword OpeningDay = Word("opening day", "营业日", "个营业日");
    public static readonly Keyword WorkingDay = Word("working day", "工作日", "个工作日");
    public static readonly Keyword Shift = Word("shift", "班次", "班");
    public static readonly Keyword Opening = Word("opening", "营业开始");
    public static readonly Keyword Closing = Word("closing", "营业结束");
    public static readonly Keyword Together = Word("together", "共同");
    public static readonly Keyword Liable = Word("liable", "追责对象");
    public static readonly Keyword Addressee = Word("addressed to", "报送对象");
    public static readonly Keyword May = Word("may", "可以");
    public static readonly Keyword MustBe = Word("must be", "须达到");
    public static readonly Keyword AnyOf = Word("any of", "任选其一");
    public static readonly Keyword AllOf = Word("all of", "全部");
    public static readonly Keyword InOrder = Word("in order", "依次");
    public static readonly Keyword OrAfter = Word("or after", "或先");
    public static readonly Keyword ForEach = Word("for each", "逐一");
    public static readonly Keyword Covering = Word("covering", "覆盖");
    public static readonly Keyword Measure = Word("measure", "指标");
    public static readonly Keyword Over = Word("over", "统计期");
    public static readonly Keyword MeanPer = Word("mean per", "平均");
    public static readonly Keyword Ladder = Word("ladder", "逐级措施");
    public static readonly Keyword StandDown = Word("stand down", "逐级撤回");
    public static readonly Keyword LiftedWhile = Word("lifted while", "期间免除");
    public static readonly Keyword PausesWhile = Word("pauses while", "暂停计时");
    public static readonly Keyword During = Word("during", "期间");
    public static readonly Keyword AttestedBy = Word("attested by", "人工确认");
    public static readonly Keyword JudgedOn = Word("judged on", "核查对象");
    public static readonly Keyword Acting = Word("acting", "顶岗顺序");
    public static readonly Keyword Definitions = Word("definitions", "认定");
    public static readonly Keyword CountsAs = Word("counts as", "视为");
    public static readonly Keyword Means = Word("means", "指");
    public static readonly Keyword Tables = Word("tables", "分档表");
    public static readonly Keyword Calendars = Word("calendars", "日历");

    /// <summary>All of them.</summary>
    public static ImmutableArray<Keyword> All { get; } = [.. Defined];

    private static readonly FrozenDictionary<string, Keyword> BySpelling =
        All.SelectMany(k => k.Spellings.Select(s => (s, k))).ToFrozenDictionary(p => p.s, p => p.k, StringComparer.Ordinal);

    /// <summary>The days of the week, Monday first.</summary>
    public static ImmutableArray<Keyword> Weekdays { get; } =
        [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday];

    /// <summary>The word that is spelled like this, or null.</summary>
    public static Keyword? Find(string spelling) => BySpelling.GetValueOrDefault(spelling);

    private static Keyword Word(string en, string zh, params string[] also)
    {
        var word = new Keyword(en, zh, [.. also]);
        Defined.Add(word);
        return word;
    }
}
