using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Policies.Reading;
using DutyRules.Norms;
using DutyRules.Policies.Yaml;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>states</c>: values computed from events.</summary>
internal sealed class StateBinder(FileScope file, PatternBinder patterns, string? partitionField, DeclaredTimes times)
{
    private static readonly ImmutableArray<Keyword> StateKeys =
    [
        Keywords.Title, Keywords.Of, Keywords.OnFrom, Keywords.OffAt, Keywords.Members, Keywords.In, Keywords.Out, Keywords.Latest,
        Keywords.StaleAfter, Keywords.PlusOneOn, Keywords.MinusOneOn, Keywords.Initially, Keywords.During,
        Keywords.Total, Keywords.Less, Keywords.For, Keywords.BackToStartOn, Keywords.Per, Keywords.Over,
    ];

    // The key that makes a state what it is, and the keys that go with it.
    private static readonly StateKind[] Kinds =
    [
        new(Keywords.OnFrom, [Keywords.OffAt, Keywords.For, Keywords.Initially]),
        new(Keywords.Members, [Keywords.In, Keywords.Out]),
        new(Keywords.Latest, [Keywords.StaleAfter, Keywords.BackToStartOn, Keywords.Initially]),
        new(Keywords.PlusOneOn, [Keywords.MinusOneOn, Keywords.Initially, Keywords.Per, Keywords.Over]),
        new(Keywords.During, []),
        new(Keywords.Total, [Keywords.Less, Keywords.Initially, Keywords.Per, Keywords.Over]),
    ];

    // A length of time, or a parameter.
    private static readonly Keyword[] Lengths = [Keywords.For, Keywords.StaleAfter, Keywords.Over];

    private readonly Terms _terms = new(file, patterns.Names.Parameters);

    // What does not go with a span of time that moves on: nothing takes away then, and nothing was there before.
    private static readonly Keyword[] NotRolling = [Keywords.Per, Keywords.MinusOneOn, Keywords.Less, Keywords.Initially];

    public ImmutableArray<StateDefinition> Bind(YamlNode? node) =>
        [.. file.Named(node).Select(s => Bind(s.Name, s.Key, s.Value)).OfType<StateDefinition>()];

    private StateDefinition? Bind(string name, YamlScalar key, YamlNode node)
    {
        var keyed = KeyedNode.Read(node, StateKeys, file, key.Span);
        var title = file.Localized(keyed[Keywords.Title], key.Span) ?? LocalizedText.Same(name);
        var of = file.Words(keyed[Keywords.Of], keyed.KeyOf(Keywords.Of)?.Span ?? key.Span)
            .Where(w => w.Text != partitionField).ToImmutableArray();
        ImmutableArray<string> names = [.. of.Select(w => w.Text)];
        var kind = KindOf(keyed, key.Span);
        StateDefinition? state = kind?.En switch
        {
            "on from" => new SwitchState
            {
                Name = name, Title = title, Of = names, Span = key.Span,
                On = Sources(keyed, Keywords.OnFrom),
                Off = keyed.Has(Keywords.For) && !keyed.Has(Keywords.OffAt) ? [] : Sources(keyed, Keywords.OffAt),
                OnFor = Length(keyed, Keywords.For),
                Initially = Initially(keyed, FieldType.Truth, Value.Truth(false)),
            },
            "members" => new MembershipState
            {
                Name = name, Title = title, Of = names, Span = key.Span,
                Member = Member(keyed), In = Sources(keyed, Keywords.In), Out = Sources(keyed, Keywords.Out),
                Initially = Value.Integer(0),
            },
            "plus one on" => new CountState
            {
                Name = name, Title = title, Of = names, Span = key.Span,
                Up = Sources(keyed, Keywords.PlusOneOn),
                Down = keyed.Has(Keywords.MinusOneOn) ? Sources(keyed, Keywords.MinusOneOn) : [],
                Initially = Initially(keyed, FieldType.Integer, Value.Integer(0)),
                Per = Per(keyed),
                Over = Over(keyed),
            },
            "latest" => Latest(name, title, names, keyed, key.Span),
            "total" => Total(name, title, names, keyed, key.Span),
            "during" => During(name, title, keyed, key.Span),
            _ => null,
        };
        if (state is CalendarState && of.Length > 0)
        {
            file.Report(KeyDiagnostics.KeysDoNotGoTogether, keyed.KeyOf(Keywords.Of)!.Span, Keywords.Of.Text, Keywords.During.Text);
        }

        return state is CalendarState ? state : state is not null && state.Sources.Any() ? CheckKeys(state, of) with { Figures = Figures(keyed) } : null;
    }

    private Keyword? KindOf(KeyedNode keyed, SourceSpan place)
    {
        var found = Kinds.Where(k => keyed.Has(k.Kind)).ToList();
        if (found.Count == 0)
        {
            if (!keyed.IsDamaged)
            {
                file.Report(VocabularyDiagnostics.StateOfNoKind, place);
            }

            return null;
        }

        foreach (var word in StateKeys.Except([Keywords.Title, Keywords.Of, found[0].Kind]).Except(found[0].With).Where(keyed.Has))
        {
            file.Report(KeyDiagnostics.KeysDoNotGoTogether, keyed.KeyOf(word)!.Span, KeyedNode.TextOf(word, StateKeys), found[0].Kind.Text);
        }

        foreach (var word in keyed.Has(Keywords.Over) ? NotRolling.Where(keyed.Has) : [])
        {
            file.Report(KeyDiagnostics.KeysDoNotGoTogether, keyed.KeyOf(word)!.Span, word.Text, Keywords.Over.Text);
        }

        return found[0].Kind;
    }

    // during: opening hours, during: busy, during: working day
    private CalendarState? During(string name, LocalizedText title, KeyedNode keyed, SourceSpan span)
    {
        if (file.Scalar(keyed[Keywords.During], keyed.KeyOf(Keywords.During)!.Span) is not { } scalar)
        {
            return null;
        }

        var phrase = new Phrase(scalar);
        DayClass? days = phrase.TakeDayClass() ?? (phrase.Take(Keywords.DayOfHoliday) || phrase.Take(Keywords.Holiday) || phrase.Take(Keywords.Holidays) ? DayClass.Holiday : null);
        if (days is { } kind && phrase.AtEnd)
        {
            if (kind == DayClass.Opening ? times.Hours.All(h => h.Name != SiteHours.Opening) : !times.HasCalendar)
            {
                file.Report(kind == DayClass.Opening ? NormDiagnostics.OpeningHoursNeeded : NormDiagnostics.CalendarNeeded, scalar.Span);
            }

            return new DayState { Name = name, Title = title, Span = span, Class = kind };
        }

        phrase.Return(0);
        if (phrase.Take(Keywords.OpeningHours) && phrase.AtEnd)
        {
            if (times.Hours.All(h => h.Name != SiteHours.Opening))
            {
                file.Report(NormDiagnostics.OpeningHoursNeeded, scalar.Span);
            }

            return new HoursState { Name = name, Title = title, Span = span, Hours = SiteHours.Opening };
        }

        var others = times.Hours.Where(h => h.Name != SiteHours.Opening).DistinctBy(h => h.Name);
        return file.FindDeclared(others, h => h.Name, scalar.Text.Trim(), scalar.Span, TimeDiagnostics.UnknownHours) is { } hours
            ? new HoursState { Name = name, Title = title, Span = span, Hours = hours.Name }
            : null;
    }

    private LatestState? Latest(string name, LocalizedText title, ImmutableArray<string> of, KeyedNode keyed, SourceSpan span)
    {
        var samples = new LatestReader(file, patterns).Read(keyed[Keywords.Latest], keyed.KeyOf(Keywords.Latest)!.Span);
        return samples.IsEmpty ? null : new LatestState
        {
            Name = name, Title = title, Of = of, Span = span, Samples = samples,
            Back = keyed.Has(Keywords.BackToStartOn) ? Sources(keyed, Keywords.BackToStartOn) : [],
            StaleAfter = Length(keyed, Keywords.StaleAfter),
            Initially = Initially(keyed, samples[0].Field?.Type ?? FieldType.Instant, null),
        };
    }

    // total: cash-taken.amount - cash-paid-in.amount
    private SumState? Total(string name, LocalizedText title, ImmutableArray<string> of, KeyedNode keyed, SourceSpan span)
    {
        var sum = new SumReader(file, patterns);
        sum.Read(keyed[Keywords.Total], keyed.KeyOf(Keywords.Total)!.Span, isLess: false);
        sum.Read(keyed[Keywords.Less], keyed.KeyOf(Keywords.Less)?.Span ?? span, isLess: true);
        foreach (var minus in keyed.Has(Keywords.Over) && !keyed.Has(Keywords.Less) ? sum.Minus : [])
        {
            file.Report(VocabularyDiagnostics.NothingTakesAway, minus.Pattern.Span);
        }

        return sum.Plus.IsEmpty ? null : new SumState
        {
            Name = name, Title = title, Of = of, Span = span, Plus = sum.Plus, Minus = sum.Minus,
            Initially = Initially(keyed, sum.Plus[0].Amount.Type, ZeroOf(sum.Plus[0].Amount.Type)),
            Per = Per(keyed),
            Over = Over(keyed),
        };
    }

    private static Value ZeroOf(FieldType type) => type.Kind switch
    {
        ValueKind.Integer => Value.Integer(0),
        ValueKind.Money => Value.Money(0),
        _ => Value.Number(0),
    };

    private Duration? Length(KeyedNode keyed, Keyword word)
    {
        if (keyed.KeyOf(word) is not { } key || file.Scalar(keyed[word], key.Span) is not { } scalar)
        {
            return null;
        }

        return _terms.Alone(scalar, p => _terms.Duration(p))?.Value;
    }

    private ImmutableArray<Parameter> Figures(KeyedNode keyed) =>
    [
        .. from word in Lengths
           let scalar = keyed[word] as YamlScalar
           where scalar is not null
           let phrase = After(scalar, word)
           from parameter in patterns.Names.Parameters
           where phrase.Rest.Trim() == parameter.Name
           select parameter,
    ];

    private static Phrase After(YamlScalar scalar, Keyword word)
    {
        var phrase = new Phrase(scalar);
        _ = word == Keywords.Over && RollingSpan.TakeLast(phrase);
        return phrase;
    }

    // per: month, per: week from Sunday
    private CalendarUnit? Per(KeyedNode keyed)
    {
        if (keyed.KeyOf(Keywords.Per) is not { } key || file.Scalar(keyed[Keywords.Per], key.Span) is not { } scalar)
        {
            return null;
        }

        var unit = PeriodReader.Unit(new Phrase(scalar));
        if (unit is null)
        {
            file.Report(VocabularyDiagnostics.PerWhat, scalar.Span, scalar.Text);
        }

        return unit;
    }

    // over: last 30 min, over: 2 h
    private Duration? Over(KeyedNode keyed)
    {
        if (keyed.KeyOf(Keywords.Over) is not { } key || file.Scalar(keyed[Keywords.Over], key.Span) is not { } scalar)
        {
            return null;
        }

        var phrase = After(scalar, Keywords.Over);
        var over = _terms.Duration(phrase, DayMeaning.TwentyFourHours)?.Value;
        if (over is not null && !phrase.AtEnd)
        {
            file.Report(ValueDiagnostics.NotUnderstood, phrase.RestSpan, phrase.Rest);
        }
        else if (over == Duration.Zero)
        {
            file.Report(VocabularyDiagnostics.OverNothing, scalar.Span, scalar.Text);
        }

        return over;
    }

    private Value? Initially(KeyedNode keyed, FieldType type, Value? usual)
    {
        if (keyed.KeyOf(Keywords.Initially) is not { } key)
        {
            return usual;
        }

        return file.Scalar(keyed[Keywords.Initially], key.Span) is not { } scalar ? usual
            : Keywords.Unknown.Spellings.Contains(scalar.Text) ? null
            : new Values(file).Read(scalar, type);
    }

    private string Member(KeyedNode keyed) =>
        file.Text(keyed[Keywords.Members], keyed.KeyOf(Keywords.Members)!.Span) ?? "";

    private ImmutableArray<EventPattern> Sources(KeyedNode keyed, Keyword word) =>
        keyed.Need(word, file) is { } node ? patterns.List(node, keyed.KeyOf(word)!.Span) : [];

    // Every source must carry every field of the key, all of them in one type. What no source carries is left out, so that the
    // state stays known to those who read it.
    private StateDefinition CheckKeys(StateDefinition state, ImmutableArray<Texts.Word> of)
    {
        foreach (var word in of)
        {
            var types = new HashSet<FieldType>();
            foreach (var source in state.Sources)
            {
                CheckField(source, word.Text, types);
            }

            if (types.Count > 1)
            {
                file.Report(VocabularyDiagnostics.KeyOfSeveralTypes, word.Span, word.Text);
            }
        }

        foreach (var source in state is MembershipState { Member.Length: > 0 } ? state.Sources : [])
        {
            CheckField(source, ((MembershipState)state).Member, []);
        }

        return state with { Of = [.. state.Of.Where(name => state.Sources.Any(s => s.Type.FindField(name) is not null))] };
    }

    private void CheckField(EventPattern source, string name, HashSet<FieldType> types)
    {
        if (source.Type.FindField(name) is { } field)
        {
            types.Add(field.Type);
        }
        else
        {
            file.Report(VocabularyDiagnostics.SourceLacksField, source.Span, source.Type.Name, name);
        }
    }

    private sealed record StateKind(Keyword Kind, Keyword[] With);
}
