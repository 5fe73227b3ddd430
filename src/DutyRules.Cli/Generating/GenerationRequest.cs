using NodaTime;

namespace DutyRules.Cli.Generating;

/// <summary>What <c>dutyrules generate</c> was asked for.</summary>
/// <param name="Seed">Decides what is open: the same seed gives the same events.</param>
/// <param name="From">The first local date.</param>
/// <param name="To">The last local date, inclusive.</param>
/// <param name="Breaches">The share of duties that is to be broken, from 0 to 1.</param>
/// <param name="PerDay">How often a day what opens a duty is to happen.</param>
internal sealed record GenerationRequest(ulong Seed, LocalDate From, LocalDate To, double Breaches, int PerDay);
