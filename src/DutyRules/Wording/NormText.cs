using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using NodaTime;

namespace DutyRules.Wording;

/// <summary>What a line of an explanation is about.</summary>
public enum NormAspect
{
    /// <summary>Who bears it.</summary>
    Who,

    /// <summary>Where its instances come from.</summary>
    When,

    /// <summary>What must be, or must not be.</summary>
    Content,

    /// <summary>In what time.</summary>
    Window,

    /// <summary>What excuses a breach.</summary>
    Unless,

    /// <summary>What ends it.</summary>
    Lapses,

    /// <summary>What does not count.</summary>
    Lifted,

    /// <summary>What stops its clock.</summary>
    Pauses,

    /// <summary>Who answers for a breach.</summary>
    Liable,

    /// <summary>What a breach brings.</summary>
    Breach,

    /// <summary>What the words in it mean.</summary>
    Meaning,

    /// <summary>The figures of its parameters.</summary>
    Figures,

    /// <summary>Its tables.</summary>
    Tables,

    /// <summary>When verdicts are final.</summary>
    Final,

    /// <summary>On which history it is judged.</summary>
    JudgedOn,

    /// <summary>From when and to when it is in force.</summary>
    InForce,

    /// <summary>At which sites it holds.</summary>
    Where,

    /// <summary>How much a breach matters.</summary>
    Severity,

    /// <summary>The words it is listed under.</summary>
    Tags,

    /// <summary>How the wording of the source is read.</summary>
    Reading,

    /// <summary>The clauses of the source.</summary>
    Source,
}

/// <summary>One line of an explanation.</summary>
/// <param name="Aspect">What it is about.</param>
/// <param name="Label">That in words.</param>
/// <param name="Text">What holds.</param>
public sealed record NormFact(NormAspect Aspect, string Label, string Text);

/// <summary>A norm in plain words.</summary>
/// <param name="Norm">The norm.</param>
/// <param name="Title">Its title.</param>
/// <param name="Facts">What there is to know of it, in the order of reading.</param>
public sealed record NormExplanation(Norm Norm, string Title, ImmutableArray<NormFact> Facts);

/// <summary>Says a norm in plain words: who must do what and when, what lifts it, what follows, and where it comes from.</summary>
public static class NormText
{
    /// <summary>Explains a norm of <paramref name="policies"/>.</summary>
    public static NormExplanation Explain(Norm norm, PolicySet policies, Language language)
    {
        var words = new Words(language);
        var window = new WindowText(norm, policies, words);
        var content = new ContentText(norm, window, words);
        var parties = new PartyText(norm, window, words);
        var facts = new List<NormFact>
        {
            new(NormAspect.Who, words.Say("Who", "责任人"), parties.Who()),
            new(NormAspect.When, words.Say("When", "情形"), window.Frame()),
            new(
                NormAspect.Content,
                norm.Modality == Modality.Must ? words.Say("Must", "必须") : words.Say("Must not", "不得"),
                content.Text()),
        };
        Add(facts, NormAspect.Window, words.Say("Window", "时间"), Window(norm, policies, window, words));
        Add(facts, NormAspect.Unless, words.Say("Unless", "除外"), Conditions(norm.Exceptions.OfType<UnlessException>().Select(e => e.Condition), words));
        Add(facts, NormAspect.Lapses, words.Say("Lapses", "终止"), Lapses(norm, words));
        Add(facts, NormAspect.Lifted, words.Say("Lifted", "期间免除"), Lifted(norm, words));
        Add(facts, NormAspect.Pauses, words.Say("Pauses", "暂停计时"), Pauses(norm, words));
        Add(facts, NormAspect.Liable, words.Say("Liable", "追责对象"), parties.Liable());
        Add(facts, NormAspect.Breach, words.Say("Breach", "违反后果"), Consequences(norm, policies, window, words));
        Add(facts, NormAspect.Meaning, words.Say("Meaning", "释义"), new MeaningText(policies, window, words).Of(norm));
        Add(facts, NormAspect.Figures, words.Say("Figures", "参数"), Figures(norm, policies, words));
        Add(facts, NormAspect.Tables, words.Say("Tables", "分档表"), string.Join(words.Say(" | ", "｜"), NormReads.Tables(norm).Select(t => $"{words.Title(t.Title)} – {TableText.Rows(t, words, t.IsShare ? share => words.Percent(share.AsNumber) : null)}")));
        facts.Add(new(NormAspect.Final, words.Say("Final", "终局"), Finality(norm, policies, words)));
        Add(facts, NormAspect.JudgedOn, words.Say("Judged on", "核查对象"), JudgedOn(norm, words));
        Add(facts, NormAspect.InForce, words.Say("In force", "有效期"), InForce(norm, words));
        Add(facts, NormAspect.Where, words.Say("Where", "适用网点"), At(norm, policies, words));
        Add(facts, NormAspect.Severity, words.Say("Severity", "严重程度"), norm.Severity == Severity.Normal ? "" : norm.Severity.Title().In(language));
        Add(facts, NormAspect.Tags, words.Say("Tags", "标签"), words.List(norm.Tags));
        Add(facts, NormAspect.Reading, words.Say("Reading", "条文理解"), norm.Reading?.In(language) ?? "");
        Add(facts, NormAspect.Source, words.Say("Source", "依据条款"), words.List(norm.Cites));
        return new NormExplanation(norm, norm.Title.In(language), [.. facts]);
    }

    private static void Add(List<NormFact> facts, NormAspect aspect, string label, string text)
    {
        if (text.Length > 0)
        {
            facts.Add(new NormFact(aspect, label, text));
        }
    }

    private static string Window(Norm norm, PolicySet policies, WindowText window, Words words)
    {
        if (norm.Content is ConditionContent or ActorContent or HappeningContent)
        {
            return "";
        }

        var text = window.Window();
        if (!window.IsLocal)
        {
            return text;
        }

        var zones = words.List(policies.Vocabulary.Sites.Select(s => s.Zone).OfType<DateTimeZone>().Append(policies.Vocabulary.Zone).Select(z => z.Id).Distinct());
        return words.Say($"{text}; local time of the site ({zones})", $"{text}；按当地时间（{zones}）");
    }

    private static string Conditions(IEnumerable<Expressions.Expression> conditions, Words words) =>
        string.Join(words.Say(", or ", "，或"), conditions.Select(words.Condition));

    private static string Lapses(Norm norm, Words words)
    {
        var when = norm.Exceptions.OfType<LapsesException>().Select(e => words.Condition(e.Condition));
        if (norm.Frame is not WhileFrame frame || norm.Modality != Modality.Must)
        {
            return Joined(when);
        }

        return frame.EndsFirst == EndsFirst.Lapses
            ? Joined(when.Append(words.Say($"{words.Condition(frame.Condition)} ends first", $"{words.Condition(frame.Condition)}先行结束")))
            : string.Join(words.Say("; ", "；"), new[] { Joined(when), words.Say("still owed after the condition ends", "条件结束后仍须履行") }.Where(p => p.Length > 0));

        string Joined(IEnumerable<string> conditions) => string.Join(words.Say(", or ", "，或"), conditions);
    }

    private static string Lifted(Norm norm, Words words)
    {
        var conditions = While(norm.Exceptions.OfType<LiftedException>().Select(e => e.Condition), words);
        return conditions.Length == 0 ? "" : words.Say($"nothing counts while {conditions} holds", $"{conditions}期间不计");
    }

    private static string Pauses(Norm norm, Words words)
    {
        var conditions = While(norm.Exceptions.OfType<PausesException>().Select(e => e.Condition), words);
        return conditions.Length == 0 ? "" : words.Say($"the clock stands still while {conditions} holds", $"{conditions}期间停止计时");
    }

    private static string While(IEnumerable<Expressions.Expression> conditions, Words words) =>
        string.Join(words.Say(" or ", "或"), conditions.Select(words.Condition));

    private static string Consequences(Norm norm, PolicySet policies, WindowText window, Words words)
    {
        var parts = new List<string>();
        var points = norm.Consequences.Points;
        if (points.Value != 0)
        {
            parts.Add(window.Points(points));
        }

        if (norm.Consequences.Notify.Length > 0)
        {
            var roles = words.List(norm.Consequences.Notify.Select(r => words.Title(r.Title)));
            parts.Add(words.Say($"{roles} told", $"通知{roles}"));
        }

        var next = policies.Norms.Where(n => n.Frame is OutcomeFrame f && f.Statuses is [Verdicts.VerdictStatus.Breached] && f.NormId == norm.Id)
            .Select(n => $"“{n.Title.In(words.Language)}”").Distinct().ToList();
        if (next.Count > 0)
        {
            parts.Add(words.Say($"then {words.List(next)} is owed", $"随后须履行{words.List(next)}"));
        }

        return string.Join(words.Say("; ", "；"), parts);
    }

    private static string Figures(Norm norm, PolicySet policies, Words words) => string.Join(
        words.Say("; ", "；"),
        NormReads.Parameters(norm).Select(name => norm.Figures.FirstOrDefault(p => p.Name == name) ?? policies.Vocabulary.FindParameter(name)).OfType<Parameter>().Select(p =>
        {
            var value = p.Value switch
            {
                { Kind: ValueKind.Duration } duration => words.Duration(duration.AsDuration),
                { Kind: ValueKind.Time } time => words.TimeOfDay(time.AsTime),
                var other => other?.ToString() ?? "?",
            };
            var usual = p.IsDefault ? words.Say(" (a default)", "（默认）") : "";
            var because = p.Because?.In(words.Language) is { } why ? words.Say($", because {why}", $"，因为{why}") : "";
            return $"{p.Name} = {value}{usual}{because}{(p.Span.Line > 0 ? $" [{Path.GetFileName(p.Span.File)}:{p.Span.Line}]" : "")}";
        }));

    private static string Finality(Norm norm, PolicySet policies, Words words)
    {
        var types = NormReads.EventTypes(norm, policies).ToList();
        var latest = types.Count == 0 ? Duration.Zero : types.Max(t => t.Lateness);
        if (latest == Duration.Zero)
        {
            return words.Say("as soon as it is decided", "判定后即为终局");
        }

        var slow = words.List(types.Where(t => t.Lateness == latest).Select(t => words.Title(t.Title)));
        return words.Say(
            $"{words.Duration(latest)} after it is decided, because of {slow}, which may be recorded that late",
            $"判定 {words.Duration(latest)}后，因为“{slow}”可能迟至此时补录");
    }

    private static string At(Norm norm, PolicySet policies, Words words)
    {
        if (norm.At is not { } at)
        {
            return "";
        }

        var names = words.List(at.Names.Select(name => policies.Vocabulary.FindSite(name)?.Title.In(words.Language) ?? name));
        return at.Except ? words.Say($"everywhere but at {names}", $"除{names}外") : words.Say($"only at {names}", $"仅限{names}");
    }

    private static string JudgedOn(Norm norm, Words words) => norm.JudgedOn switch
    {
        Timelines.Plan => words.Say("the plan", "排班"),
        Timelines.Actual => words.Say("what happened", "实际"),
        Timelines.Both => words.Say("the plan, and what happened", "排班和实际"),
        _ => "",
    };

    private static string InForce(Norm norm, Words words)
    {
        return (norm.InForceFrom, norm.InForceTo) switch
        {
            ({ } from, { } to) => words.Say($"from {words.Time(from)} to {words.Time(to)}", $"{words.Time(from)} 至 {words.Time(to)}"),
            ({ } from, null) => words.Say($"from {words.Time(from)}", $"自 {words.Time(from)} 起"),
            (null, { } to) => words.Say($"until {words.Time(to)}", $"至 {words.Time(to)} 止"),
            _ => "",
        };
    }
}
