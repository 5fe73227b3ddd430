using System.Collections.Immutable;

namespace DutyRules.Events;

/// <summary>How a value was written.</summary>
internal enum RawKind
{
    /// <summary>As text, in quotes or in a table cell: may be read as any type.</summary>
    Text,

    /// <summary>As a bare number.</summary>
    Number,

    /// <summary>As <c>true</c> or <c>false</c>.</summary>
    Truth,

    /// <summary>As a list of texts.</summary>
    List,

    /// <summary>As something no event holds.</summary>
    Other,
}

/// <summary>A named value as it was written, and where: the reader of the file knows what start and length count.</summary>
internal readonly record struct RawValue(string Name, string Text, RawKind Kind, int Start, int Length)
{
    /// <summary>The texts of a list.</summary>
    public ImmutableArray<string> List { get; init; } = [];
}
