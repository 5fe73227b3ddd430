using DutyRules.Diagnostics;
using DutyRules.Dsl;
using DutyRules.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>What is said to <see cref="Duties"/>: files, vocabularies, policies.</summary>
internal sealed partial class Interpreter
{
    private int _policies;

    /// <summary>Policies that are said to nobody knows whom.</summary>
    public Dictionary<SyntaxNode, Unknown> Lost { get; } = [];

    private object? CallDuties(IInvocationOperation call, object? instance, Frame frame)
    {
        var method = call.TargetMethod;
        if (method.Name == nameof(Duties.With))
        {
            return With(call, frame);
        }

        bool says = method.Name is nameof(Duties.Policy) or nameof(Duties.Vocabulary);
        if (instance is not Duties duties || Begun.Find(b => b.Duties == duties) is not { } followed)
        {
            var cause = instance as Unknown ?? Unknown.Outside(call.Syntax);
            if (says)
            {
                Lost[call.Syntax] = cause;
            }

            return cause;
        }

        if (method.Name is not (nameof(Duties.Policy) or nameof(Duties.Vocabulary) or nameof(Duties.File)))
        {
            followed.IsLoaded |= method.Name == nameof(Duties.Load);
            return Unknown.NotPure(call.Syntax, $"Duties.{method.Name}");
        }

        var missing = Arguments(call.Arguments, method.Parameters.Length, frame, out var arguments);
        if (missing is not null || Members.Method(method, frame) is not { } found)
        {
            followed.Miss(call, missing ?? Unknown.NotFollowed(call.Syntax));
            return duties;
        }

        if (arguments[0] is PolicyFile file)
        {
            followed.Add(file);
            return duties;
        }

        followed.Policies.Add(call.Syntax);
        followed.HasVocabulary |= method.Name == nameof(Duties.Vocabulary);
        Say(call, followed, () => Invoke(call.Syntax, () => found.Invoke(duties, [.. arguments.Zip(found.GetParameters(), (a, p) => AsParameter(a, p.ParameterType))])));
        return duties;
    }

    private void Say(IInvocationOperation call, FollowedDuties followed, Func<object?> say)
    {
        _policies++;
        _budget.Begin();
        try
        {
            if (say() is Unknown thrown)
            {
                followed.Miss(call, thrown);
            }
        }
        catch (StoppedException stopped)
        {
            followed.Miss(call, stopped.Cause);
        }
        finally
        {
            _policies--;
            _budget.Begin();
        }
    }

    private object? With(IInvocationOperation call, Frame frame)
    {
        var followed = new FollowedDuties(new Duties(), call.Syntax);
        Begun.Add(followed);
        var unknown = Arguments(call.Arguments, call.TargetMethod.Parameters.Length, frame, out var arguments);
        if (unknown is not null || arguments[0] is not IEnumerable<string> paths)
        {
            followed.UnknownFiles ??= unknown ?? Unknown.NotFollowed(call.Syntax);
            return followed.Duties;
        }

        foreach (string path in paths)
        {
            var found = files.At(path, call.Syntax.SyntaxTree.FilePath).ToList();
            found.ForEach(followed.Add);
            if (found.Count == 0)
            {
                followed.MissingFiles.Add(path);
            }
        }

        return followed.Duties;
    }

    /// <summary>Something that says a policy depends on what is unknown: it is not judged.</summary>
    private Unknown Stop(IOperation at, Unknown cause)
    {
        if (_policies > 0)
        {
            throw new StoppedException(cause);
        }

        if (at is IInvocationOperation { TargetMethod: { ContainingType.Name: nameof(Duties) } or { DeclaringSyntaxReferences.Length: > 0 } })
        {
            foreach (var followed in Begun.Where(b => !b.IsLoaded))
            {
                followed.Stop(at.Syntax, cause);
            }
        }

        return cause;
    }
}
