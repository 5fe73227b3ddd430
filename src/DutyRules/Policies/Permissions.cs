using System.Collections.Immutable;
using DutyRules.Diagnostics;
using DutyRules.Expressions.Binding;
using DutyRules.Norms;
using DutyRules.Policies.Binding;

namespace DutyRules.Policies;

/// <summary>What may be done is no breach of the norms that the permission lifts: each has an exception more.</summary>
internal static class Permissions
{
    public static ImmutableArray<Norm> Lift(ImmutableArray<Norm> norms, IReadOnlyList<Permission> permissions, DiagnosticBag bag)
    {
        var lifted = norms.ToBuilder();
        foreach (var permission in permissions)
        {
            foreach (var word in permission.Lifts)
            {
                bool found = false;
                for (int i = 0; i < lifted.Count; i++)
                {
                    if (lifted[i].Id == word.Text)
                    {
                        found = true;
                        lifted[i] = Lift(lifted[i], permission, word.Span, bag);
                    }
                }

                if (!found)
                {
                    var nearest = Suggestion.Nearest(word.Text, norms.Select(n => n.Id).Distinct());
                    bag.Add(CompositionDiagnostics.UnknownNorm.At(word.Span, permission.Entry.Id, word.Text, Suggestion.Question(nearest)));
                }
            }
        }

        return lifted.ToImmutable();
    }

    private static Norm Lift(Norm norm, Permission permission, SourceSpan place, DiagnosticBag bag)
    {
        bool isAct = norm.Frame is WhenFrame frame && frame.Trigger.Type == permission.Act
            && (norm.Content is HappeningContent or ConditionContent or ActorContent || norm.Window.Closes.Anchor is FrameStart);
        if (!isAct)
        {
            bag.Add(CompositionDiagnostics.LiftsOtherAct.At(place, norm.Id, permission.Act.Name));
        }

        return isAct && permission.Condition is { } condition ? norm with { Exceptions = norm.Exceptions.Add(new UnlessException(condition)) } : norm;
    }
}
