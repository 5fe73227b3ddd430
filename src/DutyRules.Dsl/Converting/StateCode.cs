using DutyRules.Events;
using DutyRules.Policies;
using DutyRules.Policies.Binding;
using DutyRules.Policies.Families;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Dsl.Converting;

/// <summary>Writes a state that a policy declares for itself.</summary>
internal sealed class StateCode(PolicyGroundwork ground, Names names)
{
    public string Write(StateDefinition state, YamlMapping value)
    {
        string type = names.Type(state.Type, Names.Pascal(state.Name));
        string calls = string.Concat(value.Entries.Select(e => Call(Keywords.Find(e.Key.Text)!, e.Value, state)));
        return $"var {names.Local($"State<{type}>", state.Name)} = p.State<{type}>({Names.Quoted(state.Name)}, s => s{calls})";
    }

    /// <summary>An event, with a condition or without, or what a norm came to.</summary>
    public string Occurrence(YamlNode source)
    {
        var braces = source as YamlMapping;
        var name = (YamlScalar)(braces?.Find(Keywords.Event)?.Value ?? source);
        if (ground.Vocabulary.FindEvent(name.Text.Trim()) is { } type)
        {
            return $"Event<{names.Event(type)}>({Where(braces, type)})";
        }

        var outcome = OutcomeName.Take(new Phrase(name))!;
        var of = ground.Scope.Ground.Outcomes.Find(outcome, null, ground.File)!.Type;
        string where = Where(braces, of);
        return where.Length == 0 ? NormCode.Outcome(outcome, "") : $"Event<{names.Event(of)}>({NormCode.Outcome(outcome, "")}, {where})";
    }

    private string Where(YamlMapping? braces, EventType tested) => braces?.Find(Keywords.Where)?.Value is YamlScalar condition
        ? $"e => {new ExpressionCode(names, tested, null, "e", ground.Definitions).Write(ground.Bind(condition, new NamedEvent(tested, null, default), null, FieldType.Truth))}" : "";

    private static IEnumerable<YamlNode> Items(YamlNode node) => node is YamlSequence list ? list.Items : [node];

    private string Call(Keyword word, YamlNode value, StateDefinition state)
    {
        string name = string.Concat(word.En.Split(' ').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
        return word.En switch
        {
            "title" => $".Title({NormCode.LocalizedCode(value)})",
            "of" => $".Of({Texts(value)})",
            "on from" or "off at" or "in" or "out" or "back to start on" or "plus one on" or "minus one on" => string.Concat(Items(value).Select(v => $".{name}({Occurrence(v)})")),
            "members" => $".Members<{names.Event(state.Sources.First().Type)}>(e => e.{names.Field(state.Sources.First().Type, state.Sources.First().Type.FindField(((YamlScalar)value).Text.Trim())!)})",
            "latest" => string.Concat(Items(value).Select(Latest)),
            "total" => string.Concat(Items(value).SelectMany(v => Terms(v, false))),
            "less" => string.Concat(Items(value).SelectMany(v => Terms(v, true))),
            "initially" => Keywords.Unknown.Spellings.Contains(((YamlScalar)value).Text) ? ".InitiallyUnknown()" : $".Initially({Initially(state)})",
            "for" or "stale after" => $".{name}({Length((YamlScalar)value)})",
            "over" => $".OverLast({Length((YamlScalar)value)})",
            "per" => $".Per({Period(state)})",
            "during" => $".During({Names.Quoted(((YamlScalar)value).Text.Trim())})",
            _ => throw new InvalidOperationException($"{value.Span}: `{word.En}`"),
        };
    }

    private string Texts(YamlNode value) => ground.File.Words(value, value.Span).Select(w => Names.Quoted(w.Text)).ToList() is var all && all.Count == 1 ? all[0] : $"[{string.Join(", ", all)}]";

    private string Initially(StateDefinition state) => state.Initially is not { } value ? "default!"
        : value.Kind == ValueKind.Choice ? names.Word(state.Type, value.AsText)
        : state.Type.Role == FieldRole.Person ? $"new PersonId({Names.Quoted(value.AsText)})" : ExpressionCode.Of(value);

    private string Latest(YamlNode source)
    {
        var braces = source as YamlMapping;
        var text = (YamlScalar)(braces?.Find(Keywords.Event)?.Value ?? source);
        if (ground.Vocabulary.FindEvent(text.Text.Trim()) is null && OutcomeName.Take(new Phrase(text)) is not null)
        {
            return $".Latest({Occurrence(source)})";
        }

        int dot = text.Text.LastIndexOf('.');
        var type = ground.Vocabulary.FindEvent((dot < 0 ? text.Text : text.Text[..dot]).Trim())!;
        string field = dot < 0 ? "at" : text.Text[(dot + 1)..].Trim();
        string where = Where(braces, type);
        return field == "at" ? $".Latest({Occurrence(source)})"
            : $".Latest<{names.Event(type)}>(e => e.{names.Field(type, type.FindField(field)!)}{(where.Length == 0 ? "" : $", {where}")})";
    }

    private IEnumerable<string> Terms(YamlNode source, bool isLess)
    {
        var braces = source as YamlMapping;
        var phrase = new Phrase((YamlScalar)(braces?.Find(Keywords.Event)?.Value ?? source));
        bool minus = false;
        do
        {
            var type = ground.Vocabulary.FindEvent(phrase.TakeName()!)!;
            phrase.TakeSign(".");
            string field = names.Field(type, type.FindField(phrase.TakeName()!)!);
            string where = Where(braces, type);
            yield return $".{(minus != isLess ? "Less" : "Total")}<{names.Event(type)}>(e => e.{field}{(where.Length == 0 ? "" : $", {where}")})";
        }
        while ((minus = phrase.TakeSign("-")) || phrase.TakeSign("+"));
    }

    private string Length(YamlScalar value)
    {
        var phrase = new Phrase(value);
        RollingSpan.TakeLast(phrase);
        return phrase.TakeOneOf(ground.Vocabulary.Parameters.Select(p => p.Name)) is { } name ? names.Handle("Parameter<Duration>", name)
            : ExpressionCode.Length(Durations.Read(phrase, ground.File, DayMeaning.TwentyFourHours)!.Value);
    }

    private static string Period(StateDefinition state) => (state switch { CountState c => c.Per, SumState s => s.Per, _ => null }) is { } unit
        ? unit is { Kind: Norms.PeriodKind.Week, FirstWeekday: not NodaTime.IsoDayOfWeek.Monday } ? $"WeekFrom(IsoDayOfWeek.{unit.FirstWeekday})" : unit.Kind.ToString() : "Day";
}
