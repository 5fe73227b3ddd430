using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;

namespace DutyRules.Policies.Binding;

/// <summary>Somebody may do something: what that lifts of other norms.</summary>
/// <param name="Entry">Its place in the catalogue.</param>
/// <param name="Act">The act.</param>
/// <param name="Condition">When it may be done; null: always.</param>
/// <param name="Lifts">The norms that it lifts, and where they are named.</param>
internal sealed record Permission(CatalogueEntry Entry, EventType Act, Expression? Condition, ImmutableArray<Texts.Word> Lifts);

/// <summary>Reads <c>may</c>: a permission. It gives no verdicts; it lifts norms.</summary>
internal sealed class PermissionBinder(NormScope scope)
{
    private static readonly ImmutableArray<Keyword> PermissionKeys =
        [Keywords.Who, Keywords.May, Keywords.If, Keywords.Lifts, Keywords.Title, Keywords.Gist, Keywords.Cites, Keywords.Reading];

    private readonly FileScope _file = scope.File;

    /// <summary>The permission; null, and reported, when it cannot be read.</summary>
    public Permission? Bind(YamlScalar key, YamlNode node, Func<CatalogueKind, KeyedNode, CatalogueEntry> entry)
    {
        var keyed = KeyedNode.Read(node, PermissionKeys, _file, key.Span);
        foreach (var parameter in new SiteFigures(scope.Vocabulary).ReadBy(node))
        {
            _file.Report(CompositionDiagnostics.PerSiteShared, key.Span, parameter.Name, key.Text);
        }

        if (_file.Scalar(keyed[Keywords.May], keyed.KeyOf(Keywords.May)!.Span) is not { } scalar || scope.Patterns.Event(scalar, aliasAllowed: true) is not { } act)
        {
            return null;
        }

        var lifts = keyed.KeyOf(Keywords.Lifts) is { } liftsKey ? _file.Words(keyed[Keywords.Lifts], liftsKey.Span) : [];
        var context = scope.Judging(scope.ContextOf(act, new AnyoneParty()));
        var condition = keyed.KeyOf(Keywords.If) is { } ifKey ? Conditions.Bind(keyed[Keywords.If], ifKey.Span, context, _file) : null;
        var holder = Holder(keyed, act);
        if (!keyed.Has(Keywords.If) && !keyed.Has(Keywords.Who))
        {
            foreach (var word in lifts)
            {
                _file.Report(CompositionDiagnostics.PermissionWithoutLimit, word.Span, word.Text);
            }
        }

        var both = holder is not null && condition is not null
            ? new BinaryExpression(BinaryOperator.And, holder, condition, FieldType.Truth, condition.Span)
            : holder ?? condition;
        var said = entry(CatalogueKind.Permission, keyed) with
        {
            Who = holder?.Role,
            May = new PermittedAct(act.Type, condition),
            Lifts = [.. lifts.Select(l => l.Text)],
        };
        return new Permission(said, act.Type, both, lifts);
    }

    // who: each store-manager
    private HoldsExpression? Holder(KeyedNode keyed, NamedEvent act)
    {
        if (keyed.KeyOf(Keywords.Who) is not { } key || new PartyBinder(scope, act).Who(keyed[Keywords.Who], key.Span) is not { } who)
        {
            return null;
        }

        var role = (who as EachParty)?.Role ?? (who as PostParty)?.Role;
        if (role is null)
        {
            _file.Report(CompositionDiagnostics.PermissionOfWhom, keyed[Keywords.Who]!.Span, (keyed[Keywords.Who] as YamlScalar)?.Text ?? "");
            return null;
        }

        if (role.SeenIn is not null)
        {
            _file.Report(ExpressionDiagnostics.HoldsOfSeen, keyed[Keywords.Who]!.Span, role.Name);
            return null;
        }

        if (act.Type.Actor is not { } actor)
        {
            _file.Report(VocabularyDiagnostics.NobodyActs, act.Span, act.Type.Name);
            return null;
        }

        return new HoldsExpression(new FieldExpression(EventRole.Trigger, actor, act.Span), role, act.Span);
    }
}
