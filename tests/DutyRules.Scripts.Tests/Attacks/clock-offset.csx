// DUTY7102
Note(DateTimeOffset.UtcNow);
