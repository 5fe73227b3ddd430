// DUTY7102
Note(System.Diagnostics.Stopwatch.GetTimestamp());
