namespace DutyRules.Diagnostics;

/// <summary>What a finding is about.</summary>
public enum DiagnosticCategory
{
    /// <summary>The text of a file: its lines, keys and lists.</summary>
    Shape,

    /// <summary>Figures, lengths of time, dates and other values.</summary>
    Values,

    /// <summary>Names, and what the vocabulary declares.</summary>
    Vocabulary,

    /// <summary>Calendars, hours, shifts and recurrences.</summary>
    Time,

    /// <summary>What a single norm says.</summary>
    Norms,

    /// <summary>How norms and policies go together.</summary>
    Policies,

    /// <summary>Clauses of source documents, and what stands beside norms.</summary>
    Sources,

    /// <summary>Conditions and other expressions.</summary>
    Expressions,

    /// <summary>Files of tests.</summary>
    Tests,

    /// <summary>Events, and why one is not taken.</summary>
    Events,

    /// <summary>Tables of events, and the feed files that map them.</summary>
    Feeds,

    /// <summary>Tables and calendars of shifts, and of who holds which role.</summary>
    Rosters,

    /// <summary>Published holidays.</summary>
    Holidays,

    /// <summary>Policies in C#, and scripts.</summary>
    CSharp,
}
