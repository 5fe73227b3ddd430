using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Policies.Reading;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>for each</c>: the things of a set, each with a duty of its own.</summary>
internal sealed class ForEachReader(NormScope scope)
{
    private readonly FileScope _file = scope.File;

    /// <summary>The set; null when none is named or, reported, there is no such set.</summary>
    public ThingSet? Read(KeyedNode norm, Keyword? frame, Party? who)
    {
        if (norm.KeyOf(Keywords.ForEach) is not { } key || _file.Scalar(norm[Keywords.ForEach], key.Span) is not { } scalar)
        {
            return null;
        }

        if (frame is not null && frame != Keywords.Every || who is EachParty { Role.SeenIn: not null })
        {
            _file.Report(WindowDiagnostics.ForEachNeedsEvery, key.Span);
        }

        return _file.FindDeclared(scope.Vocabulary.Sets, s => s.Name, scalar.Text.Trim(), scalar.Span, WindowDiagnostics.UnknownSet);
    }

    /// <summary>A shift is that of a person, not of a thing.</summary>
    public void Check(KeyedNode norm, Frame? frame)
    {
        if (norm.KeyOf(Keywords.ForEach) is { } key && frame is EveryFrame { Period: ShiftPeriod })
        {
            _file.Report(WindowDiagnostics.ForEachNeedsEvery, key.Span);
        }
    }
}
