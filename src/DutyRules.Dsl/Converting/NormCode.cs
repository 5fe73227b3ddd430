using System.Text;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Policies.Binding;
using DutyRules.Policies.Families;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Dsl.Converting;

/// <summary>Writes what stands under the keys of one norm as calls.</summary>
/// <param name="ground">The policy.</param>
/// <param name="names">What names are called in C#.</param>
/// <param name="trigger">The event that opens it; null: none.</param>
/// <param name="frame">What it comes from.</param>
internal sealed partial class NormCode(PolicyGroundwork ground, Names names, NamedEvent? trigger, FrameKind frame)
{
    private static readonly Keyword[] OfEvents = [Keywords.Must, Keywords.MustNot, Keywords.OnlyAfter];

    private static readonly Keyword[] Conditions =
        [Keywords.While, Keywords.MustStay, Keywords.MustBe, Keywords.MustNotBe, Keywords.MustTotal, Keywords.Of, Keywords.OnlyIf, Keywords.ImpossibleWhen];

    private static readonly Keyword[] Excuses = [Keywords.Unless, Keywords.LapsesWhen, Keywords.LiftedWhile, Keywords.PausesWhile];

    private static readonly Keyword[] Bounds = [Keywords.Lasting, Keywords.Times, Keywords.EachLasting, Keywords.Apart, Keywords.Share, Keywords.TotalTime];

    private static readonly Keyword[] Moments = [Keywords.Due, Keywords.Before, Keywords.From, Keywords.To, Keywords.After];

    private static readonly Keyword[] Parties = [Keywords.Who, Keywords.DoneBy, Keywords.Addressee, Keywords.OnlyBy, Keywords.AttestedBy];

    private static readonly Keyword[] Localized = [Keywords.Title, Keywords.Reading, Keywords.Disabled, Keywords.Gist, Keywords.Because];

    private static readonly Keyword[] Lists = [Keywords.Cites, Keywords.Tags, Keywords.ConflictsWith, Keywords.Prevails, Keywords.Lifts, Keywords.Defines];

    private static readonly Keyword[] Measured = [.. NormKeys.Measured];

    private static readonly Keyword[] First = [Keywords.Title, Keywords.When, Keywords.Every, Keywords.While, Keywords.Lasting, Keywords.IfItEndsFirst, Keywords.ForEach];

    private YamlMapping _norm = null!;
    private NamedEvent? _asked;

    /// <summary>The calls of a norm, a line each.</summary>
    public static IEnumerable<string> Of(PolicyGroundwork ground, Names names, YamlMapping norm)
    {
        var (trigger, kind) = Opening(ground, norm);
        return new NormCode(ground, names, trigger, kind).Calls(norm);
    }

    /// <summary>The calls of something that stands within a norm, such as a step.</summary>
    public IEnumerable<string> Calls(YamlMapping norm)
    {
        _norm = norm;
        _asked = Asked(norm);
        bool isAct = norm.Find(Keywords.MustNot) is not null && norm.Find(Keywords.Every) is null && norm.Find(Keywords.When) is null && norm.Find(Keywords.While) is null;
        var first = isAct ? [Keywords.Title, Keywords.MustNot] : First;
        return norm.Entries.Select(e => (Entry: e, Word: Keywords.Find(e.Key.Text)!)).OrderBy(e => Array.IndexOf(first, e.Word) is var at && at < 0 ? first.Length : at)
            .SelectMany(e => Call(e.Word, e.Entry.Value)).ToList();
    }

    // What is tested by `where`: the event under the key that asks for it.
    private NamedEvent? Asked(YamlMapping norm)
    {
        var name = OfEvents.Append(Keywords.Measure).Select(w => norm.Find(w)?.Value).OfType<YamlScalar>().FirstOrDefault();
        return name is null ? null : Event(name);
    }

    private NamedEvent Event(YamlScalar name) => ground.Scope.Patterns.Event(name, aliasAllowed: true)
        ?? throw new InvalidOperationException($"{name.Span}: `{name.Text}`");

    private static (NamedEvent? Trigger, FrameKind Frame) Opening(PolicyGroundwork ground, YamlMapping norm)
    {
        if (norm.Find(Keywords.When)?.Value is { } when && (when is YamlMapping braces ? braces.Find(Keywords.Event)?.Value : when) is YamlScalar opening)
        {
            var phrase = new Phrase(opening);
            int start = phrase.Position;
            bool isEvent = phrase.TakeName() is { } name && ground.Vocabulary.FindEvent(name) is { Origin: not EventOrigin.Outcome } && (phrase.AtEnd || phrase.Take(Keywords.As));
            phrase.Return(start);
            if (isEvent)
            {
                return (ground.Scope.Patterns.Event(opening, aliasAllowed: true), FrameKind.Event);
            }

            var outcome = OutcomeName.Take(phrase)!;
            string? alias = phrase.Take(Keywords.As) ? phrase.TakeName() : null;
            var type = ground.Scope.Outlines.TriggerOf(outcome.NormId, ground.Vocabulary.Events);
            return (type is not null ? new NamedEvent(type, alias, opening.Span) : alias is null ? null : ground.Scope.Ground.Outcomes.Find(outcome, alias, ground.File), FrameKind.Outcome);
        }

        if (norm.Find(Keywords.Every) is not null)
        {
            var keyed = KeyedNode.Read(norm, [.. Keywords.All], ground.File.Aside(), norm.Span);
            var who = keyed[Keywords.Who] is { } party ? new PartyBinder(ground.Scope, null).Who(party, norm.Span) : null;
            return (null, new PeriodReader(ground.Scope).Read(keyed, who)?.Kind ?? FrameKind.Unknown);
        }

        return norm.Find(Keywords.While) is not null || norm.Find(Keywords.MustNotBe) is not null || norm.Find(Keywords.MustNot)?.Value is not YamlScalar act
            ? (null, FrameKind.Spell)
            : (ground.Scope.Patterns.Event(act, aliasAllowed: true), FrameKind.Event);
    }

    private IEnumerable<string> Call(Keyword word, YamlNode value)
    {
        string name = MethodOf(word);
        if (word == Keywords.If || word == Keywords.Where || word == Keywords.NamedIn || word == Keywords.Value || Measured.Contains(word))
        {
            return [];
        }

        if (Conditions.Contains(word))
        {
            return [$".{name}({Lambda((YamlScalar)value, null, FieldType.Truth)})"];
        }

        if (Excuses.Contains(word))
        {
            return Items(value).Select(v => $".{name}({Lambda((YamlScalar)v, null, FieldType.Truth)})");
        }

        if (Localized.Contains(word))
        {
            return [$".{name}({LocalizedCode(value)})"];
        }

        if (Lists.Contains(word))
        {
            return [$".{name}({Texts(value)})"];
        }

        if (Parties.Contains(word))
        {
            return [$".{name}({Party(value)})"];
        }

        if (Moments.Contains(word))
        {
            return [$".{name}({Moment(value)})"];
        }

        if (word == Keywords.Lasting && Keywords.AtOnce.Spellings.Contains(((YamlScalar)value).Text.Trim()))
        {
            return [".LastingAtOnce()"];
        }

        if (word == Keywords.Share && IsTable(value) is { } table)
        {
            return [$".Share({table})"];
        }

        if (Bounds.Contains(word))
        {
            return [$".{name}({Limits((YamlScalar)value, word == Keywords.Times ? FieldType.Integer : null)})"];
        }

        return OtherCall(word, name, value);
    }

    private IEnumerable<string> OtherCall(Keyword word, string name, YamlNode value) => word.En switch
    {
        "when" => [When(value)],
        "must" or "must not" or "only after" => [CompositeReader.GroupOf(value) is { } group ? $".{name}({Group(group, value)})" : AskedFor(name)],
        "every" => [$".Every({Period(value)})"],
        "if it ends first" => [$".IfItEndsFirst({(((YamlScalar)value).Is(Keywords.Lapses) ? "Lapses" : "StillOwed")})"],
        "for each" => [$".ForEach({names.Handle("Things", Text(value))})"],
        "one of each" => [$".OneOfEach<{names.Event(_asked!.Type)}>(r => r.{Field(_asked.Type, Text(value))})"],
        "one for one" => [$".OneForOne({(((YamlScalar)value).Is(Keywords.Yes) ? "" : "false")})"],
        "same" => Same(value),
        "allowing gaps of at most" => [$".AllowingGapsOfAtMost({Length((YamlScalar)value)})"],
        "within" => [$".Within({Length((YamlScalar)value)})"],
        "measure" => [Measure()],
        "covering" => [Covering(value)],
        "rounded" => [$".Rounded(DutyRules.Norms.Rounding.{(((YamlScalar)value).Is(Keywords.RoundedDown) ? "Down" : ((YamlScalar)value).Is(Keywords.Nearest) ? "Nearest" : "Up")})"],
        "as of" => [$".AsOfBeginning({(((YamlScalar)value).Is(Keywords.Beginning) ? "" : "false")})"],
        "over" => [Over(value)],
        "mean per" => [$".MeanPer({PeriodName((YamlScalar)value)})"],
        "judged on" => [$".JudgedOn({string.Join(" | ", ground.File.Words(value, value.Span).Select(w => $"DutyRules.Norms.Timelines.{(Keywords.Plan.Spellings.Contains(w.Text) ? "Plan" : "Actual")}"))})"],
        "notify" => [$".Notify({Bracketed(ground.File.Words(value, value.Span).Select(w => names.Handle("Post", w.Text)))})"],
        "points" => [$".Points({Figure((YamlScalar)value, null)})"],
        "liable" => Items(value).Select(v => $".Liable({Liable(v)})"),
        "severity" => [$".Severity(DutyRules.Norms.Severity.{Names.Pascal(Keywords.Find(Text(value))!.En)})"],
        "at" => [At(value)],
        "effective from" or "effective to" => [$".{name}({Date((YamlScalar)value)})"],
        "otherwise" => [Otherwise((YamlMapping)value)],
        "id" => [$".Id({Names.Quoted(Text(value))})"],
        "done so far" => [$".DoneSoFar({names.Handle("State<int>", Text(value))})"],
        "steps" => ((YamlSequence)value).Items.Select(s => $".Step(s => s{Chained(new NormCode(ground, names, null, FrameKind.Spell).Calls((YamlMapping)s), "    ")})"),
        "stand down" => [StandDown((YamlMapping)value)],
        _ => throw new InvalidOperationException($"{value.Span}: `{word.En}`"),
    };

    /// <summary>Calls below one another.</summary>
    public static string Chained(IEnumerable<string> calls, string indent) => string.Concat(calls.Select(c => $"\n{indent}{c.Replace("\n", $"\n{indent}", StringComparison.Ordinal)}"));

    private static string MethodOf(Keyword word) => word == Keywords.Addressee ? "AddressedTo" : string.Concat(word.En.Split(' ').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    private string When(YamlNode value)
    {
        var (name, where) = value is YamlMapping braces ? ((YamlScalar)braces.Find(Keywords.Event)!.Value, braces.Find(Keywords.Where)?.Value) : ((YamlScalar)value, null);
        string condition = (where ?? _norm.Find(Keywords.If)?.Value) is not YamlScalar text ? ""
            : trigger is null ? Lambda(text, null, FieldType.Truth)
            : $"{ExpressionCode.Trigger} => {Code(null).Write(ground.Bind(text, null, trigger, FieldType.Truth))}";
        if (frame == FrameKind.Event)
        {
            return $".When<{names.Event(trigger!.Type)}>({condition})";
        }

        string outcome = Outcome(OutcomeName.Take(new Phrase(name))!, trigger is null ? "" : $"<{names.Event(trigger.Type)}>");
        return $".When({outcome}{(condition.Length == 0 ? "" : $", {condition}")})";
    }

    /// <summary>What a norm came to.</summary>
    public static string Outcome(OutcomeName outcome, string type)
    {
        string norm = $"Norm{type}({Names.Quoted(outcome.NormId)})";
        var statuses = outcome.Statuses.Select(s => $"{norm}.{(s == Verdicts.VerdictStatus.Fulfilled ? "Kept" : s.ToString())}").ToList();
        return statuses[0] + string.Concat(statuses.Skip(1).Select(s => $".Or({s})"));
    }

    private string AskedFor(string name)
    {
        string where = Where();
        if (_asked!.Status is null)
        {
            return $".{name}<{names.Event(_asked.Type)}>({where})";
        }

        var text = (YamlScalar)OfEvents.Select(w => _norm.Find(w)?.Value).First(v => v is not null)!;
        return $".{name}({OutcomeEvent(text, _asked, where)})";
    }

    private string OutcomeEvent(YamlScalar text, NamedEvent named, string where)
    {
        string outcome = Outcome(OutcomeName.Take(new Phrase(text))!, "");
        return where.Length == 0 ? outcome : $"Event<{names.Event(named.Type)}>({outcome}, {where})";
    }

    private string Where() => _norm.Find(Keywords.Where)?.Value is YamlScalar text ? Tested(text, _asked!) : "";

    private string Tested(YamlScalar text, NamedEvent tested)
    {
        var code = Code(tested);
        string body = code.Write(ground.Bind(text, tested, trigger, FieldType.Truth));
        return code.ReadsTrigger ? $"(e, {ExpressionCode.Trigger}) => {body}" : $"e => {body}";
    }

    private ExpressionCode Code(NamedEvent? tested) => new(names, tested?.Type, trigger?.Type, "e", ground.Definitions);

    private string Lambda(YamlScalar text, NamedEvent? tested, FieldType? type) => Lambda(ground.Bind(text, tested, trigger, type), tested);

    private string Lambda(Expression expression, NamedEvent? tested)
    {
        var code = Code(tested);
        string body = code.Write(expression);
        return $"{(code.ReadsTested ? "e" : code.ReadsTrigger ? ExpressionCode.Trigger : "()")} => {body}";
    }

    private string Group(Keyword group, YamlNode value)
    {
        var items = (YamlSequence)((YamlMapping)value).Find(group)!.Value;
        return $"{MethodOf(group)}({string.Concat(items.Items.Select((item, i) => $"{(i == 0 ? "" : ",")}\n    {Item(item)}"))})";
    }

    private string Item(YamlNode node)
    {
        var mapping = node as YamlMapping;
        var named = Event((YamlScalar)(mapping?.Find(Keywords.Event)?.Value ?? node));
        string where = mapping?.Find(Keywords.Where)?.Value is YamlScalar condition ? Tested(condition, named) : "";
        string types = where.StartsWith('(') ? $"{names.Event(named.Type)}, {names.Event(trigger!.Type)}" : names.Event(named.Type);
        string more = string.Concat((mapping?.Entries ?? []).Select(e => (Keywords.Find(e.Key.Text)!.En, e.Value)).Select(e => e.En switch
        {
            "times" => $".Times({Limits((YamlScalar)e.Value, FieldType.Integer)})",
            "done by" => Party(e.Value) is var party && party.Contains("=>", StringComparison.Ordinal) ? $".DoneBy<{names.Event(trigger!.Type)}>({party})" : $".DoneBy({party})",
            "if" => Lambda((YamlScalar)e.Value, null, FieldType.Truth) is var lambda && lambda.StartsWith("()", StringComparison.Ordinal) ? $".If({lambda})" : $".If<{names.Event(trigger!.Type)}>({lambda})",
            _ => "",
        }));
        return named.Status is null ? $"Event<{types}>({where}){more}" : OutcomeEvent((YamlScalar)(mapping?.Find(Keywords.Event)?.Value ?? node), named, where) + more;
    }

    private string Measure()
    {
        var (word, of) = Measured.Select(w => (Word: w, _norm.Find(w)?.Value)).First(m => m.Value is not null);
        var bound = ground.Bind((YamlScalar)of!, _asked, trigger, word == Keywords.ShareWhere ? FieldType.Truth : null);
        string where = Where();
        var type = word == Keywords.Different ? FieldType.Integer : word == Keywords.ShareWhere ? FieldType.Number : bound.Type;
        return $".Measure({MethodOf(word)}<{names.Event(_asked!.Type)}>({Lambda(bound, _asked)}{(where.Length == 0 ? "" : $", {where}")}), {Limits((YamlScalar)_norm.Find(Keywords.Value)!.Value, type)})";
    }

    private string Covering(YamlNode value)
    {
        string named = _norm.Find(Keywords.NamedIn)?.Value is { } field ? $", e => e.{Field(_asked!.Type, Text(field))}" : "";
        return $".Covering<{names.Event(_asked!.Type)}>({Covered(value)}{named})";
    }

    private string Covered(YamlNode value)
    {
        var mapping = value as YamlMapping;
        string text = Text(mapping?.Find(Keywords.Event)?.Value ?? value);
        if (text.LastIndexOf('.') is > 0 and var dot)
        {
            var named = new NamedEvent(ground.Vocabulary.FindEvent(text[..dot].Trim())!, null, value.Span);
            string where = mapping?.Find(Keywords.Where)?.Value is YamlScalar condition ? $", {Tested(condition, named)}" : "";
            return $"ValuesOf<{names.Event(named.Type)}>(e => e.{Field(named.Type, text[(dot + 1)..].Trim())}{where})";
        }

        return ground.Vocabulary.FindRole(text) is not null ? names.Handle("Post", text) : names.Handle("State<bool>", text);
    }

    // The event that is asked for has the fields as well as the one that opened the duty; things are no fields of the latter.
    private IEnumerable<string> Same(YamlNode value)
    {
        var fields = ground.File.Words(value, value.Span).Select(w => w.Text).ToList();
        foreach (string thing in fields.Where(f => _norm.Find(Keywords.ForEach) is { Value: YamlScalar each } && each.Text.Trim() == f))
        {
            yield return $".Same({names.Handle("Things", thing)})";
        }

        var own = fields.Where(f => _norm.Find(Keywords.ForEach) is not { Value: YamlScalar each } || each.Text.Trim() != f).ToList();
        if (own.Count > 0)
        {
            var read = own.Select(f => $"{ExpressionCode.Trigger}.{Field(trigger!.Type, f)}").ToList();
            yield return $".Same({ExpressionCode.Trigger} => {(read.Count == 1 ? read[0] : $"new {{ {string.Join(", ", read)} }}")})";
        }
    }

    private string Otherwise(YamlMapping follow)
    {
        var calls = new NormCode(ground, names, trigger, FrameKind.Outcome).Calls(follow);
        return $".Otherwise(o => o{Chained(calls, "    ")})";
    }

    private string StandDown(YamlMapping stand)
    {
        var act = Event((YamlScalar)stand.Find(Keywords.When)!.Value);
        var inner = new NormCode(ground, names, act, FrameKind.Event);
        string step = inner.Lambda((YamlScalar)stand.Find(Keywords.Step)!.Value, null, FieldType.Integer);
        var more = inner.Calls(stand with { Entries = stand.Entries.Without([Keywords.When, Keywords.Step]) }).ToList();
        return $".StandDown<{names.Event(act.Type)}>({step}{(more.Count == 0 ? "" : $", s => s{Chained(more, "    ")}")})";
    }

    private string Field(EventType type, string name) => names.Field(type, type.FindField(name)!);
}
