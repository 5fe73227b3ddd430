using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>{ first: customer-served, at latest: shift end, if it never comes: not owed }</c>.</summary>
internal sealed class FirstEventReader(NormScope scope, FrameKind frame, NamedEvent? trigger, ExpressionContext context, ThingSet? forEach)
{
    private static readonly ImmutableArray<Keyword> OpeningKeys = [Keywords.First, Keywords.Where, Keywords.Same];

    private static readonly ImmutableArray<Keyword> EndKeys = [.. OpeningKeys, Keywords.AtLatest, Keywords.IfItNeverComes];

    private readonly FileScope _file = scope.File;

    /// <summary>The beginning of a window; null, and reported, when something is wrong with it.</summary>
    public FirstEvent? Opening(YamlMapping node) => First(KeyedNode.Read(node, OpeningKeys, _file, node.Span));

    /// <summary>The end of a window; null, and reported, when something is wrong with it.</summary>
    public FirstEvent? End(YamlMapping node)
    {
        var keyed = KeyedNode.Read(node, EndKeys, _file, node.Span);
        var first = First(keyed);
        var backstop = Backstop(keyed);
        bool? stillOwed = StillOwed(keyed);
        return first is null || backstop is null || stillOwed is null ? null : first with { Backstop = backstop, StillOwed = stillOwed.Value };
    }

    private FirstEvent? First(KeyedNode keyed)
    {
        if (_file.Scalar(keyed.Need(Keywords.First, _file), keyed.Span) is not { } scalar || scope.Patterns.Event(scalar, aliasAllowed: true) is not { } named)
        {
            return null;
        }

        var tested = scope.Judging(context) with { Tested = named.Type, TestedAlias = named.Alias };
        var where = keyed.KeyOf(Keywords.Where) is { } key ? Conditions.Bind(keyed[Keywords.Where], key.Span, tested, _file) : null;
        return new FirstEvent(new EventPattern(named.Type, where, named.Span)) { Same = new SameReader(_file, trigger, forEach).Read(keyed, named.Type) };
    }

    private WindowEnd? Backstop(KeyedNode keyed)
    {
        if (keyed.KeyOf(Keywords.AtLatest) is not { } key)
        {
            if (frame.IsPeriod())
            {
                return Window.WholeFrame.Closes;
            }

            if (!keyed.IsDamaged)
            {
                _file.Report(WindowDiagnostics.AtLatestMissing, keyed.Span);
            }

            return null;
        }

        return _file.Scalar(keyed[Keywords.AtLatest], key.Span) is { } scalar && new AnchorReader(scope, frame, trigger).Read(scalar) is { } anchor
            ? new WindowEnd(anchor, !WindowBinder.EndsWithDay(anchor))
            : null;
    }

    private bool? StillOwed(KeyedNode keyed)
    {
        if (keyed.KeyOf(Keywords.IfItNeverComes) is not { } key)
        {
            if (!keyed.IsDamaged)
            {
                _file.Report(WindowDiagnostics.NeverComesMissing, keyed.Span);
            }

            return null;
        }

        if (_file.Scalar(keyed[Keywords.IfItNeverComes], key.Span) is not { } scalar)
        {
            return null;
        }

        if (scalar.Is(Keywords.StillOwed))
        {
            return true;
        }

        if (scalar.Is(Keywords.NotOwed))
        {
            return false;
        }

        _file.Report(WindowDiagnostics.NeverComesWhat, scalar.Span, scalar.Text);
        return null;
    }
}
