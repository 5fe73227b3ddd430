using System.Collections.Immutable;
using DutyRules.Events;
using DutyRules.Expressions;

namespace DutyRules.Monitoring.Lanes;

/// <summary>Reads fields of the event of a moment, and states under names in its fields.</summary>
internal static class LaneReaders
{
    /// <summary>The value of an expression of one field or state; null if it is not as simple as that.</summary>
    public static Func<LaneMoment, Value?>? OfValues(Expression expression, SiteLanes lanes)
    {
        switch (expression)
        {
            case FieldExpression { Field.Index: var index }:
                return moment => moment.ValueOf(index);
            case StateExpression state when IsOfSite(state, lanes):
                var ofSite = lanes.StateOf(state.State);
                return moment => ofSite.At(moment.SiteIndex, 0, moment.Time);
            case StateExpression state when NameIn(state, lanes) is { } name:
                var cells = lanes.StateOf(state.State);
                return moment => moment.Says(name) ? cells.At(moment.SiteIndex, moment.FindNumber(name), moment.Time) : null;
            default:
                return null;
        }
    }

    /// <summary>The text of an expression of one field or state; null if it is not as simple as that.</summary>
    public static Func<LaneMoment, string?>? OfTexts(Expression expression, SiteLanes lanes)
    {
        if (expression is FieldExpression { Field.Index: var index })
        {
            return moment => moment.TextOf(index);
        }

        return OfValues(expression, lanes) is { } values ? moment => values(moment)?.AsText : null;
    }

    /// <summary>Whether a state is kept by the site alone. Every event of a site names that site.</summary>
    public static bool IsOfSite(StateExpression state, SiteLanes lanes) => state.Key.All(key => IsPartition(key, lanes));

    /// <summary>The field that names the key of a state, beside the partition; null if it is not as simple as that.</summary>
    public static int? NameIn(StateExpression state, SiteLanes lanes) =>
        state.Key.Where(key => !IsPartition(key, lanes)).ToImmutableArray() is [FieldExpression { Field: { Type.Kind: ValueKind.Text, Index: var name } }] ? name : null;

    private static bool IsPartition(Expression key, SiteLanes lanes) =>
        key is FieldExpression { Field.Name: var field } ? field == lanes.PartitionField : key is KeyExpression { Name: var name } && name == lanes.PartitionField;
}
