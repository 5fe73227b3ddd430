using DutyRules.Scripts.Guards;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using DiagnosticDescriptor = DutyRules.Diagnostics.DiagnosticDescriptor;

namespace DutyRules.Scripts.Checking;

/// <summary>Goes through the text of a script and refuses what a policy may not use. A name is refused once, as long as it was written.</summary>
internal sealed class TextCheck : CSharpSyntaxWalker
{
    private readonly SemanticModel _model;
    private readonly SymbolCheck _symbols;
    private readonly List<Refusal> _found = [];

    private TextCheck(SemanticModel model, SymbolCheck symbols)
        : base(SyntaxWalkerDepth.Node)
    {
        _model = model;
        _symbols = symbols;
    }

    public static IReadOnlyList<Refusal> Check(SemanticModel model, SymbolCheck symbols)
    {
        var check = new TextCheck(model, symbols);
        var root = model.SyntaxTree.GetRoot();
        check.CheckDirectives(root);
        check.CheckTokens(root);
        check.Visit(root);
        return check._found;
    }

    // What stands inside is named rather than the whole: the more it says where.
    public override void Visit(SyntaxNode? node)
    {
        if (node is null)
        {
            return;
        }

        switch (node)
        {
            case AttributeSyntax attribute:
                VisitAttribute(attribute);
                return;
            case MemberAccessExpressionSyntax access when RefusedName(access.Name) is { } kind:
                var count = _found.Count;
                VisitUnlessName(access.Expression);
                if (_found.Count == count)
                {
                    Add(kind, _model.GetSymbolInfo(access.Name).Symbol!, node);
                }

                return;
            case QualifiedNameSyntax name when RefusedName(name.Right) is { } kind:
                Add(kind, _model.GetSymbolInfo(name.Right).Symbol!, node);
                return;
            case IdentifierNameSyntax { IsVar: true }:
                // What it stands for is written beside it.
                return;
            case SimpleNameSyntax name when RefusedName(name) is { } kind:
                Add(kind, _model.GetSymbolInfo(name).Symbol!, node);
                return;
        }

        var before = _found.Count;
        base.Visit(node);
        if (_found.Count == before)
        {
            CheckItself(node);
        }
    }

    private DiagnosticDescriptor? RefusedName(SimpleNameSyntax name) => _model.GetSymbolInfo(name).Symbol is { } symbol and not INamespaceSymbol ? _symbols.Refuse(symbol) : null;

    // In `File.ReadAllText` the type was refused with the member; in `new Random().Next()` it was not.
    private void VisitUnlessName(ExpressionSyntax expression)
    {
        if (_model.GetSymbolInfo(expression).Symbol is not (ITypeSymbol or INamespaceSymbol))
        {
            Visit(expression);
        }
    }

    private void CheckItself(SyntaxNode node)
    {
        switch (node)
        {
            case BaseObjectCreationExpressionSyntax or BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or ElementAccessExpressionSyntax or ConstructorInitializerSyntax:
                RefuseSymbol(node);
                break;
            case AssignmentExpressionSyntax assignment:
                RefuseSymbol(node);
                if (_model.GetSymbolInfo(assignment.Left).Symbol is IPropertySymbol set && _symbols.RefuseSetting(set) is { } kind)
                {
                    Add(kind, set, assignment.Left);
                }

                break;
            case TypeOfExpressionSyntax:
                Add(RefusalDiagnostics.Reflection, "typeof", node);
                return;
            case UnsafeStatementSyntax or FixedStatementSyntax or PointerTypeSyntax or FunctionPointerTypeSyntax or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax
                or MakeRefExpressionSyntax or RefTypeExpressionSyntax or RefValueExpressionSyntax:
                Add(RefusalDiagnostics.Unsafe, node.GetFirstToken().Text, node);
                return;
            case LockStatementSyntax:
                Add(RefusalDiagnostics.Threads, "lock", node);
                return;
            case AwaitExpressionSyntax:
                Add(RefusalDiagnostics.Threads, "await", node);
                return;
            case DestructorDeclarationSyntax destructor:
                Add(RefusalDiagnostics.RunsByItself, $"~{destructor.Identifier.Text}()", node);
                return;
            case ConstructorDeclarationSyntax constructor when constructor.Modifiers.Any(SyntaxKind.StaticKeyword):
                Add(RefusalDiagnostics.RunsByItself, $"static {constructor.Identifier.Text}()", node);
                return;
            case BaseTypeDeclarationSyntax type:
                CheckBases(type);
                return;
        }

        if (_found.Count == 0 || !_found[^1].Span.OverlapsWith(node.Span))
        {
            CheckType(node);
        }
    }

    private void CheckType(SyntaxNode node)
    {
        if (node is not ExpressionSyntax expression)
        {
            return;
        }

        var info = _model.GetTypeInfo(expression);
        if (info.ConvertedType is INamedTypeSymbol { Name: "Expression", ContainingNamespace.Name: "Expressions" } && expression is LambdaExpressionSyntax)
        {
            // A condition that is handed over to be read.
            return;
        }

        if (_symbols.Refuse(info.Type) is { } kind)
        {
            Add(kind, info.Type!, node);
        }
        else if (_symbols.Refuse(info.ConvertedType) is { } converted)
        {
            Add(converted, info.ConvertedType!, node);
        }
        else if (_model.GetConversion(expression).MethodSymbol is { } conversion && _symbols.Refuse(conversion) is { } refused)
        {
            Add(refused, conversion, node);
        }
    }

    private void RefuseSymbol(SyntaxNode node)
    {
        if (_model.GetSymbolInfo(node).Symbol is { } symbol && _symbols.Refuse(symbol) is { } kind)
        {
            Add(kind, symbol, node);
        }
    }

    private void CheckBases(BaseTypeDeclarationSyntax declaration)
    {
        if (declaration is EnumDeclarationSyntax || _model.GetDeclaredSymbol(declaration) is not { } type || declaration.BaseList is not { } bases)
        {
            return;
        }

        foreach (var ancestor in type.AllInterfaces.Cast<INamedTypeSymbol>().Append(type.BaseType))
        {
            if (ancestor is not null && !_symbols.IsOwn(ancestor) && !_symbols.IsBase(ancestor))
            {
                Add(RefusalDiagnostics.DerivedType, ancestor, bases);
                return;
            }
        }
    }

    private new void VisitAttribute(AttributeSyntax attribute)
    {
        if (_model.GetSymbolInfo(attribute).Symbol is IMethodSymbol { ContainingType: var type } && !_symbols.HasAttribute(type))
        {
            var name = SymbolCheck.MetadataNameOf(type);
            var kind = name.EndsWith("ModuleInitializerAttribute", StringComparison.Ordinal) ? RefusalDiagnostics.RunsByItself
                : name.StartsWith("System.Runtime.InteropServices.", StringComparison.Ordinal) ? RefusalDiagnostics.Unsafe
                : RefusalDiagnostics.Attribute;
            Add(kind, attribute.Name.ToString(), attribute);
            return;
        }

        Visit(attribute.ArgumentList);
    }

    private void CheckDirectives(SyntaxNode root)
    {
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            switch (directive)
            {
                case ReferenceDirectiveTriviaSyntax reference:
                    Add(RefusalDiagnostics.Reference, $"#r {reference.File.Text}", directive);
                    break;
                case LineOrSpanDirectiveTriviaSyntax:
                    Add(RefusalDiagnostics.Directive, "#line", directive);
                    break;
                case PragmaChecksumDirectiveTriviaSyntax:
                    Add(RefusalDiagnostics.Directive, "#pragma checksum", directive);
                    break;
            }
        }
    }

    private void CheckTokens(SyntaxNode root)
    {
        foreach (var token in root.DescendantTokens())
        {
            var kind = token.Kind() switch
            {
                SyntaxKind.UnsafeKeyword when token.Parent is not UnsafeStatementSyntax => RefusalDiagnostics.Unsafe,
                SyntaxKind.ExternKeyword => RefusalDiagnostics.Unsafe,
                SyntaxKind.ArgListKeyword => RefusalDiagnostics.Unsafe,
                SyntaxKind.AsyncKeyword or SyntaxKind.VolatileKeyword => RefusalDiagnostics.Threads,
                SyntaxKind.IdentifierToken when token.ValueText is BuildGuard.Suffix or BuildGuard.Name => RefusalDiagnostics.Reserved,
                _ => null,
            };
            if (kind is not null)
            {
                _found.Add(new Refusal(kind, token.Text, token.Span));
            }
        }
    }

    private void Add(DiagnosticDescriptor kind, ISymbol symbol, SyntaxNode node) => Add(kind, SymbolCheck.NameOf(symbol), node);

    private void Add(DiagnosticDescriptor kind, string name, SyntaxNode node) => _found.Add(new Refusal(kind, name, FirstLine(node)));

    // Of a declaration that goes over many lines the beginning is enough.
    private static TextSpan FirstLine(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var end = text.Lines.GetLineFromPosition(node.SpanStart).End;
        return TextSpan.FromBounds(node.SpanStart, Math.Max(node.SpanStart + 1, Math.Min(node.Span.End, end)));
    }
}
