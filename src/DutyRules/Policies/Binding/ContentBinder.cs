using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>Reads what must be, or must not be, with its details.</summary>
internal sealed class ContentBinder(NormScope scope, NamedEvent? trigger, ExpressionContext context, ThingSet? forEach = null)
{
    private static readonly (Keyword Word, bool Value)[] OneForOne = [(Keywords.No, false), (Keywords.Yes, true)];

    private readonly FileScope _file = scope.File;

    /// <summary>Events that must happen: so many, or one of each kind.</summary>
    public Content? Obligation(KeyedNode norm, Keyword word)
    {
        var kind = NormKeys.KindOf(word, norm);
        return NormKeys.Groups.Contains(kind) ? new CompositeReader(scope, this, context, trigger).Read(norm, word)
            : kind == Keywords.Covering ? new CoveringReader(scope, this, context).Read(norm, Pattern(norm, word))
            : kind == Keywords.OneOfEach ? OneOfEach(norm, norm.KeyOf(Keywords.OneOfEach)!, Pattern(norm, word))
            : Required(norm, Pattern(norm, word));
    }

    /// <summary>A condition that must come true.</summary>
    public MeetContent? Meet(KeyedNode norm) => Condition(norm, Keywords.MustBe) is { } condition ? new MeetContent(condition) : null;

    /// <summary>What somebody says of the norm called <paramref name="id"/>.</summary>
    public AttestedContent? Attested(KeyedNode norm, string id)
    {
        var key = norm.KeyOf(Keywords.AttestedBy)!;
        if (scope.Vocabulary.Attestations is not { } type)
        {
            _file.Report(ContentDiagnostics.AttestationsNeeded, key.Span);
            return null;
        }

        bool isAnyone = norm[Keywords.AttestedBy] is YamlScalar { Text: var text } && Keywords.Anyone.Spellings.Contains(text.Trim());
        var role = isAnyone ? null : new PartyBinder(scope, trigger).Post(norm[Keywords.AttestedBy], key.Span);
        return role is null && !isAnyone ? null
            : new AttestedContent(AttestingDuty.Events(type, id, key.Span), type.FindField(AttestationEvents.KeptField)!) { By = role };
    }

    /// <summary>Events that must not happen, or no more than so often.</summary>
    public CountContent? Prohibition(KeyedNode norm)
    {
        var pattern = Pattern(norm, Keywords.MustNot);
        var times = Times(norm, Bound<long>.AtMost(0L));
        if (times is { Lower: not null })
        {
            _file.Report(NormDiagnostics.MustNotAtLeast, norm[Keywords.Times]!.Span);
        }

        return Count(norm, pattern, times);
    }

    /// <summary>A condition that must hold, always or for a share of the time.</summary>
    public StayContent? Stay(KeyedNode norm)
    {
        var condition = Condition(norm, Keywords.MustStay);
        var of = Condition(norm, Keywords.Of);
        var share = Share(norm);
        var gaps = Figure(norm, Keywords.Gaps, p => scope.Terms.Duration(p));
        if (norm.Has(Keywords.Share) && norm.KeyOf(Keywords.Gaps) is { } extra)
        {
            _file.Report(KeyDiagnostics.KeysDoNotGoTogether, extra.Span, Keywords.Gaps.Text, Keywords.Share.Text);
        }

        if (!norm.Has(Keywords.Share) && norm.KeyOf(Keywords.Of) is { } alone)
        {
            _file.Report(NormDiagnostics.OfWithoutShare, alone.Span);
        }

        return condition is null ? null : new StayContent(condition) { Share = share, Of = of, Gaps = gaps };
    }

    /// <summary>The time during which a condition holds, all told.</summary>
    public TotalContent? Total(KeyedNode norm)
    {
        var condition = Condition(norm, Keywords.MustTotal);
        var time = norm.Need(Keywords.TotalTime, _file) is { } node && _file.Scalar(node, norm.KeyOf(Keywords.TotalTime)!.Span) is { } scalar
            ? scope.Bounds.Read(scalar, p => scope.Terms.Duration(p))
            : null;
        if (time is not null && time.Contains(Duration.Zero) && time.Upper is null)
        {
            _file.Report(NormDiagnostics.AsksForNothing, norm[Keywords.TotalTime]!.Span);
        }

        int? mean = MeanOf(norm);
        return condition is null || time is null || mean is null ? null : new TotalContent(condition, time, mean.Value);
    }

    public Expression? Condition(KeyedNode norm, Keyword word) =>
        norm.KeyOf(word) is { } key ? Conditions.Bind(norm[word], key.Span, word == Keywords.OnlyIf ? scope.Judging(context) : context, _file) : null;

    /// <summary>An event and the condition on it.</summary>
    public EventPattern? Pattern(KeyedNode norm, Keyword word) => Named(norm, word) is { } named ? Where(norm, named) : null;

    /// <summary>The event under a key, and its name there.</summary>
    public NamedEvent? Named(KeyedNode norm, Keyword word)
    {
        if (CompositeReader.GroupOf(norm[word]) is { } group)
        {
            _file.Report(ContentDiagnostics.GroupNotHere, norm[word]!.Span, group.Text, word.Text);
            return null;
        }

        if (norm[word] is YamlMapping or YamlSequence)
        {
            _file.Report(NormDiagnostics.OneEventPerLine, norm[word]!.Span, word.Text);
            return null;
        }

        return _file.Scalar(norm[word], norm.KeyOf(word)!.Span) is { } scalar ? scope.Patterns.Event(scalar, aliasAllowed: true) : null;
    }

    /// <summary>The pattern of an event that was named, with what <c>where</c> and <c>addressed to</c> say of it.</summary>
    public EventPattern Where(KeyedNode norm, NamedEvent named)
    {
        var tested = scope.Judging(context) with { Tested = named.Type, TestedAlias = named.Alias };
        var where = norm.KeyOf(Keywords.Where) is { } key ? Conditions.Bind(norm[Keywords.Where], key.Span, tested, _file) : null;
        var to = new AddresseeReader(scope, trigger).Read(norm, named.Type, EventRole.Tested, tested);
        return named.On(Conditions.Both(where, to));
    }

    private OneOfEachContent? OneOfEach(KeyedNode norm, YamlScalar key, EventPattern? pattern) =>
        pattern is not null && ChoiceField(norm, key, pattern.Type) is { } field
            ? new OneOfEachContent(pattern, field) { Same = Same(norm, pattern.Type) }
            : null;

    private CountContent? Required(KeyedNode norm, EventPattern? pattern)
    {
        var times = Times(norm, Bound<long>.AtLeast(1L));
        if (norm.Has(Keywords.Times) && times is { IsComputed: false })
        {
            CheckObligation(times, norm[Keywords.Times]!.Span);
        }

        bool once = _file.OneOf(norm, Keywords.OneForOne, OneForOne);
        if (once && times?.Upper is not null)
        {
            _file.Report(ContentDiagnostics.OneForOneAtLeast, norm.KeyOf(Keywords.OneForOne)!.Span);
        }

        return Count(norm, pattern, times) is { } count ? count with { Once = once } : null;
    }

    // Every detail is read, even where the event or the number is not known, so that all that is wrong with it is said at once.
    private CountContent? Count(KeyedNode norm, EventPattern? pattern, Bound<long>? times)
    {
        var eachLasting = EachLasting(norm, pattern?.Type);
        var apart = AtLeast(norm, Keywords.Apart);
        var same = pattern is null ? [] : Same(norm, pattern.Type);
        return pattern is null || times is null ? null
            : new CountContent(pattern) { Times = times, EachLasting = eachLasting, Apart = apart, Same = same };
    }

    private Bound<long>? Times(KeyedNode norm, Bound<long> usual) =>
        norm.KeyOf(Keywords.Times) is not { } key ? usual
        : _file.Scalar(norm[Keywords.Times], key.Span) is { } scalar
            ? scope.Bounds.Read(scalar, p => new ComputedFigures(scope, context).Read(p, FieldType.Integer, scope.Terms.Count))
        : null;

    // "at least 0" asks for nothing, "at most 0" forbids.
    private void CheckObligation(Bound<long> times, SourceSpan span)
    {
        if (times.Contains(0) && times.Upper is null)
        {
            _file.Report(NormDiagnostics.AsksForNothing, span);
        }
        else if (times.ExceededBy(1))
        {
            _file.Report(NormDiagnostics.ForbidsInObligation, span);
        }
    }

    private Bound<Duration>? EachLasting(KeyedNode norm, EventType? type)
    {
        if (norm.KeyOf(Keywords.EachLasting) is not { } key || _file.Scalar(norm[Keywords.EachLasting], key.Span) is not { } scalar)
        {
            return null;
        }

        if (type is { IsInterval: false })
        {
            _file.Report(NormDiagnostics.EventHasNoLength, key.Span, type.Name);
            return null;
        }

        return scope.Bounds.Read(scalar, p => scope.Terms.Duration(p));
    }

    /// <summary>The least share.</summary>
    public Term<decimal>? Share(KeyedNode norm)
    {
        if (norm.KeyOf(Keywords.Share) is not { } key || _file.Scalar(norm[Keywords.Share], key.Span) is not { } scalar
            || scope.Bounds.Read(scalar, scope.Terms.Share) is not { } bound)
        {
            return null;
        }

        if (bound is { Lower: { Inclusive: true } lower, Upper: null })
        {
            return lower.Term;
        }

        _file.Report(NormDiagnostics.OnlyAtLeast, scalar.Span, Keywords.Share.Text);
        return null;
    }

    // "at least 1 h": a least length, inclusive.
    private Term<Duration>? AtLeast(KeyedNode norm, Keyword word)
    {
        if (norm.KeyOf(word) is not { } key || _file.Scalar(norm[word], key.Span) is not { } scalar
            || scope.Bounds.Read(scalar, p => scope.Terms.Duration(p)) is not { } bound)
        {
            return null;
        }

        if (bound is { Lower: { Inclusive: true } lower, Upper: null })
        {
            return lower.Term;
        }

        _file.Report(NormDiagnostics.OnlyAtLeast, scalar.Span, word.Text);
        return null;
    }

    private Term<T>? Figure<T>(KeyedNode norm, Keyword word, Func<Phrase, Term<T>?> read)
        where T : struct
    {
        if (norm.KeyOf(word) is not { } key || _file.Scalar(norm[word], key.Span) is not { } scalar)
        {
            return null;
        }

        return scope.Terms.Alone(scalar, read);
    }

    // mean per: week, with over: last 4 weeks
    private int? MeanOf(KeyedNode norm)
    {
        if (norm.KeyOf(Keywords.MeanPer) is not { } key)
        {
            return 1;
        }

        if (_file.Scalar(norm[Keywords.MeanPer], key.Span) is not { } scalar)
        {
            return null;
        }

        var phrase = new Phrase(scalar);
        var unit = Array.Find(RollingSpan.Units, u => phrase.Take(u));
        if (unit is null || !phrase.AtEnd)
        {
            _file.Report(NormDiagnostics.MeanPerWhat, scalar.Span, scalar.Text);
            return null;
        }

        if (!norm.Has(Keywords.Over))
        {
            _file.Report(NormDiagnostics.MeanNeedsOver, key.Span, unit.Text);
            return null;
        }

        // What is wrong with the span is said where the window is read.
        if (RollingSpan.Read(norm, new FileScope(_file.Source)) is not var (count, over))
        {
            return null;
        }

        if (over != unit)
        {
            _file.Report(NormDiagnostics.MeanOfOtherUnit, scalar.Span, unit.Text, over.Text);
            return null;
        }

        return count;
    }

    private Field? ChoiceField(KeyedNode norm, YamlScalar key, EventType type)
    {
        if (_file.Scalar(norm[Keywords.OneOfEach], key.Span) is not { } scalar)
        {
            return null;
        }

        var field = _file.FindDeclared(type.Fields, f => f.Name, scalar.Text.Trim(), scalar.Span, NameDiagnostics.UnknownField);
        if (field is { Type.Kind: not ValueKind.Choice })
        {
            _file.Report(NormDiagnostics.FieldIsNoChoice, scalar.Span, field.Name);
            return null;
        }

        return field;
    }

    /// <summary>The fields that must equal those of the event that opens an instance, or name its thing.</summary>
    public ImmutableArray<string> Same(KeyedNode norm, EventType type) => new SameReader(_file, trigger, forEach).Read(norm, type);
}
