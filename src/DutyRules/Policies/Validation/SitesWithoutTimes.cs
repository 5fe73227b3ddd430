using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Time;
using DutyRules.Wording;

namespace DutyRules.Policies.Validation;

/// <summary>Sites at which a norm cannot be judged, as they have no work calendar or no such hours.</summary>
internal static class SitesWithoutTimes
{
    public static IEnumerable<Diagnostic> Check(PolicySet policies)
    {
        var vocabulary = policies.Vocabulary;
        foreach (var norm in policies.Norms)
        {
            var need = TimeNeeds.Of(norm, NormReads.States(norm));
            if (need is { Calendar: false, Hours.Count: 0 })
            {
                continue;
            }

            if (Named(vocabulary, norm, s => need.CalendarAt(s.Name, vocabulary) && vocabulary.CalendarOf(s.Name) is null) is { } without)
            {
                yield return PolicyDiagnostics.SiteWithoutCalendar.At(norm.Span, norm.Id, without);
            }

            foreach (var name in need.Hours.Order(StringComparer.Ordinal))
            {
                if (Named(vocabulary, norm, s => vocabulary.HoursOf(s.Name, name) is null) is { } closed)
                {
                    yield return PolicyDiagnostics.SiteWithoutHours.At(norm.Span, norm.Id, NameOf(name), closed);
                }
            }
        }
    }

    private static LocalizedText NameOf(string hours) => hours == SiteHours.Opening ? Keywords.OpeningHours.Text : LocalizedText.Same(hours);

    private static LocalizedText? Named(Vocabulary vocabulary, Norm norm, Func<Site, bool> which)
    {
        // Where no site has them that was said of the word that needs them.
        var names = vocabulary.Sites.Where(s => norm.At is null || norm.At.Covers(s.Name)).Where(which).Select(s => $"`{s.Name}`").ToList();
        return names.Count == 0 || names.Count == vocabulary.Sites.Length ? null : new LocalizedText(string.Join(", ", names), string.Join("、", names));
    }
}
