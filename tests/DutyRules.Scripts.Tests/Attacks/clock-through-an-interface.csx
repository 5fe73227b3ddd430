// DUTY7102
IClock? clock = null;
Note(clock?.GetCurrentInstant());
