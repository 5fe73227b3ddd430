using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using DutyRules.Diagnostics;
using DutyRules.Policies;
using DutyRules.Scripts.Compiling;
using DutyRules.Scripts.Files;
using DutyRules.Scripts.Running;

namespace DutyRules.Scripts;

/// <summary>
/// Runs policies that are written as C# scripts. Off unless <see cref="ScriptSettings.Allowed"/>. A script is checked before it runs, stopped when it uses up too much, and leaves nothing behind; that guards against
/// mistakes, not against an author who means harm. Safe to use from several threads.
/// </summary>
public sealed class ScriptHost
{
    private readonly ScriptSettings _settings;
    private readonly ScriptSurface _surface;
    private readonly ScriptCache _cache;

    /// <summary>A host.</summary>
    /// <param name="settings">What scripts may do.</param>
    /// <param name="surface">What they see.</param>
    [RequiresDynamicCode("Scripts are compiled when they are run.")]
    [RequiresUnreferencedCode("Scripts may use whatever they are given, whether the program uses it or not.")]
    public ScriptHost(ScriptSettings settings, ScriptSurface surface) => (_settings, _surface, _cache) = (settings, surface, new ScriptCache(settings.CacheFolder));

    /// <summary>Runs a script. Never throws for what stands in it.</summary>
    /// <param name="path">The script.</param>
    /// <param name="globals">What takes what it builds, of the type that <see cref="ScriptSurface.Globals"/> says. Of no use when the script did not come to its end.</param>
    /// <param name="end">What is left to do on the script's thread, under its limits, when it came to its end: whatever may still call functions of the script.</param>
    public ScriptRun Run(string path, object globals, Action? end = null)
    {
        if (!_settings.Allowed)
        {
            return new ScriptRun(false, [ScriptDiagnostics.NotAllowed.At(SourceSpan.None with { File = path }, path)]);
        }

        var files = ScriptFiles.Read(path);
        if (files.Problem is { } problem)
        {
            return new ScriptRun(false, [problem]);
        }

        var run = new ScriptRun(false, []) { Fingerprint = files.Fingerprint(), Files = [.. files.All.Select(f => new PolicyFile(f.Path, f.Text))] };
        if (!_settings.Pins.IsEmpty && !_settings.Pins.Contains(run.Fingerprint, StringComparer.OrdinalIgnoreCase))
        {
            return run with { Diagnostics = [ScriptDiagnostics.NotPinned.At(SourceSpan.None with { File = path }, path, run.Fingerprint)] };
        }

        var (script, findings) = Compiled(files, run.Fingerprint);
        if (script is null)
        {
            return run with { Diagnostics = findings };
        }

        var failure = ScriptThread.Run(script, path, globals, end, _surface, _settings.Limits);
        return run with { Completed = failure is null, Diagnostics = failure is null ? findings : [.. findings, failure] };
    }

    private (CompiledScript? Script, ImmutableArray<Diagnostic> Findings) Compiled(ScriptFiles files, string fingerprint)
    {
        var key = Key(files, fingerprint);
        if (_cache.Find(key) is { } known)
        {
            return (known, []);
        }

        var (script, findings) = new ScriptCompiler(_surface).Compile(files);
        return script is null ? (null, findings) : (script, _cache.Keep(key, script) is { } notKept ? [.. findings, notKept] : findings);
    }

    // What was made of the same files by the same compiler with the same assemblies is the same. The names of files stand in findings.
    private string Key(ScriptFiles files, string fingerprint)
    {
        var parts = ScriptReferences.Of(_surface).Select(a => $"{a.GetName().Name} {a.ManifestModule.ModuleVersionId}")
            .Concat([fingerprint, $"compiler {ScriptCompiler.Version}", $"globals {_surface.Globals.FullName}", .. _surface.Imports.Select(i => $"import {i}"), .. _surface.Namespaces.Select(n => $"namespace {n}")])
            .Concat(files.All.Select(f => f.Path));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }
}
