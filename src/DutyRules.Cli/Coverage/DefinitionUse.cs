using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Wording;

namespace DutyRules.Cli.Coverage;

/// <summary>Which norms use what an entry of the catalogue defines.</summary>
internal sealed class DefinitionUse(PolicySet policies)
{
    /// <summary>The ids of the norms, in their order.</summary>
    public IEnumerable<string> Of(CatalogueEntry definition) =>
        definition.Defines.IsEmpty ? [] : policies.Norms.Where(n => definition.Defines.Any(name => Uses(n, name))).Select(n => n.Id).Distinct();

    private bool Uses(Norm norm, string name) =>
        norm.Roles().SelectMany(r => r.Involved).Any(r => r.Name == name)
        || NormReads.Parameters(norm).Contains(name)
        || NormReads.States(norm).Any(s => s.Name == name)
        || NormReads.Tables(norm).Any(t => t.Name == name)
        || NormReads.EventTypes(norm, policies).Concat(NormReads.PatternTypes(norm)).Any(t => t.Name == name)
        || norm.ForEach?.Name == name
        || (policies.Vocabulary.Definitions.FirstOrDefault(d => d.Name == name) is { } meant && NormReads.Conditions(norm).SelectMany(ExpressionParts.Of).Contains(meant.Means));
}
