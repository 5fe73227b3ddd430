namespace DutyRules.Reference;

/// <summary>Names this assembly for tests that need to find it.</summary>
public sealed class AssemblyMarker;
