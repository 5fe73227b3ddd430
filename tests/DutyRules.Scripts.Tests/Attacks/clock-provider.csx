// DUTY7102
Note(TimeProvider.System.GetUtcNow());
