// DUTY7113
Note(DateTimeZoneProviders.Tzdb.GetSystemDefault());
