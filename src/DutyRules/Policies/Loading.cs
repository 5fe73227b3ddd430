using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Policies.Binding;
using DutyRules.Policies.Families;
using DutyRules.Policies.Reading;
using DutyRules.Policies.Validation;
using DutyRules.Policies.Yaml;
using DutyRules.Time;

namespace DutyRules.Policies;

/// <summary>One run of the loader: text to nodes, nodes to records, records to findings. Used once.</summary>
internal sealed class Loading(IEnumerable<PolicyFile> files, IEnumerable<BuiltFile> built, VocabularyChanges changes)
{
    private readonly ImmutableArray<Part> _parts = [.. files.Select(f => new Part(f)), .. built.Select(f => new Part(f))];
    private readonly Dictionary<FileScope, LoadedFile> _loaded = [];
    private readonly List<Diagnostic> _wide = [];
    private VocabularyFamily? _family;

    private enum Kind
    {
        Unknown,
        Vocabulary,
        Policy,
        Calendar,
    }

    public LoadResult Run()
    {
        foreach (var part in _parts.Where(p => p.Kind == Kind.Unknown && !p.File.Bag.HasErrors))
        {
            part.File.Report(FileDiagnostics.NeitherVocabularyNorPolicy, part.Start);
        }

        var vocabulary = ReadVocabulary(ReadCalendars());
        var policies = vocabulary is null ? [] : WrittenOut();
        var ground = vocabulary is null ? null : GroundOf(vocabulary, policies);
        var results = ground is null ? [] : policies.Select(p => ReadPolicy(p.Part, p.Members, ground)).ToList();
        foreach (var part in _parts)
        {
            part.File.ReportMixedLanguages();
        }

        var across = new DiagnosticBag();
        var norms = SiteVariants.Follow(PolicyRevisions.Follow([.. results.Select(r => r.Edition)], across));
        norms = Permissions.Lift(norms, [.. results.SelectMany(r => r.Permissions)], across);
        var whole = ground is null ? null : Whole(ground, results, across);
        var set = whole is null ? null : Set(norms, whole, results, across);
        var diagnostics = Sorted([.. _wide, .. across.Items, .. _parts.SelectMany(p => p.File.Bag.Items), .. set is null ? [] : PolicyValidator.Check(set, isWhole: !_parts.Any(p => p.File.Bag.HasErrors))]);
        return new LoadResult(diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error) ? null : set, diagnostics)
        {
            Files = [.. _parts.Select(p => _loaded.GetValueOrDefault(p.File) ?? new LoadedFile(p.File.Path, "", p.File.Language))],
        };
    }

    private static PolicySet Set(ImmutableArray<Norm> norms, Vocabulary vocabulary, List<PolicyBinder.Result> results, DiagnosticBag bag)
    {
        var (run, aside) = OpenFigures.PutAside(norms, vocabulary, [.. results.Select(r => r.Edition)], bag);
        return new PolicySet(vocabulary, Strata.Of(run, vocabulary, bag)) { Catalogue = [.. results.SelectMany(r => r.Catalogue), .. aside] };
    }

    private ImmutableArray<WorkCalendar> ReadCalendars()
    {
        var calendars = ImmutableArray.CreateBuilder<WorkCalendar>();
        foreach (var part in _parts.Where(p => p.Kind == Kind.Calendar))
        {
            var calendar = new CalendarBinder(part.File).Bind(part.Root!, part.Start);
            _loaded[part.File] = new LoadedFile(part.File.Path, calendar.Name, part.File.Language);
            if (calendars.FirstOrDefault(c => c.Name == calendar.Name) is { } other)
            {
                part.File.Report(TimeDiagnostics.CalendarTwice, calendar.Span, calendar.Name, other.Span.File);
            }
            else
            {
                calendars.Add(calendar);
            }
        }

        return calendars.ToImmutable();
    }

    private Vocabulary? ReadVocabulary(ImmutableArray<WorkCalendar> calendars)
    {
        var parts = _parts.Where(p => p.Kind == Kind.Vocabulary).ToList();
        if (parts.Count == 0)
        {
            if (!_parts.Any(p => p.File.Bag.HasErrors))
            {
                _wide.Add(FileDiagnostics.NoVocabulary.At(_parts.IsEmpty ? SourceSpan.None : _parts[0].Start));
            }

            return null;
        }

        _family = new VocabularyFamily([.. parts.Select(p => new VocabularyPart(p.File, p.Root!, p.Start))], _parts.Where(p => p.Kind == Kind.Policy).Select(p => p.Root!));
        var root = _family.Root;
        var vocabulary = new VocabularyBinder(root.File, calendars, changes).Bind(_family.Joined(), root.Start);
        _family.CheckSight(vocabulary);
        foreach (var part in _family.Order)
        {
            _loaded[part.File] = new LoadedFile(part.File.Path, part.Name, part.File.Language);
        }

        return vocabulary;
    }

    // Norms that are made of templates, families and ladders are written out before anything is read.
    private List<(Part Part, ImmutableArray<FamilyMember> Members)> WrittenOut()
    {
        var shared = _parts.Where(p => p.Kind == Kind.Vocabulary).SelectMany(p => Template.Read(p.Root, p.File)).ToImmutableArray();
        return [.. _parts.Where(p => p.Kind == Kind.Policy).Select(p => (p, MembersOf(p, shared)))];
    }

    private static PolicyGround GroundOf(Vocabulary vocabulary, List<(Part Part, ImmutableArray<FamilyMember> Members)> policies)
    {
        var outlines = NormOutlines.Of(policies.SelectMany(p => p.Members));
        return new PolicyGround(vocabulary, outlines, new RoleLists(), new OutcomeTypes(outlines, vocabulary), new ActingRoles(vocabulary.Roles));
    }

    private static ImmutableArray<FamilyMember> MembersOf(Part part, ImmutableArray<Template> shared)
    {
        var own = Template.Read(part.Root, part.File);
        return new FamilyReader(part.File, [.. own, .. shared.Where(t => own.All(o => o.Name != t.Name))]).Read(part.Root!);
    }

    private PolicyBinder.Result ReadPolicy(Part part, ImmutableArray<FamilyMember> members, PolicyGround ground)
    {
        var result = new PolicyBinder(part.File, ground with { Vocabulary = Seen(part, ground.Vocabulary) }, changes, members).Bind(part.Root!, part.Start);
        _loaded[part.File] = new LoadedFile(part.File.Path, result.Edition.Name, part.File.Language, result.Source);
        return result;
    }

    // What a policy does not use it does not see.
    private Vocabulary Seen(Part policy, Vocabulary vocabulary)
    {
        var uses = VocabularyFamily.Words(policy.Root!, policy.File);
        return vocabulary.Name.Length > 0 ? _family!.Seen(uses, policy.File, vocabulary) : vocabulary;
    }

    // The vocabulary with what policies declare for themselves, and before it the outcomes that are spoken of.
    private static Vocabulary Whole(PolicyGround ground, IEnumerable<PolicyBinder.Result> policies, DiagnosticBag bag)
    {
        var whole = LocalNames.Join(ground.Vocabulary, policies.Select(p => (p.Edition.Name, p.Locals)), bag);
        var outcomes = ground.Outcomes.Used.ToList();
        return whole with { Events = [.. whole.Events, .. outcomes.Select(o => o.Type)], Derived = [.. outcomes, .. whole.Derived] };
    }

    // By file in the order of reading, then by place.
    private ImmutableArray<Diagnostic> Sorted(IEnumerable<Diagnostic> diagnostics)
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < _parts.Length; i++)
        {
            order.TryAdd(_parts[i].File.Path, i);
        }

        return
        [
            .. diagnostics
                .Select(d => !order.TryGetValue(d.Span.File, out int i) ? d : _parts[i].IsBuilt ? d with { Edit = null, Offers = [] } : _parts[i].File.Source.Clamp(d))
                .OrderBy(d => order.GetValueOrDefault(d.Span.File, -1)).ThenBy(d => d.Span.Line).ThenBy(d => d.Span.Column)
                .ThenBy(d => d.Id, StringComparer.Ordinal),
        ];
    }

    private sealed class Part
    {
        public Part(PolicyFile file)
        {
            var source = new SourceText(file.Path, file.Text);
            File = new FileScope(source);
            Start = source.Span(0, 0);
            Root = YamlReader.Read(source, File.Bag);
            Kind = Root is null ? Kind.Unknown
                : Root is YamlMapping mapping && KindOf(mapping) is var kind && kind != Kind.Unknown ? kind
                : file.Path.EndsWith(".vocabulary.yaml", StringComparison.OrdinalIgnoreCase) ? Kind.Vocabulary
                : file.Path.EndsWith(".duty.yaml", StringComparison.OrdinalIgnoreCase) ? Kind.Policy
                : file.Path.EndsWith(".calendar.yaml", StringComparison.OrdinalIgnoreCase) ? Kind.Calendar
                : Kind.Unknown;
        }

        public Part(BuiltFile file)
        {
            File = new FileScope(new SourceText(file.Path, ""));
            File.Bag.AddRange(file.Findings);
            Start = file.Start;
            Root = file.Root;
            Kind = KindOf(file.Root);
            IsBuilt = true;
        }

        public FileScope File { get; }

        /// <summary>True when there is no text whose places could be shown or changed.</summary>
        public bool IsBuilt { get; }

        public SourceSpan Start { get; }

        public YamlNode? Root { get; }

        public Kind Kind { get; }

        private static Kind KindOf(YamlMapping mapping)
        {
            // A vocabulary names its calendar under the same word, so that is looked for last.
            var words = mapping.Entries.Select(e => Keywords.Find(e.Key.Text)).ToList();
            return words.Find(w => w == Keywords.Vocabulary || w == Keywords.Policy) is { } word ? word == Keywords.Vocabulary ? Kind.Vocabulary : Kind.Policy
                : words.Contains(Keywords.Calendar) ? Kind.Calendar
                : Kind.Unknown;
        }
    }
}
