using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using DutyRules.Time;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>What a policy says about all of its norms.</summary>
internal sealed record PolicyHeader(string Name, string Revision, LocalDateTime? From, LocalDateTime? To)
{
    /// <summary>What holds of each of its norms, unless the norm says more.</summary>
    public NormTraits Traits { get; init; } = NormTraits.Usual;

    /// <summary>The names of parameters that were found missing: that is said once.</summary>
    public HashSet<string> Undeclared { get; } = new(StringComparer.Ordinal);
}

/// <summary>What the policies of a set share.</summary>
/// <param name="Vocabulary">What they are written in.</param>
/// <param name="Outlines">What is known of all their norms beforehand.</param>
/// <param name="RoleLists">The lists of roles that bear their norms.</param>
/// <param name="Outcomes">What their norms came to, as events.</param>
/// <param name="Acting">The roles as each norm sees them.</param>
internal sealed record PolicyGround(Vocabulary Vocabulary, NormOutlines Outlines, RoleLists RoleLists, OutcomeTypes Outcomes, ActingRoles Acting);

/// <summary>What is known while the norms of a file are read.</summary>
internal sealed class NormScope(FileScope file, PolicyGround ground, PolicyHeader header)
{
    public FileScope File { get; } = file;

    public PolicyGround Ground { get; } = ground;

    public Vocabulary Vocabulary { get; } = ground.Vocabulary;

    public NormOutlines Outlines { get; } = ground.Outlines;

    public RoleLists RoleLists { get; } = ground.RoleLists;

    public PolicyHeader Header { get; } = header;

    public Terms Terms { get; } = new(file, ground.Vocabulary.Parameters, header.Undeclared);

    public Bounds Bounds { get; } = new(file);

    public PatternBinder Patterns { get; } = new(file, ground.Vocabulary.Events) { Outcomes = ground.Outcomes };

    /// <summary>The names that conditions of a norm may use, besides the fields of a tested event.</summary>
    /// <param name="trigger">The event that opens an instance; null: none does.</param>
    /// <param name="who">Who bears the norm; null: not known, which is no reason to find fault with what reads the person.</param>
    /// <param name="forEach">The set of things of which each has an instance; null: none.</param>
    public ExpressionContext ContextOf(NamedEvent? trigger, Party? who, ThingSet? forEach = null)
    {
        var key = ImmutableArray.CreateBuilder<(string, FieldType)>();
        key.Add((Vocabulary.PartitionField, FieldTypeOf(Vocabulary.PartitionField) ?? FieldType.Site));
        if (who is null or EachParty or FieldParty or AnyoneParty or PersonParty { Moving: false })
        {
            foreach (string name in Keywords.Person.Spellings.Where(n => n == Keywords.Person.En || FieldTypeOf(n) is not null))
            {
                key.Add((name, FieldType.Person));
            }
        }

        if (forEach is not null)
        {
            key.Add((forEach.Name, FieldType.Text));
        }

        return new ExpressionContext
        {
            Trigger = trigger?.Type,
            TriggerAlias = trigger?.Alias,
            Key = key.ToImmutable(),
            States = Vocabulary.States,
            Definitions = Vocabulary.Definitions,
            Parameters = Vocabulary.Parameters,
            Tables = Vocabulary.Tables,
            AllowsBlanks = true,
        };
    }

    /// <summary>The same names where an event or an act is judged: it can be asked who holds a role then.</summary>
    public ExpressionContext Judging(ExpressionContext context) => context with { Roles = Vocabulary.Roles };

    /// <summary>Reports that no site has opening hours, where that is so.</summary>
    public void NeedOpening(SourceSpan span)
    {
        if (Vocabulary.Hours.Concat(Vocabulary.Sites.SelectMany(s => s.Hours)).All(h => h.Name != SiteHours.Opening))
        {
            File.Report(NormDiagnostics.OpeningHoursNeeded, span);
        }
    }

    /// <summary>Reports what the days of a class are made of, where it is missing.</summary>
    public void NeedClass(DayClass kind, SourceSpan span)
    {
        if (kind == DayClass.Opening)
        {
            NeedOpening(span);
        }
        else if (Vocabulary.Calendar is null && Vocabulary.Sites.All(s => s.Calendar is null))
        {
            File.Report(NormDiagnostics.CalendarNeeded, span);
        }
    }

    /// <summary>True when there is a roster of shifts; reports it where there is none.</summary>
    public bool NeedShifts(SourceSpan span)
    {
        if (Vocabulary.Shifts is not null)
        {
            return true;
        }

        File.Report(NormDiagnostics.ShiftsNeeded, span);
        return false;
    }

    public Role? FindRole(string name, SourceSpan span) =>
        File.FindDeclared(Vocabulary.Roles, r => r.Name, name, span, NameDiagnostics.UnknownRole);

    private FieldType? FieldTypeOf(string name) => Vocabulary.Events.Select(e => e.FindField(name)?.Type).FirstOrDefault(t => t is not null);
}
