using Microsoft.CodeAnalysis;

namespace DutyRules.Analyzers.Interpreting;

/// <summary>The variables of a call, or of a turn of a loop; what is around them is reached through them.</summary>
internal sealed class Frame(Frame? around = null)
{
    private readonly Dictionary<ISymbol, object?> _values = new(SymbolEqualityComparer.Default);

    /// <summary>What a call returns.</summary>
    public object? Returned { get; set; }

    /// <summary>What is around it.</summary>
    public Frame? Around => around;

    /// <summary>Whether it is a turn of a loop, and not a call.</summary>
    public bool IsTurn { get; set; }

    /// <summary>The types that stand for the type parameters of a method.</summary>
    public Dictionary<ISymbol, Type> Types { get; } = around?.Types ?? new(SymbolEqualityComparer.Default);

    public void Declare(ISymbol variable, object? value) => _values[variable] = value;

    /// <summary>Writes a variable where it was declared.</summary>
    public void Write(ISymbol variable, object? value)
    {
        for (var frame = this; frame is not null; frame = frame.Around)
        {
            if (frame._values.ContainsKey(variable))
            {
                frame._values[variable] = value;
                return;
            }
        }

        _values[variable] = value;
    }

    /// <summary>False where nothing is known of the variable.</summary>
    public bool Read(ISymbol variable, out object? value)
    {
        for (var frame = this; frame is not null; frame = frame.Around)
        {
            if (frame._values.TryGetValue(variable, out value))
            {
                return true;
            }
        }

        value = null;
        return false;
    }

}
