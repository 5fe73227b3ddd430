// DUTY7114
Note(HashCode.Combine(1, 2));
