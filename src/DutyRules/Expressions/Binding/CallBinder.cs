using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Syntax;
using DutyRules.Wording;

namespace DutyRules.Expressions.Binding;

/// <summary>Binds what follows a point, and what has brackets behind it.</summary>
internal sealed class CallBinder(
    Binder binder, ExpressionSource source, NameResolver names, OperatorRules rules, LiteralReader literals)
{
    // As in policies of either language, and in C#.
    private static readonly string[] HoldsNames = ["holds", "担任", "Holds"];

    public Expression? BindMember(MemberSyntax syntax)
    {
        var span = source.Span(syntax);
        if (syntax.Target is NameSyntax name && names.FindAlias(name.Name) is { } from)
        {
            return names.ResolveMember(from, syntax.Name, span);
        }

        if (binder.Bind(syntax.Target) is not { } target)
        {
            return null;
        }

        switch (target.Type.Kind, syntax.Name.Text)
        {
            case (ValueKind.Instant, "date"):
                return new LocalPartExpression(target, EventProperty.Date, FieldType.Date, span);
            case (ValueKind.Instant, "time"):
                return new LocalPartExpression(target, EventProperty.Time, FieldType.Time, span);
            case (ValueKind.Text, "Length"):
                return new CallExpression(ExpressionFunction.Length, [target], FieldType.Integer, span);
            default:
                ReportUnknownPart(target, syntax.Name);
                return null;
        }
    }

    public Expression? BindCall(CallSyntax syntax) => syntax.Target switch
    {
        NameSyntax { Name: "At" } => BindTime(syntax),
        NameSyntax { Name: "Date" } => BindDate(syntax),
        NameSyntax name when names.FindState(name.Name) is { } state => BindState(syntax, state),
        NameSyntax name when HoldsNames.Contains(name.Name) => BindHolds(syntax),
        NameSyntax name when names.FindTable(name.Name) is { } table => BindTable(syntax, table),
        MemberSyntax { Target: NameSyntax { Name: "Math" } } member => BindMath(syntax, member.Name),
        MemberSyntax member => BindMethod(syntax, member),
        _ => ReportUnknownFunction(syntax),
    };

    private Expression? BindTime(CallSyntax syntax) =>
        BindWholeNumbers(syntax, 2, 3) is { } parts ? literals.Time(parts, source.Span(syntax)) : null;

    private Expression? BindDate(CallSyntax syntax) =>
        BindWholeNumbers(syntax, 3, 3) is { } parts ? literals.Date(parts, source.Span(syntax)) : null;

    private List<long>? BindWholeNumbers(CallSyntax syntax, int least, int most)
    {
        if (!HasCount(syntax, least, most))
        {
            return null;
        }

        var numbers = new List<long>();
        foreach (var argument in syntax.Arguments)
        {
            switch (binder.Bind(argument))
            {
                case LiteralExpression { Type.Kind: ValueKind.Integer } literal:
                    numbers.Add(literal.Value.AsInteger);
                    break;
                case { } other:
                    source.Report(
                        ExpressionDiagnostics.ArgumentNotFixed, other.Span, source.Slice(syntax.Target), source.Quote(other.Span));
                    break;
            }
        }

        return numbers.Count == syntax.Arguments.Count ? numbers : null;
    }

    private StateExpression? BindState(CallSyntax syntax, StateDefinition state)
    {
        // With nothing in its brackets it is what the name alone would be, if nothing nearer had that name.
        if (syntax.Arguments.Count == 0)
        {
            return names.BindState(state, source.Span(syntax));
        }

        if (!HasCount(syntax, state.Of.Length, state.Of.Length))
        {
            return null;
        }

        var key = syntax.Arguments.Zip(state.KeyTypes, binder.BindAs).ToList();
        return key.Contains(null) ? null : new StateExpression(state, [.. key!], source.Span(syntax));
    }

    // holds(c.person, store-manager)
    private HoldsExpression? BindHolds(CallSyntax syntax)
    {
        if (names.Roles.IsEmpty)
        {
            source.Report(ExpressionDiagnostics.HoldsNotHere, source.Span(syntax), source.Slice(syntax.Target));
            return null;
        }

        if (!HasCount(syntax, 2, 2))
        {
            return null;
        }

        var person = binder.Bind(syntax.Arguments[0]);
        if (person is { Type.Role: not FieldRole.Person })
        {
            rules.ReportWrongKind(person, FieldType.Person);
            person = null;
        }

        return FindRole(syntax.Arguments[1]) is { } role && person is not null ? new HoldsExpression(person, role, source.Span(syntax)) : null;
    }

    private Role? FindRole(SyntaxNode syntax)
    {
        var span = source.Span(syntax);
        string name = syntax.Bare is NameSyntax bare ? bare.Name : syntax.Bare is TextSyntax text ? text.Value : source.Slice(syntax);
        var role = names.Roles.FirstOrDefault(r => r.Name == name) ?? names.Roles.FirstOrDefault(r => CSharpName.Plain(r.Name) == name);
        if (role is { SeenIn: not null })
        {
            source.Report(ExpressionDiagnostics.HoldsOfSeen, span, role.Name);
            return null;
        }

        if (role is null && Suggestion.Nearest(name, names.Roles.Select(r => r.Name)) is { } nearest)
        {
            source.ReportEdit(NameDiagnostics.UnknownRole, span, nearest, name, Suggestion.Question(nearest));
        }
        else if (role is null)
        {
            source.Report(NameDiagnostics.UnknownRole, span, name, Suggestion.Question(null));
        }

        return role;
    }

    private TableExpression? BindTable(CallSyntax syntax, Table table)
    {
        if (!HasCount(syntax, table.Keys.Length, table.Keys.Length))
        {
            return null;
        }

        var keys = syntax.Arguments.Zip(table.Keys, binder.BindAs).ToList();
        if (!names.AllowsBlanks && TableText.Blanks(table) is { } blanks)
        {
            source.Report(ExpressionDiagnostics.TableNotFilledIn, source.Span(syntax), table.Name, blanks);
            return null;
        }

        return keys.Contains(null) ? null : new TableExpression(table, [.. keys!], source.Span(syntax));
    }

    private CallExpression? BindMath(CallSyntax syntax, Token name)
    {
        ExpressionFunction? function = name.Text switch
        {
            "Abs" => ExpressionFunction.Abs,
            "Min" => ExpressionFunction.Min,
            "Max" => ExpressionFunction.Max,
            _ => null,
        };
        if (function is null)
        {
            ReportUnknownFunction(syntax);
            return null;
        }

        var count = function == ExpressionFunction.Abs ? 1 : 2;
        if (!HasCount(syntax, count, count))
        {
            return null;
        }

        var arguments = syntax.Arguments.Select(a => binder.Bind(a)).ToList();
        if (arguments.Contains(null) || !arguments.TrueForAll(a => IsNumeric(a!)))
        {
            return null;
        }

        if (count == 1)
        {
            return new CallExpression(function.Value, [arguments[0]!], arguments[0]!.Type, source.Span(syntax));
        }

        if (rules.Unify(arguments[0]!, arguments[1]!) is var (l, r))
        {
            return new CallExpression(function.Value, [l, r], l.Type, source.Span(syntax));
        }

        rules.ReportWrongKind(arguments[1]!, arguments[0]!.Type);
        return null;
    }

    private bool IsNumeric(Expression argument)
    {
        var isNumeric = argument.Type.Kind is ValueKind.Integer or ValueKind.Number or ValueKind.Money;
        if (!isNumeric)
        {
            rules.ReportWrongKind(argument, FieldType.Number);
        }

        return isNumeric;
    }

    private Expression? BindMethod(CallSyntax syntax, MemberSyntax member)
    {
        if (binder.Bind(member.Target) is not { } target)
        {
            return null;
        }

        if (UnitSeconds(member.Name.Text) is { } seconds && target is LiteralExpression { Type.Kind: ValueKind.Integer or ValueKind.Number } number)
        {
            return HasCount(syntax, 0, 0) ? literals.Duration(number.Value, seconds, source.Span(syntax)) : null;
        }

        if (target is LiteralExpression && LiteralReader.IsCalendarUnit(member.Name.Text))
        {
            literals.ReportUnit(member.Name);
            return null;
        }

        ExpressionFunction? function = member.Name.Text switch
        {
            "StartsWith" => ExpressionFunction.StartsWith,
            "EndsWith" => ExpressionFunction.EndsWith,
            "Contains" => ExpressionFunction.Contains,
            _ => null,
        };
        if (function is null || target.Type.Kind != ValueKind.Text)
        {
            ReportUnknownPart(target, member.Name);
            return null;
        }

        return HasCount(syntax, 1, 1) && binder.BindAs(syntax.Arguments[0], FieldType.Text) is { } argument
            ? new CallExpression(function.Value, [target, argument], FieldType.Truth, source.Span(syntax))
            : null;
    }

    private static int? UnitSeconds(string method) => method switch
    {
        "Seconds" => 1,
        "Minutes" => 60,
        "Hours" => 3600,
        _ => null,
    };

    private bool HasCount(CallSyntax syntax, int least, int most)
    {
        var count = syntax.Arguments.Count;
        if (count >= least && count <= most)
        {
            return true;
        }

        var needed = least == most
            ? new LocalizedText(least == 1 ? "1 value" : $"{least} values", $"{least}")
            : new LocalizedText($"{least} or {most} values", $"{least} 或 {most}");
        source.Report(ExpressionDiagnostics.ArgumentCount, source.Span(syntax), source.Slice(syntax.Target), needed, count);
        return false;
    }

    private Expression? ReportUnknownFunction(CallSyntax syntax)
    {
        var name = source.Slice(syntax.Target);
        var nearest = syntax.Target is NameSyntax ? Suggestion.Nearest(name, names.Callable) : null;
        if (nearest is null)
        {
            source.Report(ExpressionDiagnostics.UnknownFunction, source.Span(syntax.Target), name, Suggestion.Question(null));
        }
        else
        {
            source.ReportEdit(ExpressionDiagnostics.UnknownFunction, source.Span(syntax.Target), nearest, name, Suggestion.Question(nearest));
        }

        return null;
    }

    private void ReportUnknownPart(Expression target, Token name) => source.Report(
        ExpressionDiagnostics.UnknownPart,
        source.Span(name.Start, name.Length),
        source.Quote(target.Span),
        KindNames.Of(target.Type),
        name.Text);
}
