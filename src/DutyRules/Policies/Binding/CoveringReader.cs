using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Expressions.Binding;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Yaml;
using DutyRules.Wording;

namespace DutyRules.Policies.Binding;

/// <summary>Reads an obligation that has to reach every member of a set, or a share of them: <c>covering</c>.</summary>
internal sealed class CoveringReader(NormScope scope, ContentBinder contents, ExpressionContext context)
{
    private static readonly (Keyword Word, Rounding Value)[] Roundings =
        [(Keywords.RoundedUp, Rounding.Up), (Keywords.RoundedDown, Rounding.Down), (Keywords.Nearest, Rounding.Nearest)];

    private static readonly (Keyword Word, bool Value)[] Times = [(Keywords.AtTheEnd, false), (Keywords.Beginning, true)];

    private readonly FileScope _file = scope.File;

    /// <summary>The covering; null, and reported, when something of it is missing.</summary>
    /// <param name="norm">The keys.</param>
    /// <param name="pattern">The events that count; null where they are not known.</param>
    public CoveringContent? Read(KeyedNode norm, EventPattern? pattern)
    {
        var set = Set(norm);
        var (share, table) = Share(norm);
        var rounding = _file.OneOf(norm, Keywords.Rounded, Roundings);
        bool asOfOpening = _file.OneOf(norm, Keywords.AsOf, Times);
        if (set is ValuesSet && norm.KeyOf(Keywords.AsOf) is { } extra)
        {
            _file.Report(ContentDiagnostics.ValuesHaveNoTime, extra.Span);
        }

        if (pattern is null || set is null || FieldOf(norm, pattern.Type, set) is not { } field)
        {
            return null;
        }

        return new CoveringContent(pattern, field, set)
        {
            Share = share, ByCount = table, Rounding = rounding, AsOfOpening = asOfOpening, Same = contents.Same(norm, pattern.Type),
        };
    }

    // A role, a state that is on for each of several, or the values of a field: notice-published.notice
    private CoveredSet? Set(KeyedNode norm)
    {
        var key = norm.KeyOf(Keywords.Covering)!;
        if (norm[Keywords.Covering] is YamlMapping)
        {
            var (name, where, place) = scope.Patterns.Parts(norm[Keywords.Covering], key.Span);
            return name is null ? null : Values(name, where, place);
        }

        if (_file.Scalar(norm[Keywords.Covering], key.Span) is not { } scalar)
        {
            return null;
        }

        if (scalar.Text.Contains('.', StringComparison.Ordinal))
        {
            return Values(scalar, null, key.Span);
        }

        var declared = scope.Vocabulary.Roles.Concat<object>(scope.Vocabulary.States);
        return _file.FindDeclared(declared, d => d is Role role ? role.Name : ((StateDefinition)d).Name, scalar.Text.Trim(), scalar.Span, ContentDiagnostics.CoveringWhat) switch
        {
            Role role => Holders(role, scalar.Span),
            StateDefinition state => On(state, scalar.Span),
            _ => null,
        };
    }

    private HoldersSet? Holders(Role role, SourceSpan span)
    {
        if (role.SeenIn is null)
        {
            return new HoldersSet(role);
        }

        _file.Report(ContentDiagnostics.CoveringSeen, span, role.Name);
        return null;
    }

    private OnSet? On(StateDefinition state, SourceSpan span)
    {
        if (state is not SwitchState { Of.Length: 1 } on)
        {
            _file.Report(ContentDiagnostics.CoveringState, span, state.Name);
            return null;
        }

        if (on.Initially is { AsTruth: false })
        {
            return new OnSet(on);
        }

        _file.Report(ContentDiagnostics.CoveringInitially, span, state.Name);
        return null;
    }

    private ValuesSet? Values(YamlScalar scalar, YamlNode? where, SourceSpan place)
    {
        int dot = scalar.Text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            _file.Report(ContentDiagnostics.CoveringField, scalar.Span, scalar.Text);
            return null;
        }

        if (scope.Patterns.Event(scalar with { Text = scalar.Text[..dot] }, aliasAllowed: false) is not { } named)
        {
            return null;
        }

        string name = scalar.Text[(dot + 1)..].Trim();
        var span = scalar.Content.Part(dot + 1, Math.Max(1, name.Length));
        var field = _file.FindDeclared(named.Type.Fields, f => f.Name, name, span, NameDiagnostics.UnknownField);
        if (field is not null && !IsName(field.Type))
        {
            _file.Report(ContentDiagnostics.FieldNamesNothing, span, field.Name, KindNames.Of(field.Type));
            return null;
        }

        var tested = context with { Tested = named.Type, TestedAlias = null };
        return field is null ? null : new ValuesSet(new EventPattern(named.Type, Conditions.Bind(where, place, tested, _file), scalar.Span), field);
    }

    // The field of the counted event that names the member. Without a word for it: the only one that fits, or the one that is called like the key.
    private Field? FieldOf(KeyedNode norm, EventType type, CoveredSet set)
    {
        var (wanted, likely) = set switch
        {
            OnSet on => (on.State.KeyTypes[0], on.State.Of[0]),
            ValuesSet values => (values.Field.Type, values.Field.Name),
            _ => (FieldType.Person, null),
        };
        bool Fits(Field field) => field.Type.Kind == wanted.Kind && (field.Type.Role == wanted.Role || wanted.Role == FieldRole.None);
        var named = norm.KeyOf(Keywords.NamedIn) is { } key ? _file.Scalar(norm[Keywords.NamedIn], key.Span) : null;
        if (named is not null)
        {
            var field = _file.FindDeclared(type.Fields, f => f.Name, named.Text.Trim(), named.Span, NameDiagnostics.UnknownField);
            if (field is null || Fits(field))
            {
                return field;
            }

            _file.Report(ContentDiagnostics.FieldOfOtherType, named.Span, field.Name, KindNames.Of(field.Type), KindNames.Of(wanted));
            return null;
        }

        var fitting = type.Fields.Where(f => Fits(f) && f.Name != scope.Vocabulary.PartitionField).ToList();
        var only = fitting.Count == 1 ? fitting[0] : fitting.Find(f => f.Name == likely);
        if (only is null && !norm.Has(Keywords.NamedIn))
        {
            var names = fitting.Select(f => $"`{f.Name}`").ToList();
            _file.Report(
                names.Count == 0 ? ContentDiagnostics.NoFieldNames : ContentDiagnostics.SeveralFieldsName, norm.KeyOf(Keywords.Covering)!.Span, type.Name,
                KindNames.Of(wanted), new LocalizedText(string.Join(", ", names), string.Join("、", names)));
        }

        return only;
    }

    private static bool IsName(FieldType type) => type.Kind is ValueKind.Text or ValueKind.Choice;

    // A share, or the table that says it for each number of members.
    private (Term<decimal> Share, Table? ByCount) Share(KeyedNode norm)
    {
        if (norm.KeyOf(Keywords.Share) is not { } key || _file.Scalar(norm[Keywords.Share], key.Span) is not { } scalar)
        {
            return (1m, null);
        }

        return scope.Vocabulary.Tables.FirstOrDefault(t => t.Name == scalar.Text.Trim()) is { } table
            ? (1m, Checked(table, scalar.Span))
            : (contents.Share(norm) ?? 1m, null);
    }

    private Table Checked(Table table, SourceSpan span)
    {
        if (table.Keys is not [{ Kind: ValueKind.Integer }] || table.Type.Kind != ValueKind.Number)
        {
            _file.Report(ContentDiagnostics.TableOfShares, span, table.Name);
        }
        else if (table.Rows.FirstOrDefault(r => r.Value is { } value && value.AsNumber is < 0 or > 1) is { Value: { } wrong })
        {
            _file.Report(ContentDiagnostics.TableIsNoShare, span, table.Name, wrong.ToString());
        }

        return table;
    }
}
