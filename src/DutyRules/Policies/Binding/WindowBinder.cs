using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>due</c>, <c>before</c>, <c>within</c>, <c>from</c>, <c>to</c> and <c>after</c>.</summary>
internal sealed class WindowBinder(NormScope scope, FrameKind frame)
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
            if (_file.Scalar(norm[Keywords.From], from.Span) is not { } scalar)
            {
                return null;
            }

            if (new Phrase(scalar) is var phrase && phrase.Take(Keywords.StartOfDay) && phrase.AtEnd)
            {
                return new Window(new WindowEnd(new StartOfDay(new FrameDay()), true), act);
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

    private WindowEnd? ReadOpening(KeyedNode norm)
    {
        if (Single(norm, Keywords.From, Keywords.After) is not { } word)
        {
            return new WindowEnd(new FrameStart(), true);
        }

        return Anchor(norm, word) is { } anchor ? new WindowEnd(anchor, word == Keywords.From) : null;
    }

    private WindowEnd? ReadClosing(KeyedNode norm)
    {
        if (Single(norm, Keywords.Due, Keywords.Before, Keywords.Within, Keywords.To) is not { } word)
        {
            if (frame is FrameKind.Day or FrameKind.Week or FrameKind.Month)
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
            if (frame is FrameKind.Day or FrameKind.Week or FrameKind.Month)
            {
                _file.Report(NormDiagnostics.WithinNeedsEvent, norm.KeyOf(word)!.Span);
            }

            return Within(norm, DayMeaning.Refused) is { } elapsed ? new WindowEnd(new Offset(new FrameStart(), elapsed), true) : null;
        }

        return Anchor(norm, word) is { } anchor ? new WindowEnd(anchor, word != Keywords.Before && anchor is not EndOfDay) : null;
    }

    private Term<NodaTime.Duration>? Within(KeyedNode norm, DayMeaning days)
    {
        if (_file.Scalar(norm[Keywords.Within], norm.KeyOf(Keywords.Within)!.Span) is not { } scalar)
        {
            return null;
        }

        var phrase = new Phrase(scalar);
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
        if (_file.Scalar(norm[word], key.Span) is not { } scalar)
        {
            return null;
        }

        if (word == Keywords.To && scope.Vocabulary.FindRole(scalar.Text.Trim()) is not null)
        {
            _file.Report(KeyDiagnostics.WordNotSupportedYet, key.Span, Keywords.Addressee.Text);
            return null;
        }

        var phrase = new Phrase(scalar);
        if ((word == Keywords.Due || word == Keywords.Before) && Durations.StartsIn(phrase))
        {
            _file.ReportEdit(NormDiagnostics.DueIsDuration, key.Span, Keywords.Within.In(_file.Language), word.Text, scalar.Text);
            return null;
        }

        return new AnchorReader(scope, frame).Read(scalar);
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
