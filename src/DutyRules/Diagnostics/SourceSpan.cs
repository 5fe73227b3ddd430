namespace DutyRules.Diagnostics;

/// <summary>
/// A place in a file: from the first character up to, not including, the end. Lines and columns count from 1;
/// columns count UTF-16 units, as editors do.
/// </summary>
public readonly record struct SourceSpan(string File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>No place: for things that were built in code.</summary>
    public static SourceSpan None { get; } = new("", 0, 0, 0, 0);

    /// <summary>True for a text that was put together: its parts stand nowhere, so that the whole is shown.</summary>
    internal bool IsWhole { get; init; }

    /// <summary>A part of a text on one line that starts where this span starts, <paramref name="offset"/> characters on.</summary>
    public SourceSpan Part(int offset, int length) => IsWhole ? this
        : new(File, Line, Column + offset, Line, Column + offset + Math.Max(length, 1));

    /// <summary><c>file:line:column</c>, or the file alone if there is no line.</summary>
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}
