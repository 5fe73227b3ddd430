using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions.Syntax;

namespace DutyRules.Expressions.Binding;

/// <summary>Finds what a name stands for.</summary>
internal sealed class NameResolver(ExpressionContext context, ExpressionSource source)
{
    /// <summary>What the opening event is called where the author gave it no name.</summary>
    public const string DefaultTriggerAlias = "trigger";

    private static readonly (string Name, EventProperty Property, FieldType Type)[] Properties =
    [
        ("at", EventProperty.At, FieldType.Instant),
        ("until", EventProperty.Until, FieldType.Instant),
        ("lasted", EventProperty.Lasted, FieldType.Duration),
        ("date", EventProperty.Date, FieldType.Date),
        ("time", EventProperty.Time, FieldType.Time),
    ];

    /// <summary>True when a table may have blanks.</summary>
    public bool AllowsBlanks => context.AllowsBlanks;

    // Where nothing is tested the opening event takes the place of the tested one.
    private (EventType Type, EventRole Role)? Nearest =>
        context.Tested is { } tested ? (tested, EventRole.Tested)
        : context.Trigger is { } trigger ? (trigger, EventRole.Trigger)
        : null;

    /// <summary>The roles that may be asked for; empty where holding may not.</summary>
    public ImmutableArray<Role> Roles => context.Roles;

    public bool Knows(string name) => Find(name) is not null;

    /// <summary>The event that an alias names.</summary>
    public (EventType Type, EventRole Role)? FindAlias(string name) =>
        context.Tested is { } tested && name == context.TestedAlias ? (tested, EventRole.Tested)
        : context.Trigger is { } trigger && name == (context.TriggerAlias ?? DefaultTriggerAlias) ? (trigger, EventRole.Trigger)
        : null;

    public StateDefinition? FindState(string name) => FindByName(context.States, s => s.Name, name);

    public Table? FindTable(string name) => FindByName(context.Tables, t => t.Name, name);

    /// <summary>The names that may have brackets behind them.</summary>
    public IEnumerable<string> Callable => context.States.Where(s => s.Of.Length > 0).Select(s => s.Name).Concat(context.Tables.Select(t => t.Name));

    /// <summary>What a bare name stands for; null, and reported, when nothing.</summary>
    public Expression? Resolve(NameSyntax syntax, FieldType? hint)
    {
        var span = source.Span(syntax);
        switch (Find(syntax.Name))
        {
            case ValueTuple<Field, EventRole> (var field, var role):
                return new FieldExpression(role, field, span);
            case ValueTuple<string, FieldType> (var name, var type):
                return new KeyExpression(name, type, span);
            case StateDefinition state:
                return BindState(state, span);
            case Definition definition:
                return definition.Means with { Span = span };
            case Parameter { Value: not null } parameter:
                return new ParameterExpression(parameter, span);
            case Parameter parameter:
                source.Report(ExpressionDiagnostics.ParameterNotSet, span, parameter.Name);
                return null;
            case EventProperty property:
                return new EventPropertyExpression(Nearest!.Value.Role, property, TypeOf(property), span);
            default:
                ReportUnknown(syntax, span, hint);
                return null;
        }
    }

    /// <summary>A field or property named through an alias.</summary>
    public Expression? ResolveMember((EventType Type, EventRole Role) from, Token name, SourceSpan span)
    {
        if (FindByName(from.Type.Fields, f => f.Name, name.Text) is { } field)
        {
            return new FieldExpression(from.Role, field, span);
        }

        foreach (var (propertyName, property, type) in Properties)
        {
            if (propertyName == name.Text)
            {
                return new EventPropertyExpression(from.Role, property, type, span);
            }
        }

        var nameSpan = source.Span(name.Start, name.Length);
        var nearest = Suggestion.Nearest(name.Text, from.Type.Fields.Select(f => f.Name).Concat(Properties.Select(p => p.Name)));
        Report(ExpressionDiagnostics.UnknownField, nameSpan, nearest, from.Type.Name, name.Text, Suggestion.Question(nearest));
        return null;
    }

    private static FieldType TypeOf(EventProperty property) => Array.Find(Properties, p => p.Property == property).Type;

    // Declared names in every place come first as they are, then in their C# form, so that a name never hides a nearer one.
    private object? Find(string name)
    {
        foreach (var exact in new[] { true, false })
        {
            bool Matches(string declared) => exact ? declared == name : CSharpName.Plain(declared) == name;

            if (Nearest is { } nearest && nearest.Type.Fields.FirstOrDefault(f => Matches(f.Name)) is { } field)
            {
                return (field, nearest.Role);
            }

            if (context.Key.FirstOrDefault(k => Matches(k.Name)) is { Name: not null } key)
            {
                return key;
            }

            if (context.States.FirstOrDefault(s => Matches(s.Name)) is { } state)
            {
                return state;
            }

            if (context.Definitions.FirstOrDefault(d => Matches(d.Name)) is { } definition)
            {
                return definition;
            }

            if (context.Parameters.FirstOrDefault(p => Matches(p.Name)) is { } parameter)
            {
                return parameter;
            }
        }

        return Nearest is not null && Array.Exists(Properties, p => p.Name == name)
            ? Array.Find(Properties, p => p.Name == name).Property
            : null;
    }

    private static T? FindByName<T>(ImmutableArray<T> items, Func<T, string> nameOf, string name)
        where T : class =>
        items.FirstOrDefault(item => nameOf(item) == name) ?? items.FirstOrDefault(item => CSharpName.Plain(nameOf(item)) == name);

    /// <summary>A state with the key that is at hand; null, and reported, when a part of it is not.</summary>
    public StateExpression? BindState(StateDefinition state, SourceSpan span)
    {
        var key = ImmutableArray.CreateBuilder<Expression>();
        foreach (var (part, type) in state.Of.Zip(state.KeyTypes))
        {
            if (FindKeyPart(part, type, span) is not { } value)
            {
                source.Report(ExpressionDiagnostics.MissingKey, span, state.Name, part);
                return null;
            }

            key.Add(value);
        }

        return new StateExpression(state, key.ToImmutable(), span);
    }

    private Expression? FindKeyPart(string name, FieldType type, SourceSpan span) =>
        context.Tested?.FindField(name) is { } tested && tested.Type.Kind == type.Kind
            ? new FieldExpression(EventRole.Tested, tested, span)
        : context.Trigger?.FindField(name) is { } trigger && trigger.Type.Kind == type.Kind
            ? new FieldExpression(EventRole.Trigger, trigger, span)
        : context.Key.FirstOrDefault(k => k.Name == name) is { Name: not null } key && key.Type.Kind == type.Kind
            ? new KeyExpression(key.Name, key.Type, span)
        : null;

    private void ReportUnknown(NameSyntax syntax, SourceSpan span, FieldType? hint)
    {
        var name = syntax.Name;
        var triggerAlias = context.TriggerAlias ?? DefaultTriggerAlias;
        if (FindAlias(name) is not null)
        {
            source.Report(ExpressionDiagnostics.EventIsNoValue, span, name);
        }
        else if (FindTable(name) is { } table)
        {
            source.Report(ExpressionDiagnostics.TableWithoutKeys, span, table.Name);
        }
        else if (context.Trigger is { } trigger && FindByName(trigger.Fields, f => f.Name, name) is not null)
        {
            source.ReportEdit(ExpressionDiagnostics.FieldOfTrigger, span, $"{triggerAlias}.{name}", name, $"{triggerAlias}.{name}");
        }
        else if (context.NotYetDefined.Contains(name))
        {
            source.Report(VocabularyDiagnostics.NotYetDefined, span, name);
        }
        else if (FindSubtraction(name) is { } subtraction)
        {
            source.ReportEdit(ExpressionDiagnostics.MinusWithoutSpaces, span, subtraction, name, subtraction);
        }
        else if (hint?.Kind == ValueKind.Choice)
        {
            ReportNotAChoice(name, hint, span);
        }
        else if (Suggestion.Nearest(name, Names()) is { } nearest)
        {
            Report(ExpressionDiagnostics.UnknownName, span, nearest, name, Suggestion.Question(nearest));
        }
        else if (hint?.Kind == ValueKind.Text)
        {
            source.ReportEdit(ExpressionDiagnostics.TextWithoutQuotes, span, $"\"{name}\"", name);
        }
        else
        {
            source.Report(ExpressionDiagnostics.UnknownName, span, name, Suggestion.Question(null));
        }
    }

    public void ReportNotAChoice(string word, FieldType choice, SourceSpan span)
    {
        var nearest = Suggestion.Nearest(word, choice.Choices);
        Report(ExpressionDiagnostics.NotAChoice, span, nearest, word, KindNames.Words(choice), Suggestion.Question(nearest));
    }

    private void Report(DiagnosticDescriptor descriptor, SourceSpan span, string? edit, params object[] args)
    {
        if (edit is null)
        {
            source.Report(descriptor, span, args);
        }
        else
        {
            source.ReportEdit(descriptor, span, edit, args);
        }
    }

    private IEnumerable<string> Names() =>
        (Nearest?.Type.Fields.Select(f => f.Name) ?? [])
        .Concat(context.Key.Select(k => k.Name))
        .Concat(context.States.Select(s => s.Name))
        .Concat(context.Definitions.Select(d => d.Name))
        .Concat(context.Parameters.Select(p => p.Name))
        .Concat(context.Tables.Select(t => t.Name))
        .Concat(Nearest is null ? [] : Properties.Select(p => p.Name));

    private string? FindSubtraction(string name)
    {
        for (var i = name.IndexOf('-', StringComparison.Ordinal); i > 0; i = name.IndexOf('-', i + 1))
        {
            var (left, right) = (name[..i], name[(i + 1)..]);
            if (Knows(left) && (Knows(right) || right.All(char.IsAsciiDigit)))
            {
                return $"{left} - {right}";
            }
        }

        return null;
    }
}
