using DutyRules.Scripts.Checking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DutyRules.Scripts.Guards;

/// <summary>
/// Puts steps into a script: at the beginning of every function and of every round of a loop, before every jump and every object of a type of its own, into every sequence, and around every length that is asked for.
/// Nothing that a script writes can then go on for ever without passing one.
/// </summary>
internal sealed class GuardWriter : CSharpSyntaxWalker
{
    private const string Guard = $"{BuildGuard.Name}.";
    private const string Step = Guard + "Step();";

    private static readonly HashSet<string> Lengths = ["capacity", "initialCapacity", "totalWidth", "repeatCount", "newSize", "minimumCapacity", "maxCapacity"];

    private readonly SemanticModel _model;
    private readonly SymbolCheck _symbols;
    private readonly TextEdits _edits = new();
    private readonly List<Refusal> _unbounded = [];

    // What comes after an expression, once all that stands in it is done.
    private readonly Dictionary<ExpressionSyntax, string> _closing = [];

    private GuardWriter(SemanticModel model, SymbolCheck symbols) => (_model, _symbols) = (model, symbols);

    /// <summary>What to put in, and what cannot be bounded that way.</summary>
    public static (TextEdits Edits, IReadOnlyList<Refusal> Unbounded) Write(SemanticModel model, SymbolCheck symbols)
    {
        var writer = new GuardWriter(model, symbols);
        writer.Visit(model.SyntaxTree.GetRoot());
        return (writer._edits, writer._unbounded);
    }

    public override void Visit(SyntaxNode? node)
    {
        base.Visit(node);
        if (node is ExpressionSyntax expression && _closing.TryGetValue(expression, out var text))
        {
            _edits.Add(expression.Span.End, text);
        }
    }

    // Constants, and read by the compiler only.
    public override void VisitAttributeList(AttributeListSyntax node)
    {
    }

    // Equality and hashes of records are the compiler's; both begin with this property. So is their text, which is put together here as the compiler does it.
    public override void VisitRecordDeclaration(RecordDeclarationSyntax node)
    {
        if (node.IsKind(SyntaxKind.RecordDeclaration) && _model.GetDeclaredSymbol(node) is { } type && type.DeclaringSyntaxReferences[0].GetSyntax() == node)
        {
            var name = node.Identifier.Text + (type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(p => p.Name))}>");
            var modifiers = type.BaseType?.SpecialType != SpecialType.System_Object ? "protected override" : type.IsSealed ? "private" : "protected virtual";
            var property = $" {modifiers} global::System.Type EqualityContract {{ get {{ {Step} return typeof({name}); }} }}{Text(node, type)}";
            if (node.OpenBraceToken.IsKind(SyntaxKind.None))
            {
                base.VisitRecordDeclaration(node);
                _edits.Add(node.SemicolonToken.SpanStart, $" {{{property} }}", instead: 1);
                return;
            }

            _edits.Add(node.OpenBraceToken.Span.End, property);
        }

        base.VisitRecordDeclaration(node);
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node) => Function(node.Body, node.ExpressionBody, node.SemicolonToken, IsVoid(node), () => base.VisitMethodDeclaration(node));

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) =>
        Function(node.Body, node.ExpressionBody, node.SemicolonToken, IsVoid(node), () => base.VisitLocalFunctionStatement(node));

    public override void VisitConstructorDeclaration(ConstructorDeclarationSyntax node) => Function(node.Body, node.ExpressionBody, node.SemicolonToken, true, () => base.VisitConstructorDeclaration(node));

    public override void VisitOperatorDeclaration(OperatorDeclarationSyntax node) => Function(node.Body, node.ExpressionBody, node.SemicolonToken, IsVoid(node), () => base.VisitOperatorDeclaration(node));

    public override void VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node) =>
        Function(node.Body, node.ExpressionBody, node.SemicolonToken, false, () => base.VisitConversionOperatorDeclaration(node));

    public override void VisitAccessorDeclaration(AccessorDeclarationSyntax node) =>
        Function(node.Body, node.ExpressionBody, node.SemicolonToken, !node.IsKind(SyntaxKind.GetAccessorDeclaration), () => base.VisitAccessorDeclaration(node));

    public override void VisitPropertyDeclaration(PropertyDeclarationSyntax node) => Getter(node.ExpressionBody, node.SemicolonToken, () => base.VisitPropertyDeclaration(node));

    public override void VisitIndexerDeclaration(IndexerDeclarationSyntax node) => Getter(node.ExpressionBody, node.SemicolonToken, () => base.VisitIndexerDeclaration(node));

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => Lambda(node, () => base.VisitSimpleLambdaExpression(node));

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => Lambda(node, () => base.VisitParenthesizedLambdaExpression(node));

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        Begin(node.Block);
        base.VisitAnonymousMethodExpression(node);
    }

    public override void VisitWhileStatement(WhileStatementSyntax node) => Around(node.Statement, () => base.VisitWhileStatement(node));

    public override void VisitDoStatement(DoStatementSyntax node) => Around(node.Statement, () => base.VisitDoStatement(node));

    public override void VisitForStatement(ForStatementSyntax node) => Around(node.Statement, () => base.VisitForStatement(node));

    public override void VisitForEachStatement(ForEachStatementSyntax node) => Around(node.Statement, () => base.VisitForEachStatement(node));

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node) => Around(node.Statement, () => base.VisitForEachVariableStatement(node));

    public override void VisitGotoStatement(GotoStatementSyntax node) => Around(node, () => base.VisitGotoStatement(node));

    public override void VisitObjectCreationExpression(ObjectCreationExpressionSyntax node) => New(node, () => base.VisitObjectCreationExpression(node));

    public override void VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node) => New(node, () => base.VisitImplicitObjectCreationExpression(node));

    public override void VisitCollectionExpression(CollectionExpressionSyntax node)
    {
        if (_model.GetTypeInfo(node).ConvertedType is { } type && (_symbols.IsOwn(type) || type is ITypeParameterSymbol))
        {
            Refuse(node, "[...]");
        }

        base.VisitCollectionExpression(node);
    }

    public override void VisitArrayCreationExpression(ArrayCreationExpressionSyntax node)
    {
        foreach (var size in node.Type.RankSpecifiers.SelectMany(r => r.Sizes).Where(s => s is not OmittedArraySizeExpressionSyntax))
        {
            Length(size);
        }

        base.VisitArrayCreationExpression(node);
    }

    public override void VisitArgument(ArgumentSyntax node)
    {
        if (ParameterOf(node) is { } parameter && IsLength(parameter))
        {
            Length(node.Expression);
        }

        base.VisitArgument(node);
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        base.VisitInvocationExpression(node);
        if (_model.GetSymbolInfo(node).Symbol is IMethodSymbol method && MakesSequence(method) && node.Parent is not ExpressionStatementSyntax)
        {
            _edits.Add(node.Span.End, $".{BuildGuard.Suffix}()");
        }
    }

    public override void VisitIdentifierName(IdentifierNameSyntax node) => Name(node);

    public override void VisitGenericName(GenericNameSyntax node)
    {
        Name(node);
        base.VisitGenericName(node);
    }

    public override void VisitFromClause(FromClauseSyntax node)
    {
        Sequence(node.Expression, node.Type is not null, () => base.VisitFromClause(node));
    }

    public override void VisitJoinClause(JoinClauseSyntax node)
    {
        Visit(node.Type);
        Sequence(node.InExpression, node.Type is not null, () => Visit(node.InExpression));
        InQuery(node.LeftExpression);
        InQuery(node.RightExpression);
        Visit(node.Into);
    }

    public override void VisitLetClause(LetClauseSyntax node) => InQuery(node.Expression);

    public override void VisitWhereClause(WhereClauseSyntax node) => InQuery(node.Condition);

    public override void VisitOrdering(OrderingSyntax node) => InQuery(node.Expression);

    public override void VisitSelectClause(SelectClauseSyntax node) => InQuery(node.Expression);

    public override void VisitGroupClause(GroupClauseSyntax node)
    {
        InQuery(node.GroupExpression);
        InQuery(node.ByExpression);
    }

    private static string Text(RecordDeclarationSyntax node, INamedTypeSymbol type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.GetMembers("ToString").OfType<IMethodSymbol>().Any(m => m.Parameters.IsEmpty && !m.IsImplicitlyDeclared && (ancestor.Equals(type, SymbolEqualityComparer.Default) || m.IsSealed)))
            {
                return "";
            }
        }

        return $" public override string ToString() {{ {Step} var text = new global::System.Text.StringBuilder(); text.Append(\"{node.Identifier.ValueText} {{ \");"
            + " if (PrintMembers(text)) text.Append(' '); return text.Append('}').ToString(); }";
    }

    private static bool MakesSequence(IMethodSymbol method) =>
        IsLinq(method) && method.ReturnType.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;

    private static bool IsLinq(IMethodSymbol method) => method.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } };

    private static bool IsLength(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol { ContainingNamespace: var space } method
        && (space.ToDisplayString() == "System" || space.ToDisplayString().StartsWith("System.", StringComparison.Ordinal))
        && (Lengths.Contains(parameter.Name) || (parameter.Name == "count" && method is { MethodKind: MethodKind.Constructor, ContainingType.SpecialType: SpecialType.System_String })
            || (parameter.Name == "count" && method is { Name: "Insert", ContainingType.Name: "StringBuilder" }));

    private bool IsVoid(SyntaxNode declaration) => _model.GetDeclaredSymbol(declaration) is IMethodSymbol { ReturnsVoid: true };

    private void Function(BlockSyntax? body, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, bool isVoid, Action visit)
    {
        if (body is not null)
        {
            Begin(body);
        }
        else if (arrow is not null)
        {
            _edits.Add(arrow.ArrowToken.SpanStart, $"{{ {Step} {Return(arrow.Expression, isVoid)}", instead: 2);
        }

        visit();
        if (arrow is not null && body is null)
        {
            _edits.Add(semicolon.Span.End, " }");
        }
    }

    private void Getter(ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, Action visit)
    {
        if (arrow is not null)
        {
            _edits.Add(arrow.ArrowToken.SpanStart, $"{{ get {{ {Step} {Return(arrow.Expression, false)}", instead: 2);
        }

        visit();
        if (arrow is not null)
        {
            _edits.Add(semicolon.Span.End, " } }");
        }
    }

    private void Lambda(LambdaExpressionSyntax node, Action visit)
    {
        if (_model.GetTypeInfo(node).ConvertedType is { Name: "Expression", ContainingNamespace.Name: "Expressions" })
        {
            // It is read, not run.
            return;
        }

        if (node.Block is { } block)
        {
            Begin(block);
            visit();
        }
        else if (node.ExpressionBody is { } body)
        {
            var isVoid = _model.GetSymbolInfo(node).Symbol is IMethodSymbol { ReturnsVoid: true };
            _edits.Add(body.SpanStart, $"{{ {Step} {Return(body, isVoid)}");
            visit();
            _edits.Add(body.Span.End, "; }");
        }
    }

    private static string Return(ExpressionSyntax expression, bool isVoid) => isVoid || expression is ThrowExpressionSyntax ? "" : "return ";

    private void Begin(BlockSyntax block) => _edits.Add(block.OpenBraceToken.Span.End, $" {Step}");

    private void Around(StatementSyntax statement, Action visit)
    {
        _edits.Add(statement.SpanStart, $"{{ {Step} ");
        visit();
        _edits.Add(statement.Span.End, " }");
    }

    // Constructors, and what they initialize, can make an object of their own type in turn.
    private void New(BaseObjectCreationExpressionSyntax node, Action visit)
    {
        if (_model.GetTypeInfo(node).Type is not { } type || !(_symbols.IsOwn(type) || type is ITypeParameterSymbol))
        {
            visit();
            return;
        }

        var alone = node.Parent is ExpressionStatementSyntax { SemicolonToken.IsMissing: false } or LambdaExpressionSyntax or ArrowExpressionClauseSyntax && IsAlone(node);
        _edits.Add(node.SpanStart, $"{(alone ? "_ = " : "")}({Guard}Pass() ? ");
        visit();
        _edits.Add(node.Span.End, " : throw null!)");
    }

    private bool IsAlone(BaseObjectCreationExpressionSyntax node) => node.Parent switch
    {
        LambdaExpressionSyntax lambda => _model.GetSymbolInfo(lambda).Symbol is IMethodSymbol { ReturnsVoid: true },
        ArrowExpressionClauseSyntax arrow => arrow.Parent is AccessorDeclarationSyntax accessor ? !accessor.IsKind(SyntaxKind.GetAccessorDeclaration) : arrow.Parent is ConstructorDeclarationSyntax || IsVoid(arrow.Parent!),
        _ => true,
    };

    private void Length(ExpressionSyntax size)
    {
        if (_model.GetConstantValue(size) is { HasValue: true, Value: int and >= 0 and <= 1000 })
        {
            return;
        }

        _edits.Add(size.SpanStart, $"{Guard}Size(");
        _closing.Add(size, ")");
    }

    private IParameterSymbol? ParameterOf(ArgumentSyntax argument) => argument.Parent is BaseArgumentListSyntax && _model.GetOperation(argument) is Microsoft.CodeAnalysis.Operations.IArgumentOperation operation ? operation.Parameter : null;

    // A function that is handed over by its name is called out of sight.
    private void Name(SimpleNameSyntax node)
    {
        if (_model.GetSymbolInfo(node).Symbol is IMethodSymbol method && !IsCalled(node) && (MakesSequence(method) || method.Parameters.Any(IsLength)))
        {
            Refuse(node, node.Identifier.Text);
        }
    }

    private static bool IsCalled(SimpleNameSyntax node)
    {
        var whole = node.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == node => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => (SyntaxNode)node,
        };
        return whole.Parent is InvocationExpressionSyntax or ObjectCreationExpressionSyntax or AttributeSyntax || node.Ancestors().Any(a => a is AttributeSyntax or NameColonSyntax or CrefSyntax or UsingDirectiveSyntax)
            || node.Parent is QualifiedNameSyntax;
    }

    private void Sequence(ExpressionSyntax source, bool cast, Action visit)
    {
        var isSequence = !cast && _model.GetTypeInfo(source).Type is { } type
            && type.AllInterfaces.Append(type).Any(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);
        if (isSequence)
        {
            _edits.Add(source.SpanStart, "(");
            _closing.Add(source, $").{BuildGuard.Suffix}()");
        }

        visit();
    }

    // A function without the looks of one.
    private void InQuery(ExpressionSyntax expression)
    {
        _edits.Add(expression.SpanStart, $"({Guard}Pass() ? (");
        Visit(expression);
        _edits.Add(expression.Span.End, ") : throw null!)");
    }

    private void Refuse(SyntaxNode node, string name) => _unbounded.Add(new Refusal(RefusalDiagnostics.NotBounded, name, node.Span));
}
