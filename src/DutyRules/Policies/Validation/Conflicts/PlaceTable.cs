using DutyRules.Norms;

namespace DutyRules.Policies.Validation.Conflicts;

/// <summary>Which of many norms hold at one place. Norms say few different choices of sites, so each two of these are compared once.</summary>
internal sealed class PlaceTable
{
    private readonly int[] _choices;
    private readonly bool[,] _meet;

    public PlaceTable(Norm[] norms)
    {
        var choices = norms.Select(n => n.At).Distinct().ToList();
        _choices = Array.ConvertAll(norms, n => choices.IndexOf(n.At));
        _meet = new bool[choices.Count, choices.Count];
        for (int i = 0; i < choices.Count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                _meet[i, j] = _meet[j, i] = choices[i].Meets(choices[j]);
            }
        }
    }

    /// <summary>True when there is a place where both of two norms hold.</summary>
    public bool Meet(int one, int other) => _meet[_choices[one], _choices[other]];
}
