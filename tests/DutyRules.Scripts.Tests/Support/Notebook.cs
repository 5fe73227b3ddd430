using System.Linq.Expressions;

namespace DutyRules.Scripts.Tests.Support;

/// <summary>What scripts of these tests write into.</summary>
public sealed class Notebook
{
    private readonly List<string> _notes = [];

    public IReadOnlyList<string> Notes => _notes;

    public static ScriptSurface Surface { get; } = new(typeof(Notebook)) { Assemblies = [typeof(Notebook).Assembly, typeof(Expression).Assembly] };

    public void Note(object? value) => _notes.Add(value?.ToString() ?? "nothing");

    /// <summary>A condition that is read, not run.</summary>
    public void When<T>(Expression<Func<T, bool>> condition) => _notes.Add(condition.Body.ToString());
}
