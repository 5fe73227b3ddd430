namespace DutyRules.Testing;

/// <summary>Fails a test whose text is not its snapshot.</summary>
public sealed class SnapshotMismatchException(string message) : Exception(message);
