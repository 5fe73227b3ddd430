using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Norms;
using DutyRules.Policies.Writing;
using DutyRules.Policies.Yaml;
using DutyRules.Time;

namespace DutyRules.Policies;

/// <summary>What came of writing a policy set as files. Together they load as the same set, unless <see cref="Diagnostics"/> say what is missing.</summary>
/// <param name="Files">Calendars, the vocabulary, and a file for each policy.</param>
/// <param name="Diagnostics">What could not be said, at the place where it was declared.</param>
public sealed record WrittenPolicies(ImmutableArray<PolicyFile> Files, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>
/// Writes policy sets as files, whatever they came from: files, C#, or the records themselves. Templates, families and ladders stand written out.
/// </summary>
public static class PolicyWriter
{
    /// <summary>Writes a policy set.</summary>
    /// <param name="policies">The set.</param>
    /// <param name="language">The language of the keys and words; names stay as they are.</param>
    /// <param name="sourceOf">The document that a policy follows, by the name of the policy; null: none.</param>
    public static WrittenPolicies ToYaml(PolicySet policies, Language language = Language.English, Func<string, string?>? sourceOf = null)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var bag = new DiagnosticBag();
        var vocabulary = policies.Vocabulary;
        var files = ImmutableArray.CreateBuilder<PolicyFile>();
        try
        {
            var speech = new Speech(language);
            var editions = Edition.Of(policies);
            var owners = new Owners(policies, editions);
            var shared = owners.Of(null);
            files.AddRange(CalendarsOf(policies).Select(c => new PolicyFile($"{Plain(c.Name)}.calendar.yaml", YamlWriter.Write(new TimeNode(speech).Calendar(c)))));
            files.Add(new PolicyFile($"{Plain(vocabulary.Name)}.vocabulary.yaml", YamlWriter.Write(new VocabularyNode(new Ground(speech, vocabulary, shared.Definitions)).Of(shared))));
            foreach (var edition in editions)
            {
                var own = owners.Of(edition);
                var node = new EditionNode(new Ground(speech, vocabulary, [.. shared.Definitions, .. own.Definitions]), policies, edition, bag).Of(own, sourceOf?.Invoke(edition.Policy));
                string revision = editions.Count(e => e.Policy == edition.Policy) == 1 ? "" : $".{Plain(edition.Revision)}";
                files.Add(new PolicyFile($"{Plain(edition.Policy)}{revision}.duty.yaml", YamlWriter.Write(node)));
            }
        }
        catch (UnsayableException problem)
        {
            bag.Add(WritingDiagnostics.Unsayable.At(vocabulary.Span, vocabulary.Name, problem.What));
            return new WrittenPolicies([], [.. bag.Items]);
        }

        var errors = PolicyLoader.Load(files).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error);
        return new WrittenPolicies(files.ToImmutable(), [.. bag.Items, .. errors.Select(e => WritingDiagnostics.ReadsOtherwise.At(e.Span, e.Message))]);
    }

    private static IEnumerable<WorkCalendar> CalendarsOf(PolicySet policies) =>
        policies.Vocabulary.Sites.Select(s => s.Calendar).Prepend(policies.Vocabulary.Calendar).OfType<WorkCalendar>().Distinct();

    private static string Plain(string name) => name.Replace('/', '-').Replace('\\', '-');
}
