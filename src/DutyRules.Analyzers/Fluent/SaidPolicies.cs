using System.Collections.Concurrent;
using DutyRules.Analyzers.Interpreting;
using DutyRules.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Fluent;

/// <summary>The policies that the code of a project says, and what was already found. Safe to use from several threads.</summary>
/// <param name="duties">What collects policies.</param>
/// <param name="language">How findings are worded.</param>
internal sealed class SaidPolicies(INamedTypeSymbol duties, Language language)
{
    private readonly ConcurrentDictionary<SyntaxNode, bool> _reached = new();
    private readonly ConcurrentDictionary<(string Id, Location Place, string Text), bool> _found = new();

    public Language Language => language;

    /// <summary>Notes the policies that a block of code says; true where their <c>Duties</c> begin in it, too.</summary>
    public bool BeginIn(IOperation block)
    {
        bool begins = false;
        foreach (var operation in block.DescendantsAndSelf())
        {
            if (operation is IObjectCreationOperation creation)
            {
                begins |= SymbolEqualityComparer.Default.Equals(creation.Type, duties);
            }
            else if (operation is IInvocationOperation { TargetMethod: { Name: var name } method } call && SymbolEqualityComparer.Default.Equals(method.ContainingType, duties))
            {
                begins |= name == "With";
                _ = name is not ("Policy" or "Vocabulary") || _reached.TryAdd(call.Syntax, false);
            }
        }

        return begins;
    }

    /// <summary>Notes what was judged, or of which it was said why it is not.</summary>
    public void Reached(Interpreter interpreter)
    {
        foreach (var policy in interpreter.Lost.Keys.Concat(interpreter.Begun.Where(b => b.IsWhole || b.MissingFiles.Count > 0 || b.UnknownFiles is not null).SelectMany(b => b.Policies.Concat(b.Stopped.Select(s => s.Key)))))
        {
            _reached[policy] = true;
        }
    }

    /// <summary>What nothing was said of, in the order of the code.</summary>
    public IEnumerable<SyntaxNode> NotReached() =>
        _reached.Where(r => !r.Value).Select(r => r.Key).OrderBy(p => p.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(p => p.SpanStart);

    /// <summary>False where the same was found before, by way of another method.</summary>
    public bool IsNews(string id, Location place, string text) => _found.TryAdd((id, place, text), true);
}
