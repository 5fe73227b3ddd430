using System.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>Statements.</summary>
internal sealed partial class Interpreter
{
    private enum Flow
    {
        Next,
        Break,
        Continue,
        Return,
    }

    private Flow Run(IEnumerable<IOperation> statements, Frame frame)
    {
        foreach (var statement in statements)
        {
            if (Run(statement, frame) is var flow and not Flow.Next)
            {
                return flow;
            }
        }

        return Flow.Next;
    }

    private Flow Run(IOperation? statement, Frame frame)
    {
        if (statement is null)
        {
            return Flow.Next;
        }

        _budget.Step(statement.Syntax);
        switch (statement)
        {
            case IMethodBodyOperation body:
                return Run((IOperation?)body.BlockBody ?? body.ExpressionBody, frame);
            case IBlockOperation block:
                return Run(block.Operations, frame);
            case IExpressionStatementOperation { Operation: var expression }:
                Value(expression, frame);
                return Flow.Next;
            case IVariableDeclarationGroupOperation group:
                return Run(group.Declarations, frame);
            case IUsingDeclarationOperation declaration:
                return Run(declaration.DeclarationGroup, frame);
            case IVariableDeclarationOperation declaration:
                foreach (var variable in declaration.Declarators)
                {
                    frame.Declare(variable.Symbol, variable.GetVariableInitializer() is { } initial ? Value(initial.Value, frame) : null);
                }

                return Flow.Next;
            case IReturnOperation @return:
                ReturnFrom(frame, @return.ReturnedValue is { } value ? Value(value, frame) : null);
                return Flow.Return;
            case IConditionalOperation choice:
                return Value(choice.Condition, frame) is bool truth ? Run(truth ? choice.WhenTrue : choice.WhenFalse, frame) : Either(choice.Condition, [choice.WhenTrue, choice.WhenFalse], frame);
            case IForEachLoopOperation loop:
                return ForEach(loop, frame);
            case IForLoopOperation loop:
                var turns = new Frame(frame);
                Run(loop.Before, turns);
                return While(loop, loop.Condition, loop.Body, () => Run(loop.AtLoopBottom, turns), isTestedFirst: true, turns, frame);
            case IWhileLoopOperation loop:
                return While(loop, loop.Condition, loop.Body, () => Flow.Next, loop.ConditionIsTop, frame, frame);
            case ISwitchOperation choice:
                return Switch(choice, frame);
            case IBranchOperation { BranchKind: BranchKind.Break }:
                return Flow.Break;
            case IBranchOperation { BranchKind: BranchKind.Continue }:
                return Flow.Continue;
            case ITryOperation attempt:
                return Run(attempt.Body, frame) is var flow && Run(attempt.Finally, frame) is var last and not Flow.Next ? last : flow;
            case IUsingOperation { Resources: var resources, Body: var inner }:
                return Run(resources, frame) == Flow.Next ? Run(inner, frame) : Flow.Next;
            case ILockOperation { Body: var inner }:
                return Run(inner, frame);
            case ILocalFunctionOperation or IEmptyOperation or ILabeledOperation { Operation: null }:
                return Flow.Next;
            default:
                Value(statement, frame);
                return Flow.Next;
        }
    }

    // A lambda returns from its own frame, a turn of a loop from that around it.
    private static void ReturnFrom(Frame frame, object? value)
    {
        for (var outer = frame; outer is not null; outer = outer.IsTurn ? outer.Around : null)
        {
            outer.Returned = value;
        }
    }

    private Flow ForEach(IForEachLoopOperation loop, Frame frame)
    {
        if (Value(loop.Collection, frame) is not IEnumerable items)
        {
            return Either(loop.Collection, [loop.Body], frame);
        }

        foreach (object? item in items)
        {
            _budget.Step(loop.Syntax);
            var turn = new Frame(frame) { IsTurn = true };
            if (loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: var variable })
            {
                turn.Declare(variable, item);
            }
            else
            {
                Assign(loop.LoopControlVariable, item, turn);
            }

            if (Run(loop.Body, turn) is var flow and (Flow.Break or Flow.Return))
            {
                return flow == Flow.Return ? flow : Flow.Next;
            }
        }

        return Flow.Next;
    }

    private Flow While(IOperation loop, IOperation? condition, IOperation body, Func<Flow> step, bool isTestedFirst, Frame turns, Frame frame)
    {
        turns.IsTurn = turns != frame || turns.IsTurn;
        for (bool isTested = isTestedFirst; ; isTested = true)
        {
            _budget.Step(loop.Syntax);
            if (isTested && condition is not null)
            {
                if (Value(condition, turns) is not bool goesOn)
                {
                    return Either(condition, [body], frame);
                }

                if (!goesOn)
                {
                    return Flow.Next;
                }
            }

            if (Run(body, turns) is var flow and (Flow.Break or Flow.Return))
            {
                return flow == Flow.Return ? flow : Flow.Next;
            }

            step();
        }
    }

    private Flow Switch(ISwitchOperation choice, Frame frame)
    {
        object? value = Value(choice.Value, frame);
        var clauses = choice.Cases.SelectMany(c => c.Clauses.Select(clause => (c.Body, Clause: clause)));
        foreach (var (body, clause) in clauses.OrderBy(c => c.Clause.CaseKind == CaseKind.Default))
        {
            object? holds = clause switch
            {
                ISingleValueCaseClauseOperation single => value is Unknown ? value : Equals(value, Value(single.Value, frame)),
                IPatternCaseClauseOperation { Guard: null } pattern => Matches(pattern.Pattern, value, frame),
                IDefaultCaseClauseOperation => true,
                _ => Unknown.NotFollowed(clause.Syntax),
            };
            if (holds is not bool does)
            {
                return Either(choice.Value, choice.Cases, frame);
            }

            if (does)
            {
                return Run(body, frame) is var flow and not Flow.Break ? flow : Flow.Next;
            }
        }

        return Flow.Next;
    }

    // Nobody knows which way it goes. What either way says or writes is unknown from here on.
    private Flow Either(IOperation condition, IEnumerable<IOperation?> ways, Frame frame)
    {
        var unknown = Value(condition, frame) as Unknown ?? Unknown.Outside(condition.Syntax);
        foreach (var part in ways.OfType<IOperation>().SelectMany(w => w.DescendantsAndSelf()))
        {
            if (part is IAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } })
            {
                frame.Write(local, unknown);
            }
            else if (part is IInvocationOperation call && Allowed.IsOfLanguage(TypeOf(call.TargetMethod.ContainingType, frame)) || part is IReturnOperation)
            {
                Stop(part, unknown);
            }
        }

        return Flow.Next;
    }
}
