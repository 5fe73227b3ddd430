using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Policies.Binding;
using DutyRules.Policies.Families;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using DutyRules.Time;
using NodaTime;
using NodaTime.Text;

namespace DutyRules.Dsl.Converting;

/// <summary>Values: bounds, figures, parties, periods, points in time.</summary>
internal sealed partial class NormCode
{
    private static readonly (Keyword Word, string Code)[] BoundWords =
        [(Keywords.AtLeast, "AtLeast"), (Keywords.AtMost, "AtMost"), (Keywords.MoreThan, "MoreThan"), (Keywords.LessThan, "LessThan"), (Keywords.Exactly, "Exactly")];

    private static readonly (Keyword Word, string Code)[] Units =
        [(Keywords.Day, "Day"), (Keywords.Week, "Week"), (Keywords.Month, "Month"), (Keywords.Quarter, "Quarter"), (Keywords.HalfYear, "HalfYear"), (Keywords.Year, "Year")];

    private static string Text(YamlNode node) => ((YamlScalar)node).Text.Trim();

    private static IEnumerable<YamlNode> Items(YamlNode node) => node is YamlSequence list ? list.Items : [node];

    private static string Bracketed(IEnumerable<string> items) => items.ToList() is var all && all.Count == 1 ? all[0] : $"[{string.Join(", ", all)}]";

    private string Texts(YamlNode node) => Bracketed(ground.File.Words(node, node.Span).Select(w => Names.Quoted(w.Text)));

    /// <summary>A text in one or both languages.</summary>
    public static string LocalizedCode(YamlNode node)
    {
        if (node is not YamlMapping both)
        {
            return Names.Quoted(Text(node));
        }

        var (zh, en) = (both.Find(Keywords.InChinese)?.Value, both.Find(Keywords.InEnglish)?.Value);
        return zh is null || en is null ? Names.Quoted(Text((zh ?? en)!)) : $"{Names.Quoted(Text(zh))}, {Names.Quoted(Text(en))}";
    }

    // A bound whose figure is computed for each duty stands in a lambda.
    private string Limits(YamlScalar scalar, FieldType? computed)
    {
        var phrase = new Phrase(scalar);
        bool reads = false, isComputed = false;
        string? word = BoundWords.FirstOrDefault(b => phrase.Take(b.Word)).Code;
        bool isBetween = word is null && (phrase.Take(Keywords.Between) || true);
        string first = One();
        string code = isBetween && (phrase.Take(Keywords.To) || phrase.Take(Keywords.And)) ? $"Between({first}, {One()})" : $"{word}({first})";
        return !isComputed ? code : $"{(reads ? ExpressionCode.Trigger : "()")} => {code}";

        string One()
        {
            string text = phrase.Figure();
            var place = scalar with { Text = text };
            if (computed is not null && !text.Contains('%') && (Terms.LooksComputed(text) || (ground.Vocabulary.FindParameter(text.Trim()) is null && !char.IsDigit(text.Trim()[0]))))
            {
                var of = Code(null);
                string written = of.Write(ground.Bind(place, null, trigger, computed));
                phrase.Skip(text.Length);
                phrase.Take(Keywords.Times);
                (isComputed, reads) = (true, reads || of.ReadsTrigger);
                return written;
            }

            return Figure(phrase);
        }
    }

    private string Figure(YamlScalar scalar, FieldType? type) => Figure(new Phrase(scalar));

    private string Figure(Phrase phrase)
    {
        int start = phrase.Position;
        if (phrase.TakeOneOf(ground.Vocabulary.Parameters.Select(p => p.Name)) is { } name)
        {
            phrase.Take(Keywords.Times);
            return names.Handle($"Parameter<{names.Type(ground.Vocabulary.FindParameter(name)!.Type, "Kind")}>", name);
        }

        if (Durations.StartsIn(phrase))
        {
            return ExpressionCode.Length(Durations.Read(phrase, ground.File, DayMeaning.TwentyFourHours)!.Value);
        }

        phrase.Return(start);
        phrase.TakeNumber(out decimal number);
        string digits = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (phrase.TakeSign("%"))
        {
            return $"{digits}{(decimal.IsInteger(number) ? "" : "m")}.Percent()";
        }

        phrase.Take(Keywords.Times);
        return decimal.IsInteger(number) && Math.Abs(number) <= int.MaxValue ? digits : $"{digits}m";
    }

    private string Length(YamlScalar scalar)
    {
        var phrase = new Phrase(scalar);
        int start = phrase.Position;
        if (phrase.TakeWhole() is { } number)
        {
            if (phrase.TakeDayClass() is { } kind)
            {
                return $"{kind}Days({number})";
            }

            if (phrase.Take(Keywords.Month))
            {
                phrase.TakeSign(",");
                return $"Months({number}).{(phrase.Take(Keywords.OrTheLastDay) ? "OrTheLastDay" : "IfThereIsOne")}";
            }
        }

        phrase.Return(start);
        return Figure(phrase);
    }

    private string? IsTable(YamlNode value) =>
        ground.Vocabulary.FindTable(Text(value)) is { } table ? names.Handle("Table<Figure>", table.Name) : null;

    private string Party(YamlNode value)
    {
        if (value is YamlSequence posts)
        {
            return $"Any({Roles(posts)})";
        }

        if (value is YamlMapping braces)
        {
            return braces.Find(Keywords.Each) is { } each ? $"Each({Roles(each.Value)})"
                : Person($"Together({string.Join(", ", Items(braces.Find(Keywords.Together)!.Value).Select(p => Expression((YamlScalar)p)))})");
        }

        var scalar = (YamlScalar)value;
        if (scalar.Is(Keywords.Anyone) || scalar.Is(Keywords.Site))
        {
            return scalar.Is(Keywords.Anyone) ? "Anyone" : "TheSite";
        }

        var phrase = new Phrase(scalar);
        bool isEach = phrase.Take(Keywords.Each);
        if (!isEach)
        {
            phrase.Take(Keywords.Any);
        }

        if (phrase.TakeOneOf(ground.Vocabulary.Roles.Select(r => r.Name)) is { } role && phrase.AtEnd)
        {
            string post = names.Handle("Post", role);
            return isEach ? $"Each({post})" : post;
        }

        string text = scalar.Text.TrimEnd();
        string? moment = Keywords.AtEachMoment.Spellings.FirstOrDefault(s => text.EndsWith(s, StringComparison.OrdinalIgnoreCase));
        string person = Expression(moment is null ? scalar : scalar with { Text = text[..^moment.Length].TrimEnd().TrimEnd(',', '，') });
        return Person(moment is null ? person : $"AtEachMoment({person})");
    }

    private string Person(string code) => $"{ExpressionCode.Trigger} => {code}";

    // Where it is read decides what a state is kept by, so that is always said.
    private string Expression(YamlScalar scalar) =>
        new ExpressionCode(names, null, trigger?.Type, "e", ground.Definitions) { KeepsKeys = true }.Write(ground.Bind(scalar, null, trigger, null));

    private string Roles(YamlNode value) => string.Join(", ", ground.File.Words(value, value.Span).Select(w => names.Handle("Post", w.Text)));

    private string Liable(YamlNode value)
    {
        if (value is not YamlMapping braces)
        {
            return Answers((YamlScalar)value);
        }

        string who = Answers((YamlScalar)braces.Find(Keywords.Who)!.Value);
        string of = trigger is null ? "" : $"<{names.Event(trigger.Type)}>";
        string more = string.Concat(braces.Entries.Select(e => (Word: Keywords.Find(e.Key.Text)!, e.Value)).Select(e =>
            e.Word == Keywords.At || e.Word == Keywords.InstantType ? $".At{of}({Lambda((YamlScalar)e.Value, null, null)})"
            : e.Word == Keywords.If ? Lambda((YamlScalar)e.Value, null, FieldType.Truth) is var lambda && lambda.StartsWith("()", StringComparison.Ordinal) ? $".If({lambda})" : $".If{of}({lambda})"
            : e.Word == Keywords.Points ? $".Points({Figure((YamlScalar)e.Value, null)})"
            : ""));
        return who + more;
    }

    private string Answers(YamlScalar who)
    {
        var phrase = new Phrase(who);
        if ((phrase.Take(Keywords.Bearer) || phrase.TakeSign(Keywords.Who.Zh)) && phrase.AtEnd)
        {
            return "Bearer";
        }

        string party = Party(who);
        return party.Contains("=>", StringComparison.Ordinal) ? $"Answers<{names.Event(trigger!.Type)}>({party})" : $"Answers({party})";
    }

    private string Period(YamlNode value)
    {
        var keyed = KeyedNode.Read(_norm, [.. Keywords.All], ground.File.Aside(), _norm.Span);
        var who = keyed[Keywords.Who] is { } party ? new PartyBinder(ground.Scope, null).Who(party, _norm.Span) : null;
        return new PeriodReader(ground.Scope).Read(keyed, who)!.Value.Frame.Period switch
        {
            CalendarUnit { Kind: PeriodKind.Week, FirstWeekday: not IsoDayOfWeek.Monday and var first } => $"WeekFrom(IsoDayOfWeek.{first})",
            CalendarUnit unit => unit.Kind.ToString(),
            DaysOf days => days.Class == DayClass.Holiday ? "DayOfAHoliday" : $"{days.Class}Day",
            HolidayPeriod => "WholeHoliday",
            OpeningPeriod => "StretchOfOpeningHours",
            ShiftPeriod shift => $"Shift({string.Join(", ", shift.Kinds.Select(Names.Quoted))})",
            RecurringDays { Rule: var rule } => WeeklyDays.In(rule) is { IsEmpty: false } days
                ? $"Weekdays({string.Join(", ", days.Select(d => $"IsoDayOfWeek.{d}"))})" : $"Repeating({Names.Quoted(rule.Rule)}, {ExpressionCode.Date(rule.Start)})",
            _ => throw new InvalidOperationException($"{value.Span}"),
        };
    }

    private static string PeriodName(YamlScalar scalar) => Units.First(u => scalar.Is(u.Word)).Code;

    private string Over(YamlNode value)
    {
        var phrase = new Phrase((YamlScalar)value);
        RollingSpan.TakeLast(phrase);
        return $".OverLast({phrase.TakeWhole()}, {Units.First(u => phrase.Take(u.Word)).Code})";
    }

    private string At(YamlNode value)
    {
        if (value is YamlScalar scalar && new Phrase(scalar) is var phrase && phrase.Take(Keywords.AllBut))
        {
            string rest = phrase.Rest.EndsWith('外') ? phrase.Rest[..^1] : phrase.Rest;
            return $".AtAllSitesBut({Bracketed(rest.Split(',', '，', '、').Select(s => Names.Quoted(s.Trim())))})";
        }

        return $".AtSites({Texts(value)})";
    }

    private string Date(YamlScalar scalar) => DateCode(new Values(ground.File).DateTime(scalar)!.Value);

    /// <summary>A date, or a local time.</summary>
    public static string DateCode(LocalDateTime time) => time.TimeOfDay == LocalTime.Midnight ? ExpressionCode.Date(time.Date)
        : $"new LocalDateTime({time.Year}, {time.Month}, {time.Day}, {time.Hour}, {time.Minute}, {time.Second})";

    private string Moment(YamlNode value)
    {
        if (value is YamlMapping first)
        {
            return FirstEvent(first);
        }

        var scalar = (YamlScalar)value;
        var anchor = new AnchorReader(ground.Scope, frame, trigger).Read(scalar);
        var code = new MomentCode(names, frame, f => names.Field(trigger!.Type, f));
        string? written = anchor is null ? null : code.Write(anchor);
        return written is null ? $"AsWritten({Names.Quoted(scalar.Text.Trim())})" : code.ReadsTrigger ? $"{ExpressionCode.Trigger} => {written}" : written;
    }

    private string FirstEvent(YamlMapping first)
    {
        var named = Event((YamlScalar)first.Find(Keywords.First)!.Value);
        string where = first.Find(Keywords.Where)?.Value is YamlScalar condition ? Tested(condition, named) : "";
        string types = where.StartsWith('(') ? $"{names.Event(named.Type)}, {names.Event(trigger!.Type)}" : names.Event(named.Type);
        string same = first.Find(Keywords.Same)?.Value is { } fields
            ? ground.File.Words(fields, fields.Span).Select(f => $"e.{Field(named.Type, f.Text)}").ToList() is var read && read.Count == 1 ? $".Same(e => {read[0]})" : $".Same(e => new {{ {string.Join(", ", read)} }})"
            : "";
        string latest = first.Find(Keywords.AtLatest)?.Value is { } end ? $".AtLatest({Moment(end)})" : "";
        string never = first.Find(Keywords.IfItNeverComes)?.Value is YamlScalar word ? word.Is(Keywords.NotOwed) ? ".OrNotOwed" : ".OrStillOwed" : "";
        return $"First(Event<{types}>({where}){same}){latest}{never}";
    }
}
