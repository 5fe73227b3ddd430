namespace DutyRules.Reference;

/// <summary>Decides by what must, or must not, be in the window; exceptions come after.</summary>
internal interface IContentJudgement
{
    /// <summary>The first decision that the content comes to.</summary>
    Decision Decide();
}
