using DutyRules.Diagnostics;
using DutyRules.Policies.Reading;

namespace DutyRules.Policies.Families;

/// <summary>What is wrong with norms that were made: where it stands in the text they are made of, once, with the norms in which it is so.</summary>
internal sealed class MadeFindings(FileScope file)
{
    private readonly List<Aside> _members = [];

    /// <summary>Takes the findings of a norm.</summary>
    public FileScope Of(FamilyMember member)
    {
        var scope = file.Aside();
        _members.Add(new Aside(member, scope));
        return scope;
    }

    public void Report()
    {
        var found = _members.SelectMany(m => m.Scope.Bag.Items.Select(d => new Made(m.Member, d))).GroupBy(f => f, new SameFinding());
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

    private sealed record Aside(FamilyMember Member, FileScope Scope);

    private sealed record Made(FamilyMember Member, Diagnostic Finding);

    private sealed class SameFinding : IEqualityComparer<Made>
    {
        public bool Equals(Made? a, Made? b) => a!.Finding.Id == b!.Finding.Id && a.Finding.Span == b.Finding.Span && a.Finding.Message.En == b.Finding.Message.En;

        public int GetHashCode(Made made) => made.Finding.Message.En.GetHashCode(StringComparison.Ordinal);
    }
}
