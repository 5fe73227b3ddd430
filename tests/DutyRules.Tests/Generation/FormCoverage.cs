using System.Globalization;
using System.Text;
using DutyRules.Events;
using DutyRules.Norms;
using DutyRules.Verdicts;

namespace DutyRules.Tests.Generation;

/// <summary>How many cases had each form, and how many verdicts of each status were said of norms with it.</summary>
internal sealed class FormCoverage
{
    private readonly SortedDictionary<string, int> _cases = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedDictionary<VerdictStatus, int>> _verdicts = new(StringComparer.Ordinal);

    public void Add(PolicySet policies, IEnumerable<Verdict> verdicts)
    {
        var forms = policies.Norms.ToDictionary(norm => norm, norm => FormsOf(norm).Distinct().ToList());
        foreach (var form in forms.Values.SelectMany(form => form).ToHashSet())
            _cases[form] = _cases.GetValueOrDefault(form) + 1;

        foreach (var verdict in verdicts)
        {
            foreach (var form in forms[verdict.Norm])
            {
                if (!_verdicts.TryGetValue(form, out var ofForm))
                    _verdicts[form] = ofForm = [];

                ofForm[verdict.Status] = ofForm.GetValueOrDefault(verdict.Status) + 1;
            }
        }
    }

    /// <summary>One line for each form.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (form, cases) in _cases)
        {
            var verdicts = _verdicts.TryGetValue(form, out var ofForm) ? string.Join(", ", ofForm.Select(status => $"{status.Key} {status.Value}")) : "no verdict";
            text.AppendLine(CultureInfo.InvariantCulture, $"{form}: {cases} cases, {verdicts}");
        }

        return text.ToString();
    }

    /// <summary>The forms that a norm is written with: its frame, parties, content, exceptions, anchors and days, and the kinds of state that it reads.</summary>
    private static IEnumerable<string> FormsOf(Norm norm) =>
        ModelParts.Of(norm).Select(part => part switch
            {
                StateDefinition state => $"state {state.GetType().Name}{Variant(state)}{Key(state)}",
                Content content => $"content {content.GetType().Name}{Variant(content)}",
                NormException exception => $"exception {exception.GetType().Name}",
                Party party => $"party {party.GetType().Name}{(party is PersonParty { Moving: true } ? " moving" : "")}",
                Frame frame => $"frame {frame.GetType().Name}",
                FramePeriod period => $"period {(period is CalendarUnit unit ? unit.Kind.ToString() : period.GetType().Name)}",
                Anchor anchor => $"anchor {anchor.GetType().Name}",
                Day day => $"day {day.GetType().Name}",
                CoveredSet set => $"set {set.GetType().Name}",
                Term<long> { Computed: not null } or Term<decimal> { Computed: not null } => "computed bound",
                _ => "",
            })
            .Where(form => form.Length > 0)
            .Append(norm.Parties.DoneBy is { } doneBy ? $"done by {doneBy.GetType().Name}" : "done by bearer")
            .Append($"modality {norm.Modality}");

    private static string Variant(StateDefinition state) => state is SwitchState { OnFor: not null } ? " for a time" : state is LatestState { StaleAfter: not null } ? " stale" : "";

    private static string Key(StateDefinition state) => state.Of.Length > 1 ? " by two names" : state.Of.Contains("kind") ? " by a word" : "";

    private static string Variant(Content content) => content switch
    {
        CountContent { Once: true } => " once",
        CompositeContent c => $" {c.How}",
        MeasureContent c => $" {c.Kind}",
        StayContent { Of: not null } => " share of",
        StayContent { Share: not null } => " share",
        StayContent { Gaps: not null } => " gaps",
        _ => "",
    };
}
