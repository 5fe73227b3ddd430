using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using DutyRules.Events;
using DutyRules.Expressions;
using NodaTime;

namespace DutyRules.Benchmarks.Parts;

/// <summary>A condition on two states and the time of day: evaluated, and compiled.</summary>
[MemoryDiagnoser]
public class Expressions
{
    private Expression _condition = null!;
    private Func<IEvaluationScope, Maybe<bool>> _compiled = null!;
    private Scope _scope = null!;

    /// <summary>Reads the condition.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var policies = PartFiles.Load("acts");
        _condition = policies.Norms.Select(n => n.Frame).OfType<Norms.WhenFrame>().Single(f => f.Trigger.Where is not null).Trigger.Where!;
        _compiled = ExpressionCompiler.CompileCondition(_condition);
        _scope = new Scope(PartFiles.Record(policies, "clock-out", 0, 1000, ("person", Value.Text("li"))), policies.Vocabulary.Zone);
    }

    /// <summary>Once.</summary>
    [Benchmark]
    public bool Evaluate() => _compiled(_scope).Value;

    /// <summary>Once.</summary>
    [Benchmark]
    public object Compile() => ExpressionCompiler.CompileCondition(_condition);

    private sealed class Scope(EventRecord item, DateTimeZone zone) : IEvaluationScope
    {
        public DateTimeZone Zone => zone;

        public EventRecord? Event(EventRole role) => item;

        public Value? State(StateDefinition state, ImmutableArray<Value> key) => state.Name == "queue" ? Value.Integer(7) : Value.Truth(true);

        public bool? Holds(Role role, string person) => null;

        public Value? Key(string name) => null;
    }
}
