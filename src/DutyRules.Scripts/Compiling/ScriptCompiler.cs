using System.Collections.Immutable;
using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Scripts.Checking;
using DutyRules.Scripts.Files;
using DutyRules.Scripts.Guards;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;
using Diagnostic = DutyRules.Diagnostics.Diagnostic;
using DiagnosticSeverity = Microsoft.CodeAnalysis.DiagnosticSeverity;

namespace DutyRules.Scripts.Compiling;

/// <summary>Checks scripts and compiles them: first as they are written, to say what is wrong with them, then with steps put in.</summary>
internal sealed class ScriptCompiler(ScriptSurface surface)
{
    private static readonly string[] Imports = ["System", "System.Collections.Generic", "System.Collections.Immutable", "System.Linq", "NodaTime"];

    // Scripts are loaded by ourselves; the compiler's own loader only has to exist, and would be one more for each script.
    private static readonly InteractiveAssemblyLoader Unused = new();

    private readonly AllowList _allowed = new(surface.Namespaces);

    /// <summary>The version of the compiler.</summary>
    public static Guid Version => typeof(CSharpCompilation).Module.ModuleVersionId;

    /// <summary>The compiled script; null, and findings say why.</summary>
    public (CompiledScript? Script, ImmutableArray<Diagnostic> Findings) Compile(ScriptFiles files)
    {
        try
        {
            return CompileChecked(files);
        }
        catch (InsufficientExecutionStackException)
        {
            return (null, [ScriptDiagnostics.TooDeep.At(SourceSpan.None with { File = files.Entry!.Path })]);
        }
    }

    private (CompiledScript? Script, ImmutableArray<Diagnostic> Findings) CompileChecked(ScriptFiles files)
    {
        var written = Compilation(files, files.All.ToDictionary(f => f.Path, f => f.Text), []);
        var symbols = new SymbolCheck(_allowed, written.Assembly, surface);
        var refusals = new List<(SyntaxTree Tree, Refusal Refusal)>();
        var texts = new Dictionary<string, string>();
        var shifts = new Dictionary<string, ColumnShifts>();
        foreach (var tree in written.SyntaxTrees)
        {
            var model = written.GetSemanticModel(tree);
            var found = TextCheck.Check(model, symbols);
            var (edits, unbounded) = GuardWriter.Write(model, symbols);
            refusals.AddRange(found.Concat(unbounded).Select(r => (tree, r)));
            var text = tree.GetText().ToString();
            texts[tree.FilePath] = edits.Apply(text);
            shifts[tree.FilePath] = edits.Shifts(text);
        }

        ImmutableArray<Diagnostic> findings =
        [
            .. Messages(written, files, refusals)
                .OrderBy(d => d.Span.File != files.Entry!.Path).ThenBy(d => d.Span.File, StringComparer.Ordinal).ThenBy(d => d.Span.Line).ThenBy(d => d.Span.Column).Distinct(),
        ];
        return findings.IsEmpty ? Emit(Compilation(files, texts, [typeof(BuildGuard).Namespace!]), files, shifts) : (null, findings);
    }

    private CSharpCompilation Compilation(ScriptFiles files, Dictionary<string, string> texts, string[] imports)
    {
        var entry = files.Entry!;
        var options = ScriptOptions.Default
            .WithReferences(Array.Empty<MetadataReference>())
            .WithImports([.. Imports, .. surface.Imports, .. imports])
            .WithMetadataResolver(new NoAssemblies())
            .WithSourceResolver(new LoadedFiles(files, texts))
            .WithFilePath(entry.Path)
            .WithFileEncoding(Encoding.UTF8)
            .WithEmitDebugInformation(true)
            .WithAllowUnsafe(false);
        var compilation = (CSharpCompilation)CSharpScript.Create(texts[entry.Path], options, surface.Globals, Unused).GetCompilation();
        return compilation
            .WithReferences(ScriptReferences.For(surface))
            .WithAssemblyName("script")
            .WithOptions(compilation.Options.WithDeterministic(true).WithConcurrentBuild(false).WithNullableContextOptions(NullableContextOptions.Enable));
    }

    private static IEnumerable<Diagnostic> Messages(CSharpCompilation written, ScriptFiles files, List<(SyntaxTree Tree, Refusal Refusal)> refusals)
    {
        foreach (var (tree, refusal) in refusals)
        {
            yield return refusal.Kind.At(Places.Of(tree, refusal.Span), refusal.Name);
        }

        var loads = written.SyntaxTrees.SelectMany(t => ((CompilationUnitSyntax)t.GetRoot()).GetLoadDirectives().Select(d => (Tree: t, Load: d))).ToList();
        foreach (var (tree, load) in loads)
        {
            if (files.ProblemOf(load.File.ValueText, tree.FilePath) is { } problem)
            {
                yield return problem.At(Places.Of(tree, load.File.Span), load.File.ValueText);
            }
        }

        foreach (var error in written.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error))
        {
            if (error.Location.SourceTree is not { } tree)
            {
                yield return CompilerMessages.Of(error, SourceSpan.None with { File = files.Entry!.Path });
            }
            else if (!IsSaidOtherwise(error, tree, refusals, loads))
            {
                var word = tree.GetRoot().FindToken(error.Location.SourceSpan.Start).ValueText;
                var unknown = error.Id is "CS0103" or "CS0246" or "CS0234" or "CS1069" or "CS1061" or "CS0518" ? AllowList.OfUnknownWord(LastWord(tree, error, word)) : null;
                var place = Places.Of(tree, error.Location.SourceSpan);
                yield return unknown?.At(place, LastWord(tree, error, word)) ?? CompilerMessages.Of(error, place);
            }
        }
    }

    private static string LastWord(SyntaxTree tree, Microsoft.CodeAnalysis.Diagnostic error, string first)
    {
        var text = tree.GetText().ToString(error.Location.SourceSpan);
        return text.Split('.', '<', '(')[text.Contains('.') ? ^1 : 0] is { Length: > 0 } last ? last.Trim() : first;
    }

    // What a policy may not use anyway, and what could not be loaded, the compiler complains about in its own words too.
    private static bool IsSaidOtherwise(
        Microsoft.CodeAnalysis.Diagnostic error, SyntaxTree tree, List<(SyntaxTree Tree, Refusal Refusal)> refusals, List<(SyntaxTree Tree, LoadDirectiveTriviaSyntax Load)> loads)
    {
        var text = tree.GetText();
        var line = text.Lines.GetLineFromPosition(error.Location.SourceSpan.Start).LineNumber;
        return refusals.Any(r => r.Tree == tree && text.Lines.GetLineFromPosition(r.Refusal.Span.Start).LineNumber == line)
            || loads.Any(l => l.Tree == tree && l.Load.Span.IntersectsWith(error.Location.SourceSpan) && error.Id is "CS1504" or "CS2001" or "CS7010");
    }

    private (CompiledScript? Script, ImmutableArray<Diagnostic> Findings) Emit(CSharpCompilation guarded, ScriptFiles files, IReadOnlyDictionary<string, ColumnShifts> shifts)
    {
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = guarded.Emit(code, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        if (!emitted.Success)
        {
            // It compiled before steps were put in.
            return (null,
            [
                .. emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => RefusalDiagnostics.NotBounded.At(
                    d.Location.SourceTree is { } tree ? Original(Places.Of(tree, d.Location.SourceSpan), shifts) : SourceSpan.None with { File = files.Entry!.Path },
                    CompilerMessages.TextOf(d))),
            ]);
        }

        var refused = EmittedCheck.Check(code.ToArray(), _allowed, surface)
            .Select(name => RefusalDiagnostics.Emitted.At(SourceSpan.None with { File = files.Entry!.Path }, name)).ToImmutableArray();
        if (!refused.IsEmpty)
        {
            return (null, refused);
        }

        var entry = guarded.GetEntryPoint(CancellationToken.None)!;
        return (new CompiledScript(code.ToArray(), symbols.ToArray(), entry.ContainingType.MetadataName, entry.MetadataName, shifts), []);
    }

    private static SourceSpan Original(SourceSpan span, IReadOnlyDictionary<string, ColumnShifts> shifts) => shifts.TryGetValue(span.File, out var moved)
        ? span with { Column = moved.Original(span.Line, span.Column), EndColumn = moved.Original(span.EndLine, span.EndColumn) }
        : span;
}
