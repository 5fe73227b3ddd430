using System.Collections.Immutable;

namespace DutyRules.Policies;

/// <summary>
/// Every key and fixed word of the policy language. A spelling belongs to one word only, so that a text has one meaning wherever it stands.
/// </summary>
internal static class Keywords
{
    private static readonly List<Keyword> Defined = [];

    // What a file is
    public static readonly Keyword Vocabulary = Key("vocabulary", "词汇表");
    public static readonly Keyword Policy = Key("policy", "制度");
    public static readonly Keyword Zone = Key("zone", "时区");
    public static readonly Keyword Calendar = Key("calendar", "日历");
    public static readonly Keyword OpeningHours = Key("opening hours", "营业时间");
    public static readonly Keyword OtherHours = Key("other hours", "其他时段");
    public static readonly Keyword ClockChanges = Key("clock changes", "时钟调整");
    public static readonly Keyword Skipped = Key("skipped", "跳过时刻");
    public static readonly Keyword Repeated = Key("repeated", "重复时刻");
    public static readonly Keyword Shifts = Key("shifts", "各班次");
    public static readonly Keyword Kinds = Key("kinds", "班别");
    public static readonly Keyword Longest = Key("longest", "单班最长");
    public static readonly Keyword Begins = Key("begins", "上班记录");
    public static readonly Keyword Ends = Key("ends", "下班记录");
    public static readonly Keyword Attestations = Key("attestations", "人工确认事件");
    public static readonly Keyword PartitionBy = Key("partition by", "分区依据");
    public static readonly Keyword Sites = Key("sites", "各网点");
    public static readonly Keyword Events = Key("events", "事件");
    public static readonly Keyword States = Key("states", "状态");
    public static readonly Keyword Definitions = Key("definitions", "认定");
    public static readonly Keyword Roles = Key("roles", "岗位");
    public static readonly Keyword Roster = Key("roster", "任职名单");
    public static readonly Keyword Parameters = Key("parameters", "参数");
    public static readonly Keyword Uses = Key("uses", "引用");
    public static readonly Keyword Revision = Key("revision", "版本");
    public static readonly Keyword EffectiveFrom = Key("effective from", "生效日期");
    public static readonly Keyword EffectiveTo = Key("effective to", "失效日期");
    public static readonly Keyword Source = Key("source", "依据文件");
    public static readonly Keyword Norms = Key("norms", "职责");
    public static readonly Keyword Title = Key("title", "名称");
    public static readonly Keyword InEnglish = Key("en", "英文");
    public static readonly Keyword InChinese = Key("zh", "中文");

    // Events, states, roles, parameters
    public static readonly Keyword Person = Key("person", "人员");
    public static readonly Keyword Site = Key("site", "网点", "地点");
    public static readonly Keyword Case = Key("case", "事项");
    public static readonly Keyword Lasts = Key("lasts", "历时");
    public static readonly Keyword Arrives = Key("arrives", "补录");
    public static readonly Keyword Of = Key("of", "按", "其中");
    public static readonly Keyword OnFrom = Key("on from", "起于");
    public static readonly Keyword OffAt = Key("off at", "止于");
    public static readonly Keyword Initially = Key("initially", "初始");
    public static readonly Keyword Members = Key("members", "成员");
    public static readonly Keyword In = Key("in", "进入");
    public static readonly Keyword Out = Key("out", "离开");
    public static readonly Keyword Latest = Key("latest", "最近");
    public static readonly Keyword StaleAfter = Key("stale after", "过时时限");
    public static readonly Keyword PlusOneOn = Key("plus one on", "加一");
    public static readonly Keyword MinusOneOn = Key("minus one on", "减一");
    public static readonly Keyword Total = Key("total", "合计");
    public static readonly Keyword Less = Key("less", "减去");
    public static readonly Keyword BackToStartOn = Key("back to start on", "复位于");
    public static readonly Keyword Per = Key("per", "每期");
    public static readonly Keyword Over = Key("over", "统计期");
    public static readonly Keyword Means = Key("means", "指");
    public static readonly Keyword Counts = Key("counts", "计入");
    public static readonly Keyword Tables = Key("tables", "分档表");
    public static readonly Keyword Rows = Key("rows", "各档");
    public static readonly Keyword Things = Key("things", "各类物品");
    public static readonly Keyword Event = Key("event", "发生");
    public static readonly Keyword Where = Key("where", "条件");
    public static readonly Keyword SeenIn = Key("seen in", "见于");
    public static readonly Keyword Held = Key("held", "任职方式");
    public static readonly Keyword Includes = Key("includes", "包括");
    public static readonly Keyword Acting = Key("acting", "顶岗顺序");
    public static readonly Keyword ActingFor = Key("acting for", "顶岗范围");
    public static readonly Keyword During = Key("during", "期间");
    public static readonly Keyword Role = Key("role", "担任");
    public static readonly Keyword Is = Key("is", "类型");
    public static readonly Keyword Value = Key("value", "值", "指标值");
    public static readonly Keyword Because = Key("because", "原因");

    // Calendars and hours
    public static readonly Keyword WorkingDays = Key("working days", "每周工作日");
    public static readonly Keyword KnownYears = Key("known years", "已知年份");
    public static readonly Keyword Holidays = Key("holidays", "节假日");
    public static readonly Keyword MakeUpDays = Key("make-up days", "调休上班日");
    public static readonly Keyword For = Key("for", "所补假期", "为期");
    public static readonly Keyword DateType = Key("date", "日期");
    public static readonly Keyword Open = Key("open", "开放");
    public static readonly Keyword Closed = Key("closed", "不营业", "none", "无");

    // A norm
    public static readonly Keyword Id = Key("id", "编号");
    public static readonly Keyword Who = Key("who", "责任人");
    public static readonly Keyword Every = Key("every", "每");
    public static readonly Keyword When = Key("when", "遇有");
    public static readonly Keyword If = Key("if", "如");
    public static readonly Keyword While = Key("while", "处于");
    public static readonly Keyword Lasting = Key("lasting", "持续");
    public static readonly Keyword IfItEndsFirst = Key("if it ends first", "若先结束");
    public static readonly Keyword Must = Key("must", "必须");
    public static readonly Keyword MustNot = Key("must not", "不得");
    public static readonly Keyword MustStay = Key("must stay", "须保持");
    public static readonly Keyword MustNotBe = Key("must not be", "不得处于");
    public static readonly Keyword MustTotal = Key("must total", "须累计");
    public static readonly Keyword MustBe = Key("must be", "须达到");
    public static readonly Keyword Measure = Key("measure", "指标");
    public static readonly Keyword AttestedBy = Key("attested by", "人工确认");
    public static readonly Keyword AllOf = Key("all of", "全部");
    public static readonly Keyword AnyOf = Key("any of", "任选其一");
    public static readonly Keyword InOrder = Key("in order", "依次");
    public static readonly Keyword OneForOne = Key("one for one", "一对一");
    public static readonly Keyword TotalOf = Key("total of", "总计");
    public static readonly Keyword MeanOf = Key("mean of", "平均");
    public static readonly Keyword Least = Key("least", "最小");
    public static readonly Keyword Greatest = Key("greatest", "最大");
    public static readonly Keyword Different = Key("different", "不同");
    public static readonly Keyword ShareWhere = Key("share where", "占比条件");
    public static readonly Keyword Covering = Key("covering", "覆盖");
    public static readonly Keyword NamedIn = Key("named in", "所在字段");
    public static readonly Keyword Rounded = Key("rounded", "取整");
    public static readonly Keyword AsOf = Key("as of", "截至");
    public static readonly Keyword TotalTime = Key("total time", "累计时长");
    public static readonly Keyword MeanPer = Key("mean per", "平均每");
    public static readonly Keyword JudgedOn = Key("judged on", "核查对象");
    public static readonly Keyword Repeat = Key("repeat", "重复规则");
    public static readonly Keyword Starting = Key("starting", "起始日期");
    public static readonly Keyword Times = Key("times", "次数", "次");
    public static readonly Keyword EachLasting = Key("each lasting", "每次时长");
    public static readonly Keyword Apart = Key("apart", "间隔");
    public static readonly Keyword OneOfEach = Key("one of each", "每类一份");
    public static readonly Keyword Same = Key("same", "同一");
    public static readonly Keyword ForEach = Key("for each", "逐一");
    public static readonly Keyword Addressee = Key("addressed to", "报送对象");
    public static readonly Keyword DoneBy = Key("done by", "经办人");
    public static readonly Keyword Share = Key("share", "比例");
    public static readonly Keyword Gaps = Key("allowing gaps of at most", "允许间断");
    public static readonly Keyword Due = Key("due", "最迟", "截止");
    public static readonly Keyword Before = Key("before", "之前");
    public static readonly Keyword Within = Key("within", "时限");
    public static readonly Keyword From = Key("from", "自");
    public static readonly Keyword To = Key("to", "至");
    public static readonly Keyword After = Key("after", "之后");
    public static readonly Keyword OnlyAfter = Key("only after", "须先");
    public static readonly Keyword OnlyIf = Key("only if", "仅当");
    public static readonly Keyword OnlyBy = Key("only by", "仅限");
    public static readonly Keyword Unless = Key("unless", "除外");
    public static readonly Keyword LapsesWhen = Key("lapses when", "终止于");
    public static readonly Keyword LiftedWhile = Key("lifted while", "期间免除");
    public static readonly Keyword PausesWhile = Key("pauses while", "暂停计时");
    public static readonly Keyword First = Key("first", "首次");
    public static readonly Keyword AtLatest = Key("at latest", "最晚");
    public static readonly Keyword IfItNeverComes = Key("if it never comes", "若始终未发生");
    public static readonly Keyword Otherwise = Key("otherwise", "未履行则");
    public static readonly Keyword Notify = Key("notify", "通知");
    public static readonly Keyword Liable = Key("liable", "追责对象");
    public static readonly Keyword Points = Key("points", "扣分");
    public static readonly Keyword Cites = Key("cites", "依据条款");
    public static readonly Keyword Reading = Key("reading", "条文理解");
    public static readonly Keyword Disabled = Key("disabled", "停用");

    // What holds of a norm as a whole
    public static readonly Keyword Tags = Key("tags", "标签");
    public static readonly Keyword Severity = Key("severity", "严重程度");
    public static readonly Keyword Minor = Word("minor", "轻微");
    public static readonly Keyword Normal = Word("normal", "一般");
    public static readonly Keyword Major = Word("major", "严重");
    public static readonly Keyword Critical = Word("critical", "重大");
    public static readonly Keyword AllBut = Word("all but", "全部除", "除");

    // What stands beside norms
    public static readonly Keyword Gist = Key("gist", "要旨");
    public static readonly Keyword ConflictsWith = Key("conflicts with", "冲突对象");
    public static readonly Keyword Prevails = Key("prevails", "优先适用");
    public static readonly Keyword Defines = Key("defines", "所定义");
    public static readonly Keyword May = Key("may", "可以");
    public static readonly Keyword Lifts = Key("lifts", "解除");
    public static readonly Keyword DefinitionKind = Word("definition", "定义");
    public static readonly Keyword StatementKind = Word("statement", "说明");
    public static readonly Keyword HeadingKind = Word("heading", "标题");
    public static readonly Keyword PrincipleKind = Word("principle", "原则");
    public static readonly Keyword ConflictKind = Word("conflict", "冲突");
    public static readonly Keyword ImproperKind = Word("improper", "不当");
    public static readonly Keyword DutyOfOthersKind = Word("duty of others", "他方义务");
    public static readonly Keyword OtherLawKind = Word("other law", "转引");

    // Figures and families
    public static readonly Keyword Default = Key("default", "默认值");
    public static readonly Keyword PerSite = Key("per site", "各网点值");
    public static readonly Keyword Templates = Key("templates", "模板");
    public static readonly Keyword With = Key("with", "代入项");
    public static readonly Keyword Use = Key("use", "套用");
    public static readonly Keyword Ladder = Key("ladder", "逐级措施");
    public static readonly Keyword DoneSoFar = Key("done so far", "已做到");
    public static readonly Keyword Steps = Key("steps", "各级");
    public static readonly Keyword Step = Key("step", "级次");
    public static readonly Keyword ImpossibleWhen = Key("impossible when", "无法实施");
    public static readonly Keyword StandDown = Key("stand down", "逐级撤回");
    public static readonly Keyword AtOnce = Word("at once", "立即");

    // Parties and the name of an event
    public static readonly Keyword Each = Word("each", "每名");
    public static readonly Keyword Any = Word("any", "任一");
    public static readonly Keyword Together = Word("together", "共同");
    public static readonly Keyword AtEachMoment = Word("at each moment", "随时");
    public static readonly Keyword Anyone = Word("anyone", "任何人");
    public static readonly Keyword Bearer = Word("bearer", "责任人本人");
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

    // Rounding, and when a set is taken
    public static readonly Keyword RoundedUp = Word("up", "进一");
    public static readonly Keyword RoundedDown = Word("down", "舍去");
    public static readonly Keyword Nearest = Word("nearest", "四舍五入");
    public static readonly Keyword Beginning = Word("beginning", "期初");
    public static readonly Keyword AtTheEnd = Word("end", "期末");

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

    public static readonly Keyword FirstDay = Word("first day", "首日", "第一天");
    public static readonly Keyword OrTheLastOne = Word("or the last one", "无此日则取最后一个");
    public static readonly Keyword OfTheNextMonth = Word("of the next month", "次月");
    public static readonly Keyword OrNextWorkingDay = Word("or the next working day", "非工作日则顺延");
    public static readonly Keyword OrPreviousWorkingDay = Word("or the previous working day", "非工作日则提前");
    public static readonly Keyword OrNextOpeningDay = Word("or the next opening day", "非营业日则顺延");
    public static readonly Keyword OrPreviousOpeningDay = Word("or the previous opening day", "非营业日则提前");
    public static readonly Keyword Later = Word("later", "后", "较晚");
    public static readonly Keyword Earlier = Word("earlier", "较早");
    public static readonly Keyword Last = Word("last", "最后一个");
    public static readonly Keyword January = Word("January", "一月", "1月");
    public static readonly Keyword February = Word("February", "二月", "2月");
    public static readonly Keyword March = Word("March", "三月", "3月");
    public static readonly Keyword April = Word("April", "四月", "4月");
    public static readonly Keyword InMay = Word("May", "五月", "5月");
    public static readonly Keyword June = Word("June", "六月", "6月");
    public static readonly Keyword July = Word("July", "七月", "7月");
    public static readonly Keyword August = Word("August", "八月", "8月");
    public static readonly Keyword September = Word("September", "九月", "9月");
    public static readonly Keyword October = Word("October", "十月", "10月");
    public static readonly Keyword November = Word("November", "十一月", "11月");
    public static readonly Keyword December = Word("December", "十二月", "12月");
    public static readonly Keyword Quarter = Word("quarter", "季度", "季", "quarters", "个季度");
    public static readonly Keyword HalfYear = Word("half-year", "半年", "half-years", "个半年");
    public static readonly Keyword Year = Word("year", "年", "years");
    public static readonly Keyword OpeningDay = Word("opening day", "营业日", "opening days", "个营业日");
    public static readonly Keyword WorkingDay = Word("working day", "工作日", "个工作日");
    public static readonly Keyword DayOfHoliday = Word("day of a holiday", "放假日", "day of holiday");
    public static readonly Keyword WholeHoliday = Word("whole holiday", "整个假期");
    public static readonly Keyword Holiday = Word("holiday", "假期");
    public static readonly Keyword StretchOfOpening = Word("stretch of opening hours", "营业时段");
    public static readonly Keyword Opening = Word("opening", "营业开始");
    public static readonly Keyword Closing = Word("closing", "营业结束");
    public static readonly Keyword Shift = Word("shift", "班次", "班");
    public static readonly Keyword ShiftStart = Word("shift start", "班次开始", "班开始");
    public static readonly Keyword ShiftEnd = Word("shift end", "班次结束", "班结束");
    public static readonly Keyword Next = Word("next", "下一");
    public static readonly Keyword Previous = Word("previous", "上一");
    public static readonly Keyword Own = Word("own", "本人");
    public static readonly Keyword Or = Word("or", "或");
    public static readonly Keyword WhicheverIsEarlier = Word("whichever is earlier", "以较早者为准");
    public static readonly Keyword WhicheverIsLater = Word("whichever is later", "以较晚者为准");
    public static readonly Keyword EveryDay = Word("every day", "每日", "每天");
    public static readonly Keyword AllDay = Word("all day", "全天");
    public static readonly Keyword OnShift = Word("on shift", "按排班");
    public static readonly Keyword ShiftedForward = Word("shifted forward", "顺延");
    public static readonly Keyword EndOfGap = Word("end of gap", "间隙之后");
    public static readonly Keyword BeforeGap = Word("before gap", "间隙之前");
    public static readonly Keyword Plan = Word("plan", "排班");
    public static readonly Keyword Actual = Word("actual", "实际");

    // What becomes of it, and values
    public static readonly Keyword Lapses = Word("lapses", "作罢");
    public static readonly Keyword StillOwed = Word("still owed", "仍须履行");
    public static readonly Keyword NotOwed = Word("not owed", "免予履行");
    public static readonly Keyword Kept = Word("kept", "已履行");
    public static readonly Keyword Breached = Word("breached", "未履行", "已违反");
    public static readonly Keyword Excused = Word("excused", "已免责");
    public static readonly Keyword Void = Word("void", "已取消");
    public static readonly Keyword Undetermined = Word("undetermined", "无法判定");
    public static readonly Keyword Settled = Word("settled", "已了结");
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
    public static readonly Keyword TimeType = Word("time", "时刻");

    // Reserved for what a later version will say
    public static readonly Keyword OrAfter = Key("or after", "或先");

    // Feeds
    public static readonly Keyword Feed = Key("feed", "数据源");
    public static readonly Keyword At = Key("at", "发生于", "适用网点");
    public static readonly Keyword Until = Key("until", "结束于");
    public static readonly Keyword NotBefore = Key("not before", "不早于");
    public static readonly Keyword Fields = Key("fields", "字段");
    public static readonly Keyword Columns = Key("columns", "列");
    public static readonly Keyword SkipWhen = Key("skip when", "略过");
    public static readonly Keyword Grain = Key("grain", "时间精度");
    public static readonly Keyword TimeFormat = Key("time format", "时间格式");
    public static readonly Keyword DateFormat = Key("date format", "日期格式");
    public static readonly Keyword Separator = Key("separator", "分隔符");
    public static readonly Keyword InRowOrder = Key("in row order", "按行先后");

    // Test files
    public static readonly Keyword Suite = Key("suite", "测试集");
    public static readonly Keyword Policies = Key("policies", "制度文件");
    public static readonly Keyword Tests = Key("tests", "测试");
    public static readonly Keyword Name = Key("name", "测试名");
    public static readonly Keyword Now = Key("now", "判定至");
    public static readonly Keyword Expect = Key("expect", "预期");
    public static readonly Keyword ExpectNothingElse = Key("expect nothing else", "别无其他");
    public static readonly Keyword Norm = Key("norm", "职责项");
    public static readonly Keyword Status = Key("status", "结果");
    public static readonly Keyword DecidedAt = Key("decided at", "判定时间");
    public static readonly Keyword Planned = Key("planned", "按排班核查");
    public static readonly Keyword ShiftKind = Key("kind", "类别", "条目性质");
    public static readonly Keyword Issued = Key("issued", "发布时间");

    /// <summary>All of them.</summary>
    public static ImmutableArray<Keyword> All { get; } = [.. Defined];

    private static readonly Dictionary<string, Keyword> BySpelling = Spelled();

    /// <summary>The days of the week, Monday first.</summary>
    public static ImmutableArray<Keyword> Weekdays { get; } =
        [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday];

    /// <summary>January first.</summary>
    public static ImmutableArray<Keyword> MonthNames { get; } =
        [January, February, March, April, InMay, June, July, August, September, October, November, December];

    /// <summary>The word that is spelled like this, or null.</summary>
    public static Keyword? Find(string spelling) => BySpelling.GetValueOrDefault(spelling);

    private static Dictionary<string, Keyword> Spelled()
    {
        var spelled = new Dictionary<string, Keyword>(StringComparer.Ordinal);
        foreach (var word in All)
        {
            foreach (string spelling in word.Spellings)
            {
                spelled.Add(spelling, word);
            }
        }

        return spelled;
    }

    private static Keyword Key(string en, string zh, params string[] also) => Define(new Keyword(en, zh, [.. also], IsKey: true));

    private static Keyword Word(string en, string zh, params string[] also) => Define(new Keyword(en, zh, [.. also]));

    private static Keyword Define(Keyword word)
    {
        Defined.Add(word);
        return word;
    }
}
