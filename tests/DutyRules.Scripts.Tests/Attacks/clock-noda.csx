// DUTY7102
Note(SystemClock.Instance.GetCurrentInstant());
