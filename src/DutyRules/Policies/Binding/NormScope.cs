using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Events;
using DutyRules.Expressions;
using DutyRules.Norms;
using DutyRules.Policies.Reading;
using NodaTime;

namespace DutyRules.Policies.Binding;

/// <summary>What a policy says about all of its norms.</summary>
internal sealed record PolicyHeader(string Name, string Revision, LocalDateTime? From, LocalDateTime? To);

/// <summary>What is known while the norms of a file are read.</summary>
internal sealed class NormScope(FileScope file, Vocabulary vocabulary, PolicyHeader header)
{
    public FileScope File { get; } = file;

    public Vocabulary Vocabulary { get; } = vocabulary;

    public PolicyHeader Header { get; } = header;

    public Terms Terms { get; } = new(file, vocabulary.Parameters);

    public Bounds Bounds { get; } = new(file);

    public PatternBinder Patterns { get; } = new(file, vocabulary.Events);

    /// <summary>The names that conditions of a norm may use, besides the fields of a tested event.</summary>
    /// <param name="trigger">The event that opens an instance; null: none does.</param>
    /// <param name="who">Who bears the norm; null: not known, which is no reason to find fault with what reads the person.</param>
    public ExpressionContext ContextOf(NamedEvent? trigger, Party? who)
    {
        var key = ImmutableArray.CreateBuilder<(string, FieldType)>();
        key.Add((Vocabulary.PartitionField, FieldTypeOf(Vocabulary.PartitionField) ?? FieldType.Site));
        if (who is null or EachParty or FieldParty or AnyoneParty)
        {
            foreach (string name in Keywords.Person.Spellings.Where(n => n == Keywords.Person.En || FieldTypeOf(n) is not null))
            {
                key.Add((name, FieldType.Person));
            }
        }

        return new ExpressionContext
        {
            Trigger = trigger?.Type,
            TriggerAlias = trigger?.Alias,
            Key = key.ToImmutable(),
            States = Vocabulary.States,
            Parameters = Vocabulary.Parameters,
        };
    }

    public Role? FindRole(string name, SourceSpan span) =>
        File.FindDeclared(Vocabulary.Roles, r => r.Name, name, span, NameDiagnostics.UnknownRole);

    private FieldType? FieldTypeOf(string name) => Vocabulary.Events.Select(e => e.FindField(name)?.Type).FirstOrDefault(t => t is not null);
}
