using DutyRules.Events;

namespace DutyRules.Norms;

/// <summary>Who is meant. Resolved at a binding instant: see the semantics, "Bearers".</summary>
public abstract record Party;

/// <summary>
/// A post: one instance per site, kept by any holder. Bearers are all who held it in the window, liable those who hold it at the decisive instant.
/// </summary>
public sealed record PostParty(Role Role) : Party;

/// <summary>Each holder has an instance of his own; bound when the window opens.</summary>
public sealed record EachParty(Role Role) : Party;

/// <summary>The person in a field of the triggering event.</summary>
public sealed record FieldParty(Field Field) : Party;

/// <summary>Whoever acts: for prohibitions and gates, where the frame is the act.</summary>
public sealed record AnyoneParty : Party;

/// <summary>The site as a whole: nobody in person; anyone's act counts.</summary>
public sealed record SiteParty : Party;

/// <summary>The parties of a norm.</summary>
/// <param name="Who">Who bears it.</param>
/// <param name="DoneByAnyone">
/// True when anybody's act counts. False: the actor of a counted event is a bearer at that instant (an event without an actor always counts).
/// </param>
public sealed record Parties(Party Who, bool DoneByAnyone = false);
