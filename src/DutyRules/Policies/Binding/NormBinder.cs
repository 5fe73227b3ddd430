using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using DutyRules.Verdicts;

namespace DutyRules.Policies.Binding;

/// <summary>Reads one norm and its follow-ups.</summary>
internal sealed class NormBinder(NormScope scope, ImmutableArray<Norm>.Builder norms)
{
    private readonly FileScope _file = scope.File;

    public void Bind(string id, YamlScalar key, YamlNode node)
    {
        var norm = KeyedNode.Read(node, NormKeys.Norm, _file, key.Span);
        var frameWord = SingleOf(norm, NormKeys.Frames);
        var content = SingleOf(norm, NormKeys.Contents) ?? (frameWord == Keywords.When && norm.Has(Keywords.Addressee) ? Keywords.Addressee : null);
        ReportMissing(norm, frameWord, content);
        bool forbidsAct = frameWord is null && content == Keywords.MustNot;
        var opening = frameWord == Keywords.When ? new FrameBinder(scope).Opening(norm)
            : forbidsAct ? Opening.None with { Trigger = ActOf(norm) }
            : Opening.None;
        var head = new Head(id, key.Span, norm, frameWord, content, opening);
        if (opening is { Trigger: null, Outcome: null } && (forbidsAct || frameWord == Keywords.When))
        {
            BindAside(head);
        }
        else
        {
            BindBody(head);
        }
    }

    // Where the opening event is not known, nothing that may name it is found fault with.
    private void BindAside(Head head)
    {
        var aside = new FileScope(_file.Source);
        new NormBinder(new NormScope(aside, scope.Ground, scope.Header), norms).BindBody(head);
        string[] unfounded = [NameDiagnostics.UnknownAlias.Id, NormDiagnostics.SameNeedsTrigger.Id, PartyDiagnostics.PersonNeedsEvent.Id, .. ExpressionDiagnostics.All.Select(d => d.Id)];
        _file.Bag.AddRange(aside.Bag.Items.Where(d => !unfounded.Contains(d.Id)));
    }

    private void BindBody(Head head)
    {
        var (id, span, norm, frameWord, content, opening) = head;
        var trigger = opening.Trigger;
        var frames = new FrameBinder(scope);
        bool isAct = content is not null && (NormKeys.Gates.Contains(content) || (frameWord is null && content == Keywords.MustNot));
        var who = Who(norm, trigger, isAct ? new AnyoneParty() : null, content, isAct);
        var things = new ForEachReader(scope);
        var forEach = things.Read(norm, frameWord, who);
        var context = scope.ContextOf(trigger, who, forEach);
        Frame? frame = null;
        var kind = FrameKind.Unknown;
        if (frameWord == Keywords.Every && frames.Every(norm, who) is { } every)
        {
            (frame, kind) = every;
        }
        else if (frameWord == Keywords.When && opening.Outcome is { } outcome)
        {
            (frame, kind) = (frames.Outcome(norm, outcome, opening, context), FrameKind.Outcome);
        }
        else if (frameWord == Keywords.When && trigger is not null)
        {
            (frame, kind) = (frames.When(norm, trigger, opening, context), FrameKind.Event);
        }
        else if (frameWord == Keywords.While)
        {
            bool isObligation = content is not null && NormKeys.Owed.Contains(content);
            (frame, kind) = (frames.Spell(norm, Keywords.While, who, context, isObligation), FrameKind.Spell);
        }

        things.Check(norm, frame);
        var draft = new Draft(id, span, norm, who, trigger, context, kind, frame, new ForceReader(scope).Read(norm), JudgedOn(norm), Traits(norm, scope.Header.Traits)) { ForEach = forEach };
        Finish(draft, content, frameWord, LocalizedText.Same(id));
    }

    private void BindFollowUp(YamlNode node, Draft parent, LocalizedText parentTitle)
    {
        var place = parent.Keys.KeyOf(Keywords.Otherwise)!.Span;
        var norm = KeyedNode.Read(node, NormKeys.FollowUp, _file, place);
        string id = (norm.KeyOf(Keywords.Id) is { } key ? _file.Text(norm[Keywords.Id], key.Span) : null) ?? $"{parent.Id}.otherwise";
        var content = SingleOf(norm, NormKeys.Contents);
        if (content is null && !norm.IsDamaged)
        {
            _file.Report(NormDiagnostics.ContentMissing, place);
        }

        // Whoever did a forbidden act is nobody in particular when it comes to making it good.
        var who = Who(norm, parent.Trigger, parent.Who is AnyoneParty ? null : parent.Who, content, isAct: false);
        var pattern = parent.Frame switch
        {
            WhenFrame frame => frame.Trigger,
            OutcomeFrame frame => frame.Trigger,
            _ => null,
        };
        var draft = new Draft(
            id, place, norm, who, parent.Trigger, scope.ContextOf(parent.Trigger, who), FrameKind.Outcome,
            new OutcomeFrame(parent.Id, VerdictStatus.Breached, pattern), parent.Force, parent.JudgedOn, Traits(norm, parent.Traits));
        Finish(draft, content, Keywords.Otherwise, new LocalizedText($"{parentTitle.En}: otherwise", $"{parentTitle.Zh}：未履行则"));
    }

    private void Finish(Draft draft, Keyword? content, Keyword? frameWord, LocalizedText usualTitle)
    {
        var norm = draft.Keys;
        if (content is not null)
        {
            var kind = NormKeys.KindOf(content, norm);
            foreach (var misfit in NormKeys.MisfitsOf(content, kind, frameWord).Where(norm.Has))
            {
                var other = NormKeys.OfFrames.Contains(misfit) ? frameWord ?? content : kind;
                _file.Report(KeyDiagnostics.KeysDoNotGoTogether, norm.KeyOf(misfit)!.Span, misfit.Text, other.Text);
            }
        }

        var title = norm.KeyOf(Keywords.Title) is { } titleKey ? _file.Localized(norm[Keywords.Title], titleKey.Span) : null;
        var parts = content is null ? null : new NormContent(scope, draft).Read(content, frameWord);
        var consequences = Consequences(norm);
        var exceptions = new ExceptionReader(scope, draft.Context).Read(norm, parts);
        var liable = new LiabilityReader(scope, draft.Trigger, draft.Context).Read(norm);
        if (parts is not null && draft.Who is { } who)
        {
            var bound = new Norm
            {
                Id = draft.Id,
                Policy = scope.Header.Name,
                Revision = scope.Header.Revision,
                Title = title ?? usualTitle,
                Parties = new Parties(who, parts.DoneBy) { Liable = liable },
                ForEach = draft.ForEach,
                Modality = parts.Modality,
                Frame = parts.Frame,
                Window = parts.Window,
                Content = parts.Content,
                Exceptions = exceptions,
                Consequences = consequences,
                At = draft.Traits.At,
                Severity = draft.Traits.Severity,
                Tags = draft.Traits.Tags,
                Figures = scope.Vocabulary.Parameters,
                Cites = Cites(norm),
                Reading = norm.KeyOf(Keywords.Reading) is { } key ? _file.Localized(norm[Keywords.Reading], key.Span) : null,
                InForceFrom = draft.Force.From,
                InForceTo = draft.Force.To,
                JudgedOn = draft.JudgedOn,
                Span = draft.Span,
            };
            norms.Add(bound);
            if (AttestingDuty.Of(bound) is { } attesting)
            {
                norms.Add(attesting);
            }
        }

        if (norm.Has(Keywords.Otherwise))
        {
            BindFollowUp(norm[Keywords.Otherwise]!, draft, title ?? usualTitle);
        }
    }

    private Party? Who(KeyedNode norm, NamedEvent? trigger, Party? usual, Keyword? content, bool isAct)
    {
        if (norm.KeyOf(Keywords.Who) is not { } key)
        {
            if (usual is null && !norm.IsDamaged)
            {
                _file.Report(NormDiagnostics.WhoMissing, norm.Span);
            }

            return usual;
        }

        var who = new PartyBinder(scope, trigger).Who(norm[Keywords.Who], key.Span);
        var place = norm[Keywords.Who]!.Span;
        if (who is AnyoneParty && !isAct && content is not null)
        {
            _file.Report(NormDiagnostics.AnyoneOwesNothing, place);
        }
        else if (who is PersonParty { Moving: true } && isAct)
        {
            _file.Report(PartyDiagnostics.MovingAct, place);
        }
        else if (who is TogetherParty && isAct)
        {
            _file.Report(PartyDiagnostics.TogetherNeedsMust, place);
        }

        return who;
    }

    // For a prohibition without a frame the act is what opens an instance.
    private NamedEvent? ActOf(KeyedNode norm) =>
        norm[Keywords.MustNot] is YamlScalar { Text.Length: > 0, IsFaulty: false } scalar
            ? new PatternBinder(new FileScope(_file.Source), scope.Vocabulary.Events) { Outcomes = scope.Ground.Outcomes }.Event(scalar, aliasAllowed: true)
            : null;

    private Keyword? SingleOf(KeyedNode norm, ImmutableArray<Keyword> words)
    {
        var found = words.Where(norm.Has).OrderBy(w => norm.KeyOf(w)!.Span.Line).ThenBy(w => norm.KeyOf(w)!.Span.Column).ToList();
        foreach (var second in found.Skip(1))
        {
            _file.Report(KeyDiagnostics.KeysDoNotGoTogether, norm.KeyOf(second)!.Span, second.Text, found[0].Text);
        }

        return found.FirstOrDefault();
    }

    private void ReportMissing(KeyedNode norm, Keyword? frame, Keyword? content)
    {
        if (norm.IsDamaged)
        {
            return;
        }

        if (content is null)
        {
            _file.Report(NormDiagnostics.ContentMissing, norm.Span);
        }
        else if (NormKeys.Gates.Contains(content) && frame != Keywords.When)
        {
            _file.Report(NormDiagnostics.GateNeedsWhen, norm.KeyOf(content)!.Span, content.Text);
        }
        else if (frame is null && content != Keywords.MustNot && content != Keywords.MustNotBe)
        {
            _file.Report(NormDiagnostics.FrameMissing, norm.Span);
        }
    }

    private Consequences Consequences(KeyedNode norm)
    {
        Term<long>? points = 0L;
        if (norm.KeyOf(Keywords.Points) is { } key && _file.Scalar(norm[Keywords.Points], key.Span) is { } scalar)
        {
            points = scope.Terms.Alone(scalar, scope.Terms.Count);
        }

        var notify = norm.KeyOf(Keywords.Notify) is { } notifyKey
            ? new PartyBinder(scope, null).Roles(norm[Keywords.Notify], notifyKey.Span)
            : [];
        return new Consequences(points ?? 0L, notify);
    }

    // judged on: plan, judged on: [plan, actual]
    private Timelines? JudgedOn(KeyedNode norm)
    {
        if (norm.KeyOf(Keywords.JudgedOn) is not { } key)
        {
            return null;
        }

        Timelines on = 0;
        foreach (var word in _file.Words(norm[Keywords.JudgedOn], key.Span))
        {
            var phrase = new Phrase(word.Text, word.Span);
            if ((phrase.Take(Keywords.Plan) ? Timelines.Plan : phrase.Take(Keywords.Actual) ? Timelines.Actual : 0) is var timeline && (timeline == 0 || !phrase.AtEnd))
            {
                _file.Report(NormDiagnostics.JudgedOnWhat, word.Span, word.Text);
                continue;
            }

            on |= timeline;
        }

        if (on.HasFlag(Timelines.Plan) && scope.Vocabulary.Shifts is null)
        {
            _file.Report(NormDiagnostics.ShiftsNeeded, norm[Keywords.JudgedOn]!.Span);
        }

        return on == 0 ? null : on;
    }

    private NormTraits Traits(KeyedNode norm, NormTraits usual) => new TraitReader(_file, scope.Vocabulary).Read(norm, usual);

    private ImmutableArray<string> Cites(KeyedNode norm) =>
        norm.KeyOf(Keywords.Cites) is { } key ? [.. _file.Words(norm[Keywords.Cites], key.Span).Select(w => w.Text)] : [];

    /// <summary>What the keys of a norm say it is.</summary>
    private sealed record Head(string Id, SourceSpan Span, KeyedNode Keys, Keyword? Frame, Keyword? Content, Opening Opening);

    /// <summary>What is known of a norm before its content is read.</summary>
    internal sealed record Draft(
        string Id, SourceSpan Span, KeyedNode Keys, Party? Who, NamedEvent? Trigger, ExpressionContext Context, FrameKind Kind, Frame? Frame, Force Force,
        Timelines? JudgedOn, NormTraits Traits)
    {
        public ThingSet? ForEach { get; init; }
    }
}
