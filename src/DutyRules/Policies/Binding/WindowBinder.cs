using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>due</c>, <c>before</c>, <c>within</c>, <c>from</c>, <c>to</c> and <c>after</c>.</summary>
internal sealed class WindowBinder(NormScope scope, FrameKind frame, NamedEvent? trigger, ExpressionContext context, ThingSet? forEach)
{
    private readonly FileScope _file = scope.File;

    /// <summary>The window of a duty; null, and reported, when it has none.</summary>
    public Window? Read(KeyedNode norm)
    {
        var opens = ReadOpening(norm);
        var closes = ReadClosing(norm);
        return opens is null || closes is null ? null : new Window(opens, closes);
    }

    /// <summary>The time before an act in which something else must have happened.</summary>
    public Window? ReadLookBack(KeyedNode norm)
    {
        var act = new WindowEnd(new FrameStart(), true);
        if (norm.KeyOf(Keywords.Within) is { } key)
        {
            if (norm.KeyOf(Keywords.From) is { } extra)
            {
                _file.Report(KeyDiagnostics.KeysDoNotGoTogether, extra.Span, Keywords.From.Text, Keywords.Within.Text);
            }

            return Within(norm, DayMeaning.TwentyFourHours) is { } by ? new Window(new WindowEnd(new Offset(new FrameStart(), by, true), true), act) : null;
        }

        if (norm.KeyOf(Keywords.From) is { } from)
        {
            if (norm[Keywords.From] is YamlMapping)
            {
                _file.Report(WindowDiagnostics.FirstBeforeAct, from.Span);
                return null;
            }

            if (_file.Scalar(norm[Keywords.From], from.Span) is not { } scalar || new AnchorReader(scope, frame, trigger).Read(scalar) is not { } begin)
            {
                return null;
            }

            if (IsBeforeAct(begin))
            {
                return new Window(new WindowEnd(begin, true), act);
            }

            _file.Report(NormDiagnostics.LookBackFrom, scalar.Span, scalar.Text);
            return null;
        }

        if (!norm.IsDamaged)
        {
            _file.Report(NormDiagnostics.LookBackMissing, norm.KeyOf(Keywords.OnlyAfter)!.Span);
        }

        return null;
    }

    // What may come after the act would let it pass without what it needs.
    private static bool IsBeforeAct(Anchor anchor) => anchor switch
    {
        StartOfDay { Day: FrameDay { PlusDays: 0 } } => true,
        ShiftStart { Shift: ShiftChoice.This or ShiftChoice.Previous or ShiftChoice.OwnPrevious } => true,
        Offset { Before: true } offset => IsBeforeAct(offset.Base),
        _ => false,
    };

    private WindowEnd? ReadOpening(KeyedNode norm)
    {
        if (Single(norm, Keywords.From, Keywords.After, Keywords.Over) is not { } word)
        {
            return new WindowEnd(new FrameStart(), true);
        }

        return word == Keywords.Over ? ReadSpan(norm)
            : Anchor(norm, word) is { } anchor ? new WindowEnd(anchor, word == Keywords.From)
            : null;
    }

    // over: last 4 weeks
    private WindowEnd? ReadSpan(KeyedNode norm) => RollingSpan.Read(norm, _file) switch
    {
        null => null,
        var (count, unit) when frame.IsPeriod() && frame.Word() != unit || !frame.IsPeriod() && frame != FrameKind.Unknown => Mismatch(norm, unit),
        (1, _) => new WindowEnd(new FrameStart(), true),
        var (count, _) => new WindowEnd(new EarlierPeriod(count - 1), true),
    };

    private WindowEnd? Mismatch(KeyedNode norm, Keyword unit)
    {
        _file.Report(NormDiagnostics.OverOtherUnit, norm[Keywords.Over]!.Span, unit.Text);
        return null;
    }

    private WindowEnd? ReadClosing(KeyedNode norm)
    {
        if (Single(norm, Keywords.Due, Keywords.Before, Keywords.Within, Keywords.To) is not { } word)
        {
            if (frame.IsPeriod())
            {
                return Window.WholeFrame.Closes;
            }

            if (frame != FrameKind.Unknown && !norm.IsDamaged)
            {
                _file.Report(NormDiagnostics.DeadlineMissing, norm.Span);
            }

            return null;
        }

        if (word == Keywords.Within)
        {
            if (!frame.BeginsWithinDay())
            {
                _file.Report(NormDiagnostics.WithinNeedsEvent, norm.KeyOf(word)!.Span);
            }

            return WithinDays(norm) is var (isDays, end) && isDays ? end
                : Within(norm, DayMeaning.Refused) is { } elapsed ? new WindowEnd(new Offset(new FrameStart(), elapsed), true)
                : null;
        }

        return Anchor(norm, word) is { } anchor ? new WindowEnd(anchor, word != Keywords.Before && !EndsWithDay(anchor)) : null;
    }

    // The first instant of the next day is no longer in time.
    internal static bool EndsWithDay(Anchor anchor) => anchor switch
    {
        EarlierOf both => EndsWithDay(both.First) && EndsWithDay(both.Second),
        LaterOf both => EndsWithDay(both.First) && EndsWithDay(both.Second),
        _ => anchor is EndOfDay,
    };

    // "3 working days", "1 month, or the last day": until the end of that day. The end is null where something is wrong, which was reported.
    private (bool IsDays, WindowEnd? End) WithinDays(KeyedNode norm)
    {
        if (norm[Keywords.Within] is not YamlScalar { IsFaulty: false } scalar)
        {
            return (false, null);
        }

        var phrase = new Phrase(scalar);
        int start = phrase.Position;
        if (phrase.TakeWhole() is not { } number)
        {
            return (false, null);
        }

        int unit = phrase.Position;
        var kind = phrase.TakeDayClass();
        if (kind is null && !phrase.Take(Keywords.Month))
        {
            return (false, null);
        }

        var rest = phrase.SpanFrom(unit);
        if (new Phrase(phrase.Rest, phrase.RestSpan) is var second && Durations.StartsIn(second) || phrase.TakeDayClass() is not null)
        {
            _file.Report(ValueDiagnostics.DaysAndHours, scalar.Span, scalar.Text, phrase.TextFrom(start));
            return (true, null);
        }

        if (number is < 1 or > 366)
        {
            _file.Report(NormDiagnostics.CountOfDays, phrase.SpanFrom(start), phrase.TextFrom(start));
            return (true, null);
        }

        if (kind is { } days)
        {
            scope.NeedClass(days, rest);
            return (true, End(new CountedDays(new FrameDay(), number, days, false), phrase));
        }

        int after = phrase.Position;
        phrase.TakeSign(",");
        MissingDay? missing = phrase.Take(Keywords.OrTheLastDay) ? MissingDay.LastDay : phrase.Take(Keywords.IfThereIsOne) ? MissingDay.NotOwed : null;
        if (missing is null)
        {
            phrase.Return(after);
            string written = phrase.TextFrom(start);
            Keyword[] answers = [Keywords.OrTheLastDay, Keywords.IfThereIsOne];
            var comma = _file.Language == Language.Chinese ? "，" : ", ";
            _file.ReportOffers(ValueDiagnostics.MonthLaterMayBeMissing, phrase.SpanFrom(start), answers.Select(a => written + comma + a.In(_file.Language)), written);
            return (true, null);
        }

        return (true, End(new MonthsLater(new FrameDay(), number, missing.Value), phrase));
    }

    private WindowEnd? End(Day day, Phrase phrase)
    {
        if (phrase.AtEnd)
        {
            return new WindowEnd(new EndOfDay(day), false);
        }

        _file.Report(ValueDiagnostics.NotUnderstood, phrase.RestSpan, phrase.Rest);
        return null;
    }

    // 24 hours, or until the next day is over.
    private void ReportOneDay(YamlScalar key, YamlScalar scalar)
    {
        var (length, due) = _file.Language == Language.Chinese ? ("24 小时", $"{Keywords.Due.Zh}: {Keywords.EndOfNextDay.Zh}") : ("24 h", $"{Keywords.Due.En}: {Keywords.EndOfNextDay.En}");
        var whole = key.Span with { EndLine = scalar.Span.EndLine, EndColumn = scalar.Span.EndColumn };
        _file.Bag.Add(ValueDiagnostics.CalendarUnit.At(scalar.Span, scalar.Text) with { Offers = [new TextEdit(scalar.Span, length), new TextEdit(whole, due)] });
    }

    private static bool OneDay(Phrase phrase)
    {
        int start = phrase.Position;
        bool found = phrase.TakeNumber(out decimal number) && number == 1 && phrase.Take(Keywords.Day) && phrase.AtEnd;
        phrase.Return(start);
        return found;
    }

    private Term<NodaTime.Duration>? Within(KeyedNode norm, DayMeaning days)
    {
        if (_file.Scalar(norm[Keywords.Within], norm.KeyOf(Keywords.Within)!.Span) is not { } scalar)
        {
            return null;
        }

        var phrase = new Phrase(scalar);
        if (days == DayMeaning.Refused && OneDay(phrase))
        {
            ReportOneDay(norm.KeyOf(Keywords.Within)!, scalar);
            return null;
        }

        var elapsed = scope.Terms.Duration(phrase, days);
        if (elapsed is not null && !phrase.AtEnd)
        {
            _file.Report(ValueDiagnostics.NotUnderstood, phrase.RestSpan, phrase.Rest);
        }

        return elapsed;
    }

    private Anchor? Anchor(KeyedNode norm, Keyword word)
    {
        var key = norm.KeyOf(word)!;
        if (norm[word] is YamlMapping first)
        {
            return First(first, word, key);
        }

        if (_file.Scalar(norm[word], key.Span) is not { } scalar)
        {
            return null;
        }

        if (word == Keywords.To && scope.Vocabulary.FindRole(scalar.Text.Trim()) is not null)
        {
            _file.ReportEdit(WindowDiagnostics.ToIsAddressee, key.Span, Keywords.Addressee.In(_file.Language), scalar.Text);
            return null;
        }

        var phrase = new Phrase(scalar);
        if ((word == Keywords.Due || word == Keywords.Before) && ((Durations.StartsIn(phrase) && !DayReader.IsCounted(phrase)) || scope.Terms.NamesLength(phrase)) && !AnchorReader.IsChoice(scalar))
        {
            _file.ReportEdit(NormDiagnostics.DueIsDuration, key.Span, Keywords.Within.In(_file.Language), word.Text, scalar.Text);
            return null;
        }

        return new AnchorReader(scope, frame, trigger).Read(scalar);
    }

    private FirstEvent? First(YamlMapping node, Keyword word, YamlScalar key)
    {
        var reader = new FirstEventReader(scope, frame, trigger, context, forEach);
        if (word == Keywords.From)
        {
            return reader.Opening(node);
        }

        if (word == Keywords.Due || word == Keywords.To)
        {
            return reader.End(node);
        }

        _file.Report(WindowDiagnostics.FirstUnderDueOrFrom, key.Span, word.Text);
        return null;
    }

    // The one of these keys that is there; a second one is reported.
    private Keyword? Single(KeyedNode norm, params Keyword[] words)
    {
        var found = words.Where(norm.Has).ToList();
        foreach (var second in found.Skip(1))
        {
            _file.Report(KeyDiagnostics.KeysDoNotGoTogether, norm.KeyOf(second)!.Span, second.Text, found[0].Text);
        }

        return found.FirstOrDefault();
    }
}
