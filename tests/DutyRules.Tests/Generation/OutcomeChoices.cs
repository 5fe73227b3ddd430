using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Verdicts;
using NodaTime;

namespace DutyRules.Tests.Generation;

/// <summary>Makes events of the verdicts of norms (D2), and states that follow from them.</summary>
internal sealed class OutcomeChoices(Choices choices)
{
    private static readonly FieldType Status = FieldType.Choice(Enum.GetValues<VerdictStatus>().Select(status => status.Name()));

    /// <summary>The outcomes of one or two norms.</summary>
    public ImmutableArray<OutcomesOf> Of(IReadOnlyList<Norm> norms) =>
        [.. choices.Shuffle(norms.Select(norm => norm.Id).Distinct()).Take(choices.Between(1, 2)).Select(id => Declare(norms.Last(norm => norm.Id == id)))];

    public ImmutableArray<StateDefinition> StatesOf(ImmutableArray<OutcomesOf> outcomes)
    {
        var of = outcomes.Select(o => o.Type).ToList();
        EventPattern Some(params VerdictStatus[] statuses)
        {
            var type = choices.Pick(of);
            return new EventPattern(type, AnyOf(type, statuses));
        }

        ImmutableArray<string> ofPerson = choices.Chance(30) ? ["person"] : [];
        CountState breaches = new()
        {
            Name = "breaches", Title = LocalizedText.Same("breaches"), Of = ofPerson, Initially = Value.Integer(0), Up = [.. of.Select(type => new EventPattern(type, AnyOf(type, VerdictStatus.Breached)))],
        };
        return
        [
            choices.Below(4) switch
            {
                0 => breaches with { Over = Duration.FromHours(1) },
                1 => breaches with { Per = new CalendarUnit(PeriodKind.Day) },
                _ => breaches,
            },
            new SwitchState
            {
                Name = "in-breach", Title = LocalizedText.Same("in breach"), Initially = Value.Truth(false),
                On = [Some(VerdictStatus.Breached, VerdictStatus.Undetermined)], Off = [Some(VerdictStatus.Fulfilled, VerdictStatus.Void)],
                OnFor = choices.Chance(30) ? Duration.FromMinutes(5) : null,
            },
            new LatestState { Name = "last-status", Title = LocalizedText.Same("last status"), Samples = [.. of.Select(type => new SampleSource(new(type), type.FindField(OutcomesOf.StatusField)))] },
        ];
    }

    /// <summary>The outcome of a norm has the fields of its trigger.</summary>
    private static OutcomesOf Declare(Norm norm)
    {
        (string Name, FieldType Type)[] own = [("site", FieldType.Site), ("person", FieldType.Person), (OutcomesOf.StatusField, Status)];
        var ofTrigger = (norm.Trigger?.Type.Fields ?? []).Select(field => (field.Name, field.Type)).Where(field => own.All(o => o.Name != field.Name));
        return new OutcomesOf
        {
            NormId = norm.Id,
            Type = new EventType
            {
                Name = $"{norm.Id}-decided",
                Title = LocalizedText.Same(norm.Id),
                Origin = EventOrigin.Outcome,
                Fields = [.. own.Concat(ofTrigger).Select((field, i) => new Field(field.Item1, field.Item2, i))],
            },
        };
    }

    private static Expression AnyOf(EventType type, params VerdictStatus[] statuses) => statuses
        .Select(status => (Expression)new BinaryExpression(
            BinaryOperator.Equal, new FieldExpression(EventRole.Tested, type.FindField(OutcomesOf.StatusField)!, SourceSpan.None),
            new LiteralExpression(Value.Choice(status.Name()), Status, SourceSpan.None), FieldType.Truth, SourceSpan.None))
        .Aggregate((left, right) => new BinaryExpression(BinaryOperator.Or, left, right, FieldType.Truth, SourceSpan.None));
}
