namespace DutyRules.Calendars;

/// <summary>The text of a file of holidays or shifts. The caller opens files; this package reads texts.</summary>
/// <param name="Path">Its name, as findings print it.</param>
/// <param name="Text">What stands in it.</param>
public sealed record CalendarFile(string Path, string Text);
