using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Policies.Binding;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Families;

/// <summary>
/// Writes out a ladder: one norm for each step, owed while the condition lasts and the step before was the last to be taken (or those between cannot be
/// taken), and a gate on standing down, which undoes the last step first.
/// </summary>
internal sealed class LadderReader(FileScope file)
{
    private static readonly ImmutableArray<Keyword> OfLadders = [Keywords.Ladder, Keywords.DoneSoFar, Keywords.Steps, Keywords.StandDown];

    // What the gate on standing down takes from the ladder.
    private static readonly ImmutableArray<Keyword> Shared =
        [Keywords.Tags, Keywords.Severity, Keywords.At, Keywords.Cites, Keywords.EffectiveFrom, Keywords.EffectiveTo];

    public IEnumerable<FamilyMember> Read(FamilyMember member, YamlMapping norm)
    {
        var entry = norm.Find(Keywords.Ladder)!;
        if (entry.Value is not YamlMapping ladder)
        {
            file.Report(KeyDiagnostics.KeysNeeded, entry.Key.Span);
            return [];
        }

        var common = ladder.Entries.AddRange(norm.Entries.Where(e => ladder.Find(Keywords.Find(e.Key.Text)) is null)).Without(OfLadders);
        var done = Needed(ladder, Keywords.DoneSoFar, entry.Key.Span) is { } node ? file.Scalar(node.Value, node.Key.Span) : null;
        var steps = Needed(ladder, Keywords.Steps, entry.Key.Span);
        if (steps is { Value: not YamlSequence })
        {
            file.Report(KeyDiagnostics.ListNeeded, steps.Value.Span);
        }

        if (done is null || steps?.Value is not YamlSequence list)
        {
            return [];
        }

        var impossible = list.Items.Select(Impossible).ToList();
        var members = list.Items.Select((step, i) => Step(member, common, step, i + 1, done, impossible)).OfType<FamilyMember>().ToList();
        return ladder.Find(Keywords.StandDown) is { } stand && StandDown(member, common, stand, done) is { } gate ? members.Append(gate) : members;
    }

    private static YamlScalar? Impossible(YamlNode step) => (step as YamlMapping)?.Find(Keywords.ImpossibleWhen)?.Value as YamlScalar;

    private FamilyMember? Step(FamilyMember of, ImmutableArray<YamlEntry> common, YamlNode node, int number, YamlScalar done, List<YamlScalar?> impossible)
    {
        if (node is not YamlMapping step)
        {
            file.Report(KeyDiagnostics.KeysNeeded, node.Span);
            return null;
        }

        var entries = common.Over(step.Entries.Without([Keywords.ImpossibleWhen, Keywords.Id]));
        entries = [.. entries.Where(e => !IsAtOnce(e)).Select(e => Keywords.Find(e.Key.Text) == Keywords.Title && step.Find(Keywords.Title) is null ? e with { Value = Numbered(e.Value, number) } : e)];
        if (entries.Find(Keywords.While) is not { } condition)
        {
            file.Report(KeyDiagnostics.MissingKey, node.Span, Keywords.While.Text);
            return null;
        }

        YamlNode With(YamlScalar text) => new YamlMapping(entries.Over([condition with { Value = text }]), node.Span);
        var full = condition.Value is YamlScalar scalar ? With(Blanks.Whole(Next(number, StateOf(done), scalar.Text, impossible), done)) : new YamlMapping(entries, node.Span);
        var own = impossible[number - 1];
        string id = step.Find(Keywords.Id)?.Value is YamlScalar { Text.Length: > 0 } name ? name.Text.Trim() : $"{of.Key.Text.Trim()}.{number}";
        return new FamilyMember(of.Key with { Text = id }, own is null ? full : Excused((YamlMapping)full, own, Keyword.LanguageOf(condition.Key.Text)))
        {
            IsMade = true,
            Probes = [new Probe(new YamlMapping(entries, node.Span)), new Probe(With(Blanks.Whole($"({done.Text}) >= 0", done)), done), .. own is null ? [] : new[] { new Probe(With(own)) }],
        };
    }

    // The state, whatever fields an event has.
    private static string StateOf(YamlScalar done) => new Phrase(done).TakeName() == done.Text.Trim() ? $"{done.Text.Trim()}()" : done.Text;

    // What is surely not next does not ask for the condition, and what the condition rules out does not ask who is free: what is not known is asked for last (rule S7).
    private static string Next(int number, string done, string condition, List<YamlScalar?> impossible)
    {
        var ways = Ways(number, done, impossible);
        return ways.Count == 1 ? $"({ways[0]}) && ({condition})"
            : $"({done}) is {string.Join(" or ", Enumerable.Range(number - ways.Count, ways.Count))} && ({condition}) && ({string.Join(" || ", ways)})";
    }

    // step == 1, or step == 0 && (experts-free is 0)
    private static List<string> Ways(int number, string done, List<YamlScalar?> impossible)
    {
        var ways = new List<string>();
        string skipped = "";
        for (int last = number - 1; last >= 0; last--)
        {
            ways.Add($"(({done}) == {last}{skipped})");
            if (last == 0 || impossible[last - 1] is not { } cannot)
            {
                break;
            }

            skipped = $" && ({cannot.Text}){skipped}";
        }

        return ways;
    }

    // What cannot be taken is not held against anybody.
    private static YamlMapping Excused(YamlMapping step, YamlScalar cannot, Language language)
    {
        var unless = step.Find(Keywords.Unless);
        var key = unless?.Key ?? cannot with { Text = Keywords.Unless.In(language) };
        ImmutableArray<YamlNode> conditions = unless?.Value switch
        {
            null => [cannot],
            YamlSequence list => list.Items.Add(cannot),
            var one => [one, cannot],
        };
        return step with { Entries = step.Entries.Over([new YamlEntry(key, new YamlSequence(conditions, cannot.Span))]) };
    }

    private FamilyMember? StandDown(FamilyMember of, ImmutableArray<YamlEntry> common, YamlEntry entry, YamlScalar done)
    {
        if (entry.Value is not YamlMapping stand)
        {
            file.Report(KeyDiagnostics.KeysNeeded, entry.Key.Span);
            return null;
        }

        if (Needed(stand, Keywords.Step, entry.Key.Span) is not { } node || file.Scalar(node.Value, node.Key.Span) is not { } step)
        {
            return null;
        }

        var shared = common.Where(e => Keywords.Find(e.Key.Text) is { } word && Shared.Contains(word)).ToImmutableArray();
        var entries = shared.Over(stand.Entries.Without([Keywords.Step, Keywords.Id, Keywords.OnlyIf]));
        var onlyIf = stand.Find(Keywords.OnlyIf);
        var key = onlyIf?.Key ?? step with { Text = Keywords.OnlyIf.In(Keyword.LanguageOf(entry.Key.Text)) };
        YamlNode With(YamlNode text) => new YamlMapping(entries.Add(new YamlEntry(key, text)), entry.Value.Span);
        string also = onlyIf?.Value is YamlScalar { Text.Length: > 0 } condition ? $"({condition.Text}) && " : "";
        string id = stand.Find(Keywords.Id)?.Value is YamlScalar { Text.Length: > 0 } name ? name.Text.Trim() : $"{of.Key.Text.Trim()}.stand-down";
        return new FamilyMember(of.Key with { Text = id }, With(Blanks.Whole($"{also}({step.Text}) == ({StateOf(done)})", step)))
        {
            IsMade = true,
            Probes = [new Probe(With(Blanks.Whole($"({step.Text}) >= 0", step)), step), .. onlyIf is null ? [] : new[] { new Probe(With(onlyIf.Value)) }],
        };
    }

    private YamlEntry? Needed(YamlMapping mapping, Keyword word, SourceSpan place)
    {
        var found = mapping.Find(word);
        if (found is null && !mapping.IsDamaged)
        {
            file.Report(KeyDiagnostics.MissingKey, place, word.Text);
        }

        return found;
    }

    // lasting: at once
    private static bool IsAtOnce(YamlEntry entry) =>
        Keywords.Find(entry.Key.Text) == Keywords.Lasting && entry.Value is YamlScalar scalar && Keywords.AtOnce.Spellings.Contains(scalar.Text.Trim());

    private static YamlNode Numbered(YamlNode title, int number) => title switch
    {
        YamlScalar scalar => Blanks.Whole(scalar.Text + Suffix(Keyword.LanguageOf(scalar.Text), number), scalar),
        YamlMapping mapping => mapping with
        {
            Entries = [.. mapping.Entries.Select(e => e.Value is YamlScalar text
                ? e with { Value = Blanks.Whole(text.Text + Suffix(Keywords.Find(e.Key.Text) == Keywords.InChinese ? Language.Chinese : Language.English, number), text) } : e)],
        },
        _ => title,
    };

    private static string Suffix(Language language, int number) => language == Language.Chinese ? $"（第 {number} 级）" : $", step {number}";
}
