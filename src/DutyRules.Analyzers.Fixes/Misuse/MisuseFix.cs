using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Kind = DutyRules.Diagnostics.DiagnosticDescriptor;

namespace DutyRules.Analyzers.Fixes.Misuse;

/// <summary>Mends a finding by writing one piece of code anew; all of a kind at once, too.</summary>
public abstract class MisuseFix : CodeFixProvider
{
    private readonly string _id;

    private protected MisuseFix(Kind kind)
    {
        _id = kind.Id;
        FixableDiagnosticIds = [_id];
    }

    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (var finding in context.Diagnostics)
        {
            foreach (var edit in Edits(root.FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true), model))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(edit.Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(edit.Old, edit.New))), $"{_id}: {edit.Title}"),
                    finding);
            }
        }
    }

    private protected abstract IEnumerable<Edit> Edits(SyntaxNode found, SemanticModel model);
}
