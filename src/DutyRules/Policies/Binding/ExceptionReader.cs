using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Reading;

namespace DutyRules.Policies.Binding;

/// <summary>Reads what lifts a norm: <c>unless</c>, <c>lapses when</c>, <c>lifted while</c> and <c>pauses while</c>.</summary>
internal sealed class ExceptionReader(NormScope scope, ExpressionContext context)
{
    private readonly FileScope _file = scope.File;

    /// <param name="norm">The norm.</param>
    /// <param name="parts">What it asks for; null: not known, since something is wrong.</param>
    public ImmutableArray<NormException> Read(KeyedNode norm, NormParts? parts)
    {
        if (parts is not null && norm.KeyOf(Keywords.LiftedWhile) is { } lifted && !CanBeLifted(parts))
        {
            _file.Report(WindowDiagnostics.NotLifted, lifted.Span);
        }

        if (parts is not null && norm.KeyOf(Keywords.PausesWhile) is { } pauses)
        {
            CheckPauses(parts, pauses.Span);
        }

        return
        [
            .. Of(norm, Keywords.Unless, scope.Judging(context)).Select(c => new UnlessException(c)),
            .. Of(norm, Keywords.LapsesWhen, context).Select(c => new LapsesException(c)),
            .. Of(norm, Keywords.LiftedWhile, context).Select(c => new LiftedException(c)),
            .. Of(norm, Keywords.PausesWhile, context).Select(c => new PausesException(c)),
        ];
    }

    private ImmutableArray<Expression> Of(KeyedNode norm, Keyword word, ExpressionContext names) =>
        norm.KeyOf(word) is { } key ? Conditions.List(norm[word], key.Span, names, _file) : [];

    private static bool CanBeLifted(NormParts parts) => parts.Modality == Modality.MustNot || parts.Content is StayContent or TotalContent;

    // Only a clock that runs from the beginning for so long can stand still.
    private void CheckPauses(NormParts parts, SourceSpan place)
    {
        if (parts.Frame is EveryFrame || !IsElapsed(parts.Window))
        {
            _file.Report(WindowDiagnostics.PausesNeedWithin, place);
        }
        else if (parts.Modality != Modality.Must || parts.Content is CountContent { Once: true } || !parts.Content.Counts(measures: false))
        {
            _file.Report(WindowDiagnostics.PausesNeedMust, place);
        }
    }

    private static bool IsElapsed(Window window) => window is
    {
        Opens: { Anchor: FrameStart, Inclusive: true },
        Closes: { Anchor: Norms.Offset { Base: FrameStart, Before: false }, Inclusive: true },
    };
}
