// DUTY7113
Note(TimeZoneInfo.Local.Id);
