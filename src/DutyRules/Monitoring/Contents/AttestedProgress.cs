using DutyRules.Monitoring.Planning;
using DutyRules.Monitoring.Records;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Monitoring.Contents;

/// <summary>Somebody says whether the duty was kept (rule C19). Of several who say it in one step, the one who says that it was, then the one who leaves it open.</summary>
internal sealed class AttestedProgress(AttestedContent content, ResolvedWindow window) : Progress(window)
{
    private Place? _firstStep;
    private bool _isOpen;

    public override Decision? OnEvent(SeenEvent seen)
    {
        if (_firstStep is { } first && first != seen.Item.Place)
        {
            return null;
        }

        var isFirst = _firstStep is null;
        _firstStep = seen.Item.Place;
        var decision = Decision.At(seen.Item.Time, VerdictStatus.Fulfilled, ReasonCode.AttestedKept) with { Event = seen.Item, Evidence = [seen.Item] };
        if (!seen.Sure || seen.Item.Record[content.Kept] is not { } kept)
        {
            (var wasOpen, _isOpen) = (_isOpen, true);
            return wasOpen ? null : decision.Undetermined();
        }

        return kept.AsTruth ? decision
            : isFirst ? decision with { Status = VerdictStatus.Breached, Reason = ReasonCode.AttestedBroken }
            : null;
    }

    public override Decision OnClose() => new(VerdictStatus.Undetermined, ReasonCode.NotAttested, Window.Due, Window.Close);

    public override Progress Clone() => new AttestedProgress(content, Window) { _firstStep = _firstStep, _isOpen = _isOpen };
}
