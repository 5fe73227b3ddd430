// DUTY7112
Note(string.Intern("x"));
