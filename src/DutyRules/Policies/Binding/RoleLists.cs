using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Policies.Binding;

/// <summary>Roles that stand for a list of others: whoever holds one of them. Equal lists are one role.</summary>
internal sealed class RoleLists
{
    private readonly Dictionary<string, Role> _lists = new(StringComparer.Ordinal);

    /// <summary>The role that includes these, at least one.</summary>
    public Role Of(IEnumerable<Role> roles, SourceSpan span)
    {
        var distinct = roles.Distinct().ToList();
        if (distinct.Count == 1)
        {
            return distinct[0];
        }

        // For a role of one name somebody may act in some norms only.
        string key = string.Join('\n', distinct.Select(r => r.Acting.IsEmpty ? r.Name : $"{r.Name} +").Order(StringComparer.Ordinal));
        if (!_lists.TryGetValue(key, out var list))
        {
            var title = new LocalizedText(string.Join(" or ", distinct.Select(r => r.Title.En)), string.Join("或", distinct.Select(r => r.Title.Zh)));
            string name = string.Join(distinct.TrueForAll(r => Keyword.LanguageOf(r.Name) == Language.Chinese) ? "或" : " or ", distinct.Select(r => r.Name));
            _lists.Add(key, list = new Role(name, title, Span: span) { Includes = [.. distinct] });
        }

        return list;
    }
}
