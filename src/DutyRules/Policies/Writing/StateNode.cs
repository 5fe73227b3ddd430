using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Policies.Yaml;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Policies.Writing;

/// <summary>Writes a state.</summary>
internal sealed class StateNode(Ground ground)
{
    private readonly Speech _speech = ground.Speech;

    public YamlMapping Of(StateDefinition state) => _speech.Map([.. _speech.Title(state.Title, state.Name), .. _speech.Named(Keywords.Of, state.Of), .. Changes(state)]);

    private IEnumerable<YamlEntry> Changes(StateDefinition state) => state switch
    {
        SwitchState s => [Sources(Keywords.OnFrom, s.On), .. Some(Keywords.OffAt, s.Off), .. Length(Keywords.For, s.OnFor, s), .. Initially(s, Value.Truth(false))],
        MembershipState s => [_speech.Entry(Keywords.Members, _speech.Text(s.Member)), Sources(Keywords.In, s.In), Sources(Keywords.Out, s.Out)],
        LatestState s =>
        [
            _speech.Entry(Keywords.Latest, _speech.OneOrList(s.Samples.Select(p => ground.Source(p.Pattern, p.Field is { } field ? $".{field.Name}" : "")))),
            .. Length(Keywords.StaleAfter, s.StaleAfter, s), .. Some(Keywords.BackToStartOn, s.Back), .. Initially(s, null),
        ],
        CountState s =>
        [
            Sources(Keywords.PlusOneOn, s.Up), .. Some(Keywords.MinusOneOn, s.Down), .. Per(s.Per), .. Over(s.Over, s), .. s.Over is null ? Initially(s, Value.Integer(0)) : [],
        ],
        SumState s => [Amounts(Keywords.Total, s.Plus), .. s.Minus.IsEmpty ? [] : new[] { Amounts(Keywords.Less, s.Minus) }, .. Per(s.Per), .. Over(s.Over, s), .. s.Over is null ? Initially(s, Zero(s)) : []],
        DayState s => [_speech.Entry(Keywords.During, _speech.Phrase(PeriodPhrases.WordOf(s.Class)))],
        HoursState s => [_speech.Entry(Keywords.During, s.Hours == SiteHours.Opening ? _speech.Phrase(Keywords.OpeningHours) : _speech.Text(s.Hours))],
        _ => throw new UnsayableException(new LocalizedText("a state that no words name", "没有说法的状态")),
    };

    private static Value Zero(SumState state) => state.Type.Kind switch { ValueKind.Integer => Value.Integer(0), ValueKind.Money => Value.Money(0), _ => Value.Number(0) };

    private YamlEntry Sources(Keyword key, IEnumerable<EventPattern> patterns) => _speech.Entry(key, _speech.OneOrList(patterns.Select(p => ground.Source(p))));

    private IEnumerable<YamlEntry> Some(Keyword key, IReadOnlyCollection<EventPattern> patterns) => patterns.Count == 0 ? [] : [Sources(key, patterns)];

    private YamlEntry Amounts(Keyword key, IEnumerable<AmountSource> amounts) => _speech.Entry(key, _speech.OneOrList(amounts.Select(a => ground.Source(a.Pattern, $".{a.Amount.Name}"))));

    private IEnumerable<YamlEntry> Initially(StateDefinition state, Value? usual) =>
        state.Initially == usual ? [] : [_speech.Entry(Keywords.Initially, state.Initially is { } value ? new ValueNode(_speech).Of(value) : _speech.Phrase(Keywords.Unknown))];

    private IEnumerable<YamlEntry> Length(Keyword key, Duration? length, StateDefinition state) => length is { } known ? [_speech.Entry(key, _speech.Phrase(Words(known, state)))] : [];

    // The one length that a state has may stand in a parameter.
    private string Words(Duration length, StateDefinition state) =>
        state.Figures.FirstOrDefault(p => p.Value is { Kind: ValueKind.Duration } value && value.AsDuration == length)?.Name ?? _speech.Length(length);

    private IEnumerable<YamlEntry> Per(Norms.CalendarUnit? per) => per is null ? [] : [_speech.Entry(Keywords.Per, _speech.Phrase(PeriodPhrases.Unit(per, _speech)))];

    private IEnumerable<YamlEntry> Over(Duration? over, StateDefinition state) =>
        over is { } length ? [_speech.Entry(Keywords.Over, _speech.Phrase($"{_speech.Say(Keywords.Last.En, "最近")} {Words(length, state)}"))] : [];
}
