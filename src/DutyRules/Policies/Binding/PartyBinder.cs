using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Reads <c>who</c>, <c>done by</c> and <c>notify</c>, and whoever else is meant.</summary>
internal sealed class PartyBinder(NormScope scope, NamedEvent? trigger)
{
    private static readonly ImmutableArray<Keyword> WhoKeys = [Keywords.Each, Keywords.Together];

    private readonly FileScope _file = scope.File;
    private readonly PersonReader _people = new(scope, trigger);

    /// <summary>Who bears a duty; null, and reported, when nobody is named.</summary>
    public Party? Who(YamlNode? node, SourceSpan place) => node switch
    {
        YamlSequence list => Posts(list) is { } role ? new PostParty(role) : null,
        YamlMapping map => Several(KeyedNode.Read(map, WhoKeys, _file, place)),
        _ => _file.Scalar(node, place) is { } scalar ? Who(scalar) : null,
    };

    /// <summary>Whose act counts; null, and reported, when nobody is named.</summary>
    public Party? Performer(YamlNode? node, SourceSpan place) => node switch
    {
        YamlSequence list => Posts(list) is { } role ? new PostParty(role) : null,
        _ when _file.Scalar(node, place) is not { } scalar => null,
        YamlScalar scalar when scalar.Is(Keywords.Anyone) => new AnyoneParty(),
        YamlScalar scalar => _people.Read(scalar, PartyDiagnostics.PerformerNotUnderstood),
        _ => null,
    };

    /// <summary>The role of a post: that of one role, or of any of a list.</summary>
    public Role? Post(YamlNode? node, SourceSpan place) =>
        node is YamlSequence list ? Posts(list)
        : _file.Scalar(node, place) is { } scalar ? scope.FindRole(scalar.Text.Trim(), scalar.Span)
        : null;

    public ImmutableArray<Role> Roles(YamlNode? node, SourceSpan place) =>
        [.. _file.Words(node, place).Select(w => scope.FindRole(w.Text, w.Span)).OfType<Role>()];

    private Party? Who(YamlScalar scalar)
    {
        if (scalar.Is(Keywords.Anyone))
        {
            return new AnyoneParty();
        }

        if (scalar.Is(Keywords.Site))
        {
            return new SiteParty();
        }

        var phrase = new Phrase(scalar);
        if (phrase.Take(Keywords.Together))
        {
            _file.Report(PartyDiagnostics.TogetherWhom, scalar.Span, scalar.Text);
            return null;
        }

        int start = phrase.Position;
        if (phrase.Take(Keywords.Each))
        {
            return RoleAtEnd(phrase, scalar) is { } role ? new EachParty(role) : null;
        }

        if (phrase.Take(Keywords.Any) && phrase.TakeName() is not null && phrase.AtEnd)
        {
            phrase.Return(start);
            phrase.Take(Keywords.Any);
            return RoleAtEnd(phrase, scalar) is { } role ? new PostParty(role) : null;
        }

        return _people.Read(scalar, NameDiagnostics.WhoNotUnderstood);
    }

    private Role? RoleAtEnd(Phrase phrase, YamlScalar scalar)
    {
        int start = phrase.Position;
        string? name = phrase.TakeName();
        if (name is null || !phrase.AtEnd)
        {
            _file.Report(NameDiagnostics.WhoNotUnderstood, scalar.Span, scalar.Text);
            return null;
        }

        return scope.FindRole(name, phrase.SpanFrom(start));
    }

    // { each: [a, b] }, { together: [h.from, h.to] }
    private Party? Several(KeyedNode keyed)
    {
        if (keyed.KeyOf(Keywords.Each) is { } each)
        {
            if (keyed.KeyOf(Keywords.Together) is { } extra)
            {
                _file.Report(KeyDiagnostics.KeysDoNotGoTogether, extra.Span, Keywords.Together.Text, Keywords.Each.Text);
            }

            return Post(keyed[Keywords.Each], each.Span) is { } role ? new EachParty(role) : null;
        }

        return keyed.Need(Keywords.Together, _file) is { } node ? Together(node) : null;
    }

    private TogetherParty? Together(YamlNode node)
    {
        var items = node is YamlSequence list ? list.Items : [node];
        var people = items.Select(item => _file.Scalar(item, item.Span) is { } scalar ? _people.Expression(scalar) : null).ToList();
        if (people.Count < 2)
        {
            _file.Report(PartyDiagnostics.TogetherWhom, node.Span, (node as YamlScalar)?.Text ?? "");
            return null;
        }

        return people.Contains(null) ? null : new TogetherParty([.. people.OfType<Expression>()]);
    }

    private Role? Posts(YamlSequence list)
    {
        var roles = new List<Role>();
        foreach (var item in list.Items)
        {
            if (_file.Scalar(item, item.Span) is not { } scalar)
            {
                return null;
            }

            var phrase = new Phrase(scalar);
            if (phrase.TakeName() is null || !phrase.AtEnd || scalar.Is(Keywords.Site) || scalar.Is(Keywords.Anyone))
            {
                _file.Report(PartyDiagnostics.ListOfRoles, scalar.Span, scalar.Text);
                return null;
            }

            if (scope.FindRole(scalar.Text.Trim(), scalar.Span) is not { } role)
            {
                return null;
            }

            if (role.SeenIn is not null && list.Items.Length > 1)
            {
                _file.Report(PartyDiagnostics.SeenInList, scalar.Span, role.Name);
                return null;
            }

            roles.Add(role);
        }

        if (roles.Count == 0)
        {
            _file.Report(KeyDiagnostics.ValueMissing, list.Span);
            return null;
        }

        return scope.RoleLists.Of(roles, list.Span);
    }
}
