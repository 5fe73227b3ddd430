// DUTY7102
Note(DateTime.Now);
