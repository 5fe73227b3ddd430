using System.Composition;
using DutyRules.Analyzers.Misuse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DutyRules.Analyzers.Fixes.Misuse;

/// <summary>Writes what was wrong with the record to standard error.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ObservationMustBeLookedAtFix() : MisuseFix(MisuseDiagnostics.ObservationIgnored)
{
    private protected override IEnumerable<Edit> Edits(SyntaxNode found, SemanticModel model)
    {
        if (found.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { } statement)
        {
            string console = Code.NameOf("System.Console", model, statement);
            yield return new Edit("Report what was wrong", statement, Code.Statement($"if ({statement.Expression}.Problem is {{ }} problem)\n{{\n    {console}.Error.WriteLine(problem);\n}}", statement));
        }
    }
}
