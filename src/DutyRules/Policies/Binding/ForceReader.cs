using DutyRules.Diagnostics;
using DutyRules.Policies.Reading;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>From when until when a norm is in force, as local times; null: without end.</summary>
internal sealed record Force(LocalDateTime? From, LocalDateTime? To);

/// <summary>Reads <c>effective from</c> and <c>effective to</c> of a norm, within those of its policy.</summary>
internal sealed class ForceReader(NormScope scope)
{
    private readonly FileScope _file = scope.File;

    public Force Read(KeyedNode norm)
    {
        var from = _file.LocalTime(norm, Keywords.EffectiveFrom);
        var to = _file.LocalTime(norm, Keywords.EffectiveTo);
        var (first, last) = (Later(from, scope.Header.From), Earlier(to, scope.Header.To));
        if (from is { } begins && to is { } ends && begins >= ends)
        {
            _file.Report(VocabularyDiagnostics.EndsBeforeItBegins, norm[Keywords.EffectiveTo]!.Span);
        }
        else if (first >= last)
        {
            _file.Report(NormDiagnostics.NeverInForce, norm[from is null ? Keywords.EffectiveTo : Keywords.EffectiveFrom]?.Span ?? norm.Span);
        }

        return new Force(first, last);
    }

    private static LocalDateTime? Later(LocalDateTime? a, LocalDateTime? b) => a is { } x && b is { } y ? (x > y ? x : y) : a ?? b;

    private static LocalDateTime? Earlier(LocalDateTime? a, LocalDateTime? b) => a is { } x && b is { } y ? (x < y ? x : y) : a ?? b;
}
