namespace DutyRules.Reference;

/// <summary>Decides by what must, or must not, be in the window; exceptions come after.</summary>
internal interface IContentJudgement
{
    /// <summary>The first decision that the content comes to.</summary>
    Decision Decide();

    /// <summary>What had counted before a cut, and on what proof (C7).</summary>
    (long? Counted, IReadOnlyList<Occurrence> Evidence) StandingAt(long cut);
}
