using DutyRules.Events;
using DutyRules.Monitoring.Records;
using DutyRules.Monitoring.Roles;
using DutyRules.Monitoring.Shifts;
using DutyRules.Monitoring.States;
using DutyRules.Norms;

namespace DutyRules.Monitoring.Instances;

/// <summary>What the norms of one partition share.</summary>
/// <param name="Name">The partition.</param>
/// <param name="IsDeclared">True for a declared site.</param>
/// <param name="Vocabulary">The vocabulary.</param>
/// <param name="Start">Where the record begins.</param>
/// <param name="History">The events.</param>
/// <param name="Scope">What conditions see.</param>
/// <param name="Calendar">Zone, calendar and hours.</param>
/// <param name="Book">The planned shifts; null if the vocabulary has none.</param>
/// <param name="Roles">Who holds which role.</param>
internal sealed record PartitionView(
    string Name, bool IsDeclared, Vocabulary Vocabulary, long Start, History History, EvaluationScope Scope, SiteCalendar Calendar, ShiftBook? Book, RoleHolders Roles);
