using DutyRules.Diagnostics;
using DutyRules.Policies.Reading;

namespace DutyRules.Policies.Families;

/// <summary>What is wrong with norms that were made: where it stands in the text they are made of, once, with the norms in which it is so.</summary>
internal sealed class MadeFindings(FileScope file)
{
    private readonly List<(FamilyMember Member, FileScope Scope)> _members = [];

    /// <summary>Takes the findings of a norm.</summary>
    public FileScope Of(FamilyMember member)
    {
        var scope = file.Aside();
        _members.Add((member, scope));
        return scope;
    }

    public void Report()
    {
        var found = _members.SelectMany(m => m.Scope.Bag.Items.Select(d => (m.Member, Finding: d))).GroupBy(f => (f.Finding.Id, f.Finding.Span, f.Finding.Message.En));
        foreach (var same in found)
        {
            var members = same.Select(f => f.Member).Distinct().ToList();
            var finding = same.First().Finding;
            var where = In(members);
            file.Bag.Add(finding with
            {
                // What would have to be changed stands elsewhere.
                Edit = finding.Span.IsWhole ? null : finding.Edit,
                Help = finding.Help is { } help ? new LocalizedText($"{help.En}; {where.En}", $"{help.Zh}；{where.Zh}") : where,
            });
        }
    }

    private static LocalizedText In(List<FamilyMember> members)
    {
        var first = members[0].Key;
        var (en, zh) = members.Count == 1 ? ("", "") : ($" and {members.Count - 1} more", $" 等 {members.Count} 项");
        return new LocalizedText($"so in `{first.Text}`{en}, written at {first.Span}", $"见 `{first.Text}`{zh}，写于 {first.Span}");
    }
}
