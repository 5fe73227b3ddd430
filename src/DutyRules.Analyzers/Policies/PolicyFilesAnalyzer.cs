using System.Collections.Immutable;
using DutyRules.Analyzers.Reporting;
using DutyRules.Diagnostics;
using DutyRules.Policies;
using DutyRules.Policies.Sets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NodaTime;
using NodaTime.Text;
using Descriptor = Microsoft.CodeAnalysis.DiagnosticDescriptor;
using Found = Microsoft.CodeAnalysis.Diagnostic;

namespace DutyRules.Analyzers.Policies;

/// <summary>Finds in the policies, vocabularies and calendars among a project's additional files what <c>dutyrules validate</c> finds, at the same places. They are read together, once for each change.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyFilesAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableSortedDictionary<string, Descriptor> Kinds =
        DiagnosticCatalog.All.Concat(DependencyDiagnostics.All).ToImmutableSortedDictionary(k => k.Id, Descriptors.Of, StringComparer.Ordinal);

    private readonly object _gate = new();
    private readonly Func<LocalizedText?> _missing;
    private PolicyFindings? _last;

    /// <summary>For compilers.</summary>
    public PolicyFilesAnalyzer()
        : this(Dependencies.Wrong)
    {
    }

    internal PolicyFilesAnalyzer(Func<LocalizedText?> missing) => _missing = missing;

    /// <inheritdoc />
    public override ImmutableArray<Descriptor> SupportedDiagnostics { get; } = [.. Kinds.Values];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(Look);
    }

    private void Look(AdditionalFileAnalysisContext context)
    {
        var files = GivenFiles.Among(context.Options.AdditionalFiles, context.CancellationToken);
        if (files.Find(context.AdditionalFile.Path) is not { } file)
        {
            return;
        }

        LocalizedText? missing;
        try
        {
            missing = _missing();
            if (missing is null)
            {
                Report(context, files, file);
            }
        }
        catch (Exception thrown) when (Dependencies.IsMissing(thrown))
        {
            missing = LocalizedText.Same(thrown.Message);
        }

        // Said once, not of each file.
        if (missing is not null && file == files.Files[0])
        {
            var place = Location.Create(file.Path, default, default);
            context.ReportDiagnostic(Found.Create(Descriptors.Of(DependencyDiagnostics.NotUsable), place, Messages.Text(DependencyDiagnostics.NotUsable.At(SourceSpan.None, missing), Messages.Of(context.Options))));
        }
    }

    private void Report(AdditionalFileAnalysisContext context, GivenFiles files, SourceFile file)
    {
        string text = files.Read(file.Path).Text;
        foreach (var finding in FindingsOf(files, Today(context.Options), context.CancellationToken).In(file.Path))
        {
            context.ReportDiagnostic(Found.Create(Kinds[finding.Id], Places.Of(finding.Span, text), Messages.Text(finding, Messages.Of(context.Options))));
        }
    }

    // Files of one compilation are looked at on several threads, and an editor asks again after each key that is hit in any file.
    private PolicyFindings FindingsOf(GivenFiles files, LocalDate today, CancellationToken cancellation)
    {
        lock (_gate)
        {
            return _last = _last?.AreOf(files, today) == true ? _last : PolicyFindings.Of(files, today, cancellation);
        }
    }

    // An analyzer has no clock: the build says what day it is. Where it does not, no suppression has ended.
    private static LocalDate Today(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.DutyRulesToday", out string? day) && LocalDatePattern.Iso.Parse(day) is { Success: true } date
            ? date.Value
            : LocalDate.MinIsoValue;
}
