using DutyRules.Events;

namespace DutyRules.Monitoring;

/// <summary>What became of the rows of a batch (<see cref="DutyMonitor.Follow(EventBatch, Action{Verdicts.VerdictChange})"/>).</summary>
/// <param name="Accepted">How many became part of the history.</param>
/// <param name="Others">Those there is more to say about, in order: repeated, refused, or accepted with a warning. Empty when all went well.</param>
public readonly record struct BatchObservation(int Accepted, IReadOnlyList<RowObservation> Others);

/// <summary>What became of a row.</summary>
/// <param name="Row">Its number in the batch, from 0.</param>
/// <param name="Observation">What became of it.</param>
public readonly record struct RowObservation(int Row, Observation Observation);
