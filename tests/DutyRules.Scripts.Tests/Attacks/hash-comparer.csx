// DUTY7114
Note(EqualityComparer<string>.Default.GetHashCode("x"));
