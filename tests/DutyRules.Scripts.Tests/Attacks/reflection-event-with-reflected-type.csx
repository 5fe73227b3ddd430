// DUTY7107
Note(((object)"").GetType().FullName);
