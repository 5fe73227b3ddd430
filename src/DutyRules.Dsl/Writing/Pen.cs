using System.Collections.Immutable;
using System.Linq.Expressions;
using DutyRules.Diagnostics;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Dsl.Writing;

/// <summary>Writes what a line of C# says as a file of policies would say it, with the place of that line.</summary>
/// <param name="file">The file of the line.</param>
/// <param name="line">The line.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class Pen(string file, int line, List<Diagnostic> findings)
{
    /// <summary>What the event that opened the duty is called in conditions.</summary>
    public const string Trigger = "it";

    public SourceSpan Place { get; } = new(file, line, 1, line, 2) { IsWhole = true };

    /// <summary>True once something was written that reads the event that opened the duty.</summary>
    public bool ReadsTrigger { get; private set; }

    public void Report(DiagnosticDescriptor kind, params object[] args) => findings.Add(kind.At(Place, args));

    /// <summary>A text. Commas within it mean nothing.</summary>
    public YamlScalar Text(string text) => new(text, IsPlain: false, Place, Place);

    /// <summary>A word of the language, or a name.</summary>
    public YamlScalar Word(string text) => new(text, IsPlain: true, Place, Place);

    /// <summary>Something of which it was already said what is wrong with it.</summary>
    public YamlScalar Faulty() => new("?", IsPlain: true, Place, Place, IsFaulty: true);

    public YamlScalar Words(Keyword word) => Word(word.En);

    public YamlSequence List(IEnumerable<YamlNode> items) => new([.. items], Place);

    /// <summary>One, or a list of several.</summary>
    public YamlNode OneOrList(IReadOnlyList<YamlNode> items) => items.Count == 1 ? items[0] : List(items);

    public YamlNode Names(IEnumerable<string> names) => OneOrList([.. names.Select(n => (YamlNode)Text(n))]);

    public YamlMapping Map(params IEnumerable<YamlEntry> entries) => new([.. entries], Place);

    public YamlEntry Entry(Keyword key, YamlNode value) => Entry(key.En, value);

    public YamlEntry Entry(string key, YamlNode value) => new(Word(key), value);

    public YamlNode Localized(string zh, string? en) =>
        en is null ? Text(zh) : Map(Entry(Keywords.InChinese, Text(zh)), Entry(Keywords.InEnglish, Text(en)));

    /// <summary>A condition or another expression.</summary>
    /// <param name="lambda">The lambda that says it.</param>
    /// <param name="tested">The parameter whose fields stand alone, by position; negative: none. All others are the event that opened the duty.</param>
    public YamlScalar Condition(LambdaExpression lambda, int tested = -1) => Said(lambda, tested, w => Text(w.Write(lambda.Body)));

    /// <summary>What a lambda says, or, reported, something faulty.</summary>
    public T Said<T>(LambdaExpression lambda, int tested, Func<ConditionWriter, T> say, T faulty)
    {
        var writer = new ConditionWriter(lambda.Parameters, tested);
        try
        {
            return say(writer);
        }
        catch (NotSayableException problem)
        {
            findings.Add(problem.Kind.At(Place, problem.Words));
            return faulty;
        }
        finally
        {
            ReadsTrigger |= writer.ReadsTrigger;
        }
    }

    public YamlScalar Said(LambdaExpression lambda, int tested, Func<ConditionWriter, YamlScalar> say) => Said(lambda, tested, say, Faulty());

    /// <summary>The field that a lambda reads.</summary>
    public YamlScalar Field(LambdaExpression lambda) => Said(lambda, 0, _ => Text(ConditionWriter.FieldOf(lambda)));

    /// <summary>The fields that a lambda reads.</summary>
    public IReadOnlyList<YamlNode> Fields(LambdaExpression lambda) =>
        Said<IReadOnlyList<YamlNode>>(lambda, 0, _ => [.. ConditionWriter.FieldsOf(lambda).Select(Text)], [Faulty()]);

    /// <summary>A field of an event, with a condition on the event or without: <c>cash-taken.amount</c>.</summary>
    public YamlNode Value(LambdaExpression field, LambdaExpression? where)
    {
        var name = Said(field, 0, _ => Word($"{DeclaredName.Of(field.Parameters[0].Type)}.{ConditionWriter.FieldOf(field)}"));
        return where is null ? name : Map(Entry(Keywords.Event, name), Entry(Keywords.Where, Condition(where, tested: 0)));
    }

    /// <summary>A figure that is written down.</summary>
    public YamlScalar Figure(object? value) => Word(value switch
    {
        bool truth => truth ? Keywords.Yes.En : Keywords.No.En,
        Figure figure => figure.Text,
        Duration length => Literals.Length(length),
        LocalDate date => Literals.Date(date),
        string text => text,
        _ => Literals.InCondition(value) ?? value?.ToString() ?? "",
    });

    /// <summary>Bounds that are computed.</summary>
    public YamlScalar Computed(LambdaExpression lambda) => Said(lambda, -1, w => Text(w.LimitsOf(lambda.Body)));

    /// <summary>A point in time that may be named by fields.</summary>
    public YamlNode Moment(LambdaExpression lambda) => Said(lambda, -1, w => w.MomentOf(lambda.Body).Node(this), Faulty());

    /// <summary>A party that may be named by fields and states.</summary>
    public YamlNode Person(LambdaExpression lambda) => Said(lambda, -1, w => w.PartyOf(lambda.Body, this), Faulty());
}
