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

/// <summary>A named value as it was written, and where.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">How it was written.</param>
/// <param name="TextStart">Where in the draft its text begins.</param>
/// <param name="TextLength">How many bytes of UTF-8 its text has.</param>
/// <param name="Start">Where in the file it begins: the reader of the file knows what that counts.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="List">The texts of a list.</param>
internal readonly record struct RawValue(string Name, RawKind Kind, int TextStart, int TextLength, int Start, int Length, ImmutableArray<string> List)
{
    /// <summary>Its place among the names that every event has; -1 for any other.</summary>
    public int Reserved { get; } = ReservedNames.IndexOf(Name);
}
