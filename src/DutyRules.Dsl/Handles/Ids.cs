namespace DutyRules.Dsl;

/// <summary>A person, in a field of an event or by name.</summary>
/// <param name="Name">The name, as events write it.</param>
public readonly record struct PersonId(string Name);

/// <summary>A site, in a field of an event or by name.</summary>
/// <param name="Name">The name, as events write it.</param>
public readonly record struct SiteId(string Name);

/// <summary>The case that an event belongs to.</summary>
/// <param name="Name">The name, as events write it.</param>
public readonly record struct CaseId(string Name);

/// <summary>A thing that a site has.</summary>
/// <param name="Name">The name, as events write it.</param>
public readonly record struct ThingId(string Name);
