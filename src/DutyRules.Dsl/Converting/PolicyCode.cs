using System.Text;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Policies;
using DutyRules.Policies.Binding;
using DutyRules.Policies.Families;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Dsl.Converting;

/// <summary>Writes a policy as a statement.</summary>
internal sealed class PolicyCode(PolicyGroundwork ground, Names names)
{
    private const string Indent = "    ";

    public string Write()
    {
        names.Begin();
        var text = new StringBuilder($"Policy({Names.Quoted(Text(Keywords.Policy)!)}, p =>\n{{\n");
        var said = ground.Root.Entries.Select(e => (Word: Keywords.Find(e.Key.Text)!, e.Value)).Select(e => Said(e.Word, e.Value)).Where(s => s.Length > 0).ToList();
        text.Append(Indent).Append('p').AppendJoin("", said).Append(";\n");
        foreach (var line in Declarations())
        {
            text.Append(Indent).Append(line.Replace("\n", "\n" + Indent, StringComparison.Ordinal)).Append(";\n");
        }

        foreach (var member in ground.Members)
        {
            text.Append('\n').Append(Indent).Append(Member(member).Replace("\n", "\n" + Indent, StringComparison.Ordinal)).Append(";\n");
        }

        return text.Append("});\n").ToString();
    }

    private string? Text(Keyword word) => (ground.Root.Find(word)?.Value as YamlScalar)?.Text.Trim();

    private string Said(Keyword word, YamlNode value) => word.En switch
    {
        "uses" => $".Uses({Listed(value)})",
        "revision" => $".Revision({Names.Quoted(((YamlScalar)value).Text.Trim())})",
        "source" => $".Source({Names.Quoted(((YamlScalar)value).Text.Trim())})",
        "effective from" or "effective to" => $".{(word == Keywords.EffectiveFrom ? "EffectiveFrom" : "EffectiveTo")}({NormCode.DateCode(new Values(ground.File).DateTime((YamlScalar)value)!.Value)})",
        "tags" or "severity" or "at" or "disabled" => NormCode.Of(ground, names, new YamlMapping([new YamlEntry(ground.Root.Find(word)!.Key, value)], value.Span)).Single(),
        _ => "",
    };

    private string Listed(YamlNode value) =>
        ground.File.Words(value, value.Span).Select(w => Names.Quoted(w.Text)).ToList() is var all && all.Count == 1 ? all[0] : $"[{string.Join(", ", all)}]";

    private IEnumerable<string> Declarations()
    {
        foreach (var (name, _, value) in ground.File.Named(ground.Root.Find(Keywords.Parameters)?.Value))
        {
            yield return Parameter(name, value);
        }

        foreach (var (name, _, value) in ground.File.Named(ground.Root.Find(Keywords.Tables)?.Value))
        {
            yield return Table(ground.Vocabulary.FindTable(name)!, (YamlMapping)value);
        }

        foreach (var (name, _, value) in ground.File.Named(ground.Root.Find(Keywords.Definitions)?.Value).Where(d => Has(d.Value, Keywords.Counts)))
        {
            yield return Counts(ground.Vocabulary.FindEvent(name)!, (YamlMapping)value);
        }

        foreach (var (name, _, value) in ground.File.Named(ground.Root.Find(Keywords.States)?.Value))
        {
            yield return new StateCode(ground, names).Write(ground.Vocabulary.FindState(name)!, (YamlMapping)value);
        }

        foreach (var (name, _, value) in ground.File.Named(ground.Root.Find(Keywords.Definitions)?.Value).Where(d => !Has(d.Value, Keywords.Counts)))
        {
            yield return Definition(name, (YamlMapping)value);
        }
    }

    private static bool Has(YamlNode node, Keyword word) => (node as YamlMapping)?.Find(word) is not null;

    private string Definition(string name, YamlMapping value)
    {
        var code = new ExpressionCode(names, null, null, "e", ground.Definitions);
        string means = code.Write(ground.Bind((YamlScalar)value.Find(Keywords.Means)!.Value, null, null, FieldType.Truth));
        return $"var {names.Local("Condition", name)} = p.Definition({Names.Quoted(name)}, () => {means}{Title(value)})";
    }

    private string Counts(EventType type, YamlMapping value)
    {
        var list = value.Find(Keywords.Counts)!.Value;
        var sources = (list is YamlSequence many ? many.Items : [list]).Select(s => new StateCode(ground, names).Occurrence(s));
        return $"p.Counts<{names.Event(type)}>([{string.Join(", ", sources)}]{Title(value)})";
    }

    private static string Title(YamlMapping value) => value.Find(Keywords.Title) is { } title ? $", {NormCode.LocalizedCode(title.Value)}" : "";

    private string Parameter(string name, YamlNode value)
    {
        var parameter = ground.Vocabulary.FindParameter(name)!;
        string type = names.Type(parameter.Type, Names.Pascal(name));
        var keyed = value as YamlMapping;
        bool isNew = keyed?.Find(Keywords.Is) is not null;
        string handle = isNew ? names.Local($"Parameter<{type}>", name) : names.Handle($"Parameter<{type}>", name);
        if (keyed is null)
        {
            return $"p.Set({handle}, {Figure(parameter.Value!.Value, parameter.Type)})";
        }

        var said = new StringBuilder();
        if ((Has(keyed, Keywords.Value) || Has(keyed, Keywords.Default)) && parameter is { IsOpen: false, Value: { } figure })
        {
            said.Append(Has(keyed, Keywords.Default) ? ".Default(" : ".Value(").Append(Figure(figure, parameter.Type)).Append(')');
        }

        foreach (var (site, of) in parameter.PerSite)
        {
            said.Append(".At(").Append(Names.Quoted(site)).Append(", ").Append(Figure(of, parameter.Type)).Append(')');
        }

        if (keyed.Find(Keywords.Because) is { } because)
        {
            said.Append(".Because(").Append(NormCode.LocalizedCode(because.Value)).Append(')');
        }

        string say = said.Length == 0 ? "" : $", q => q{said}";
        return isNew ? $"var {handle} = p.Parameter<{type}>({Names.Quoted(name)}{say})" : $"p.Set({handle}{say})";
    }

    private string Figure(Value value, FieldType type) => value.Kind == ValueKind.Choice ? names.Word(type, value.AsText) : ExpressionCode.Of(value);

    private string Table(Table table, YamlMapping value)
    {
        string type = table.IsShare ? "Figure" : names.Type(table.Type, Names.Pascal(table.Name));
        string title = value.Find(Keywords.Title) is { } named ? $".Title({NormCode.LocalizedCode(named.Value)})" : "";
        string rows = title + string.Concat(((YamlMapping)value.Find(Keywords.Rows)!.Value).Entries.Select(e => Row(e, table)));
        return $"var {names.Local($"Table<{type}>", table.Name)} = p.Table<{type}>({Names.Quoted(table.Name)}, {Listed(value.Find(Keywords.Of)!.Value)}, t => t{rows})";
    }

    private string Row(YamlEntry row, Table table) => row.Value is YamlMapping inner
        ? $".Rows({Names.Quoted(row.Key.Text)}, u => u{string.Concat(inner.Entries.Select(e => Row(e, table)))})"
        : row.Value is YamlScalar { IsEmpty: true } ? $".Blank({Names.Quoted(row.Key.Text)})"
        : $".Row({Names.Quoted(row.Key.Text)}, {Cell(((YamlScalar)row.Value).Text.Trim(), table)})";

    private string Cell(string text, Table table)
    {
        var phrase = new Phrase(text, default);
        if (table.Type.Kind == ValueKind.Duration && Durations.Read(phrase, ground.File.Aside(), DayMeaning.TwentyFourHours) is { } length)
        {
            return ExpressionCode.Length(length);
        }

        phrase.Return(0);
        phrase.TakeNumber(out decimal number);
        string digits = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return table.IsShare ? $"{digits}{(decimal.IsInteger(number) ? "" : "m")}.Percent()"
            : table.Type.Kind == ValueKind.Choice ? names.Word(table.Type, text)
            : table.Type.Role == FieldRole.Person ? $"new PersonId({Names.Quoted(text)})"
            : table.Type.Kind is ValueKind.Number or ValueKind.Money && !decimal.IsInteger(number) ? $"{digits}m"
            : table.Type.Kind == ValueKind.Truth ? Keywords.Yes.Spellings.Contains(text) ? "true" : "false"
            : table.Type.Kind == ValueKind.Text ? Names.Quoted(text) : digits;
    }

    private string Member(FamilyMember member)
    {
        string id = Names.Quoted(member.Key.Text.Trim());
        var node = (YamlMapping)member.Node;
        if (node.Find(Keywords.Disabled) is null && node.Find(Keywords.May) is { } may)
        {
            var act = ground.Scope.Patterns.Event((YamlScalar)may.Value, aliasAllowed: true)!;
            var calls = new NormCode(ground, names, act, Policies.Binding.FrameKind.Event).Calls(node with { Entries = node.Entries.Without([Keywords.May, Keywords.If]) }).ToList();
            if (node.Find(Keywords.If)?.Value is YamlScalar condition)
            {
                calls.Insert(0, $".If({ExpressionCode.Trigger} => {new ExpressionCode(names, null, act.Type, "e", ground.Definitions).Write(ground.Bind(condition, null, act, FieldType.Truth))})");
            }

            return $"p.May<{names.Event(act.Type)}>({id}){NormCode.Chained(calls, Indent)}";
        }

        if (node.Find(Keywords.Disabled) is not null)
        {
            return $"p.Duty({id}){NormCode.Chained(NormCode.Of(ground, names, Kept(node)), Indent)}";
        }

        if (node.Find(Keywords.ShiftKind) is { } kind)
        {
            string name = string.Concat(Keywords.Find(((YamlScalar)kind.Value).Text.Trim())!.En.Split(' ').Select(Names.Pascal));
            return $"p.Entry({id}, DutyRules.Norms.CatalogueKind.{name}){NormCode.Chained(NormCode.Of(ground, names, Kept(node, Keywords.Who, Keywords.Defines)), Indent)}";
        }

        if (node.Find(Keywords.Ladder)?.Value is YamlMapping ladder)
        {
            var all = ladder with { Entries = [.. ladder.Entries, .. node.Entries.Where(e => Keywords.Find(e.Key.Text) != Keywords.Ladder && ladder.Find(Keywords.Find(e.Key.Text)) is null)] };
            return $"p.Ladder({id}){NormCode.Chained(new NormCode(ground, names, null, Policies.Binding.FrameKind.Spell).Calls(all), Indent)}";
        }

        return $"p.Duty({id}){NormCode.Chained(NormCode.Of(ground, names, node), Indent)}";
    }

    // What is said of what is not applied.
    private static YamlMapping Kept(YamlMapping node, params Keyword[] more) => node with
    {
        Entries =
        [
            .. node.Entries.Where(e => Keywords.Find(e.Key.Text) is { } word && (word == Keywords.Title || word == Keywords.Gist || word == Keywords.Cites || word == Keywords.Reading
                || word == Keywords.Because || word == Keywords.Disabled || word == Keywords.ConflictsWith || word == Keywords.Prevails || more.Contains(word))),
        ],
    };
}
