using DutyRules.Diagnostics;
using DutyRules.Events;

namespace DutyRules.Policies.Binding;

/// <summary>Roles that stand for a list of others: whoever holds one of them. Equal lists are one role.</summary>
internal sealed class RoleLists
{
    private readonly List<Role> _lists = [];

    /// <summary>The role that includes these, at least one.</summary>
    public Role Of(IEnumerable<Role> roles, SourceSpan span)
    {
        var distinct = roles.Distinct().ToList();
        if (distinct.Count == 1)
        {
            return distinct[0];
        }

        if (_lists.Find(l => l.Includes.Length == distinct.Count && distinct.TrueForAll(l.Includes.Contains)) is { } known)
        {
            return known;
        }

        var title = new LocalizedText(string.Join(" or ", distinct.Select(r => r.Title.En)), string.Join("或", distinct.Select(r => r.Title.Zh)));
        string or = distinct.TrueForAll(r => Keyword.LanguageOf(r.Name) == Language.Chinese) ? Keywords.Or.Zh : $" {Keywords.Or.En} ";
        var list = new Role(string.Join(or, distinct.Select(r => r.Name)), title, Span: span) { Includes = [.. distinct] };
        _lists.Add(list);
        return list;
    }
}
