using DutyRules.Diagnostics;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Reading;

namespace DutyRules.Policies.Binding;

/// <summary>The parts of a norm that depend on what kind of duty it is.</summary>
internal sealed record NormParts(Modality Modality, Frame Frame, Window Window, Content Content, Party? DoneBy);

/// <summary>Reads content and window together: each kind of duty has its own.</summary>
internal sealed class NormContent(NormScope scope, NormBinder.Draft draft)
{
    private readonly ContentBinder _contents = new(scope, draft.Trigger, draft.Context, draft.ForEach);
    private readonly WindowBinder _windows = new(scope, draft.Kind, draft.Trigger, draft.Context, draft.ForEach);
    private readonly KeyedNode _norm = draft.Keys;

    /// <summary>The parts; null when one of them is missing, which was reported.</summary>
    public NormParts? Read(Keyword content, Keyword? frame) => content.En switch
    {
        "must" => Parts(Modality.Must, _contents.Obligation(_norm, Keywords.Must), _windows.Read(_norm), DoneBy()),
        "must not" when frame is null => ForbiddenAct(),
        "must not" when frame == Keywords.While => ForbiddenWhile(),
        "must not" => Parts(Modality.MustNot, _contents.Prohibition(_norm), _windows.Read(_norm), DoneBy()),
        "must stay" => Parts(Modality.Must, _contents.Stay(_norm), _windows.Read(_norm)),
        "must be" => Parts(Modality.Must, _contents.Meet(_norm), _windows.Read(_norm)),
        "measure" => Parts(Modality.Must, new MeasureReader(scope, _contents, draft.Context).Read(_norm), _windows.Read(_norm), DoneBy()),
        "attested by" => Parts(Modality.Must, Attested(), _windows.Read(_norm)),
        "must total" => Parts(Modality.Must, _contents.Total(_norm), _windows.Read(_norm)),
        "must not be" => ForbiddenSpell(frame),
        "only after" => Gate(_contents.Obligation(_norm, Keywords.OnlyAfter), _windows.ReadLookBack(_norm), DoneBy() ?? new AnyoneParty()),
        "addressed to" => Gate(Told(), Window.Moment),
        "only if" => Gate(_contents.Condition(_norm, Keywords.OnlyIf) is { } condition ? new ConditionContent(condition) : null, Window.Moment),
        _ => Gate(Actor(), Window.Moment),
    };

    private NormParts? Parts(Modality modality, Content? content, Window? window, Party? doneBy = null)
    {
        var counted = content is null ? [] : content.Patterns().Select(p => p.Type).Take(content is CompositeContent ? int.MaxValue : 1).ToList();
        if (doneBy is not (null or AnyoneParty) && counted.Count > 0 && counted.TrueForAll(t => t.Actor is null))
        {
            scope.File.Report(PartyDiagnostics.NobodyDoes, _norm.KeyOf(Keywords.DoneBy)!.Span, counted[0].Name);
        }

        if (content is CountContent { Once: true } && draft.Frame is EveryFrame { Period: ShiftPeriod })
        {
            scope.File.Report(ContentDiagnostics.OneForOneShift, _norm.KeyOf(Keywords.OneForOne)!.Span);
        }

        if (content is CountContent { Once: true } && window?.FirstEvents().Any() == true)
        {
            scope.File.Report(ContentDiagnostics.OneForOneFirst, _norm.KeyOf(Keywords.OneForOne)!.Span);
        }

        CheckTogether(modality, content);
        CheckFirstEvents(modality, content, window);
        return content is null || window is null || draft.Frame is null ? null : new NormParts(modality, draft.Frame, window, content, doneBy);
    }

    // What each of several people has to do is a number of events, at least.
    private void CheckTogether(Modality modality, Content? content)
    {
        if (draft.Who is TogetherParty && (modality == Modality.MustNot || content is not (null or CountContent { Times.Upper: null, Once: false })))
        {
            scope.File.Report(PartyDiagnostics.TogetherNeedsMust, _norm.KeyOf(Keywords.Who)?.Span ?? _norm.Span);
        }
    }

    private void CheckFirstEvents(Modality modality, Content? content, Window? window)
    {
        if (content is null || window is not { Closes.Anchor: FirstEvent })
        {
            return;
        }

        var place = (_norm.KeyOf(Keywords.Due) ?? _norm.KeyOf(Keywords.To))!.Span;
        if (modality != Modality.Must || !content.Counts(measures: true))
        {
            scope.File.Report(WindowDiagnostics.FirstEndsCounts, place);
        }
    }

    // What came before an act was done by whoever had to: only `done by`, or `same: person`, says who.
    private NormParts? Gate(Content? content, Window? window, Party? doneBy = null)
    {
        if (draft.Frame is OutcomeFrame)
        {
            var gate = NormKeys.Gates.First(_norm.Has);
            scope.File.Report(OutcomeDiagnostics.GateNeedsAct, _norm.KeyOf(gate)!.Span, gate.Text);
        }

        return draft.Frame is WhenFrame ? Parts(Modality.Must, content, window, doneBy) : null;
    }

    private NormParts? ForbiddenAct()
    {
        // Read again, now reporting: the first time only its name was asked for.
        var contents = new ContentBinder(scope, draft.Trigger, draft.Context with { Trigger = null, TriggerAlias = null });
        return contents.Pattern(_norm, Keywords.MustNot) is { } act
            ? new NormParts(Modality.MustNot, new WhenFrame(act), Window.Moment, new HappeningContent(), null)
            : null;
    }

    private NormParts? ForbiddenWhile()
    {
        scope.File.Report(NormDiagnostics.MustNotWhile, _norm.KeyOf(Keywords.MustNot)!.Span);
        return null;
    }

    private NormParts? ForbiddenSpell(Keyword? frame)
    {
        if (frame is not null)
        {
            scope.File.Report(
                KeyDiagnostics.KeysDoNotGoTogether, _norm.KeyOf(Keywords.MustNotBe)!.Span, Keywords.MustNotBe.Text, frame.Text);
            return null;
        }

        return new FrameBinder(scope).Spell(_norm, Keywords.MustNotBe, draft.Who, draft.Context, isObligation: false) is { } spell
            ? new NormParts(Modality.MustNot, spell, Window.Moment, new HappeningContent(), null)
            : null;
    }

    // The act itself must be addressed to somebody.
    private ConditionContent? Told() =>
        draft.Trigger is { } act && new AddresseeReader(scope, act).Read(_norm, act.Type, EventRole.Trigger, scope.Judging(draft.Context)) is { } told
            ? new ConditionContent(told)
            : null;

    // Whoever attests would have a duty of the shift's own role.
    private AttestedContent? Attested()
    {
        var content = _contents.Attested(_norm, draft.Id);
        if (content is not { By: { } role } || draft.Frame is not EveryFrame { Period: ShiftPeriod })
        {
            return content;
        }

        scope.File.Report(ContentDiagnostics.AttestedShift, _norm.KeyOf(Keywords.AttestedBy)!.Span, role.Name);
        return null;
    }

    private ActorContent? Actor()
    {
        var key = _norm.KeyOf(Keywords.OnlyBy)!;
        return new PartyBinder(scope, draft.Trigger).Post(_norm[Keywords.OnlyBy], key.Span) is { } role ? new ActorContent(role) : null;
    }

    private Party? DoneBy()
    {
        if (_norm.KeyOf(Keywords.DoneBy) is not { } key)
        {
            return null;
        }

        if (draft.Who is TogetherParty)
        {
            scope.File.Report(KeyDiagnostics.KeysDoNotGoTogether, key.Span, Keywords.DoneBy.Text, Keywords.Together.Text);
        }

        return new PartyBinder(scope, draft.Trigger).Performer(_norm[Keywords.DoneBy], key.Span);
    }
}
