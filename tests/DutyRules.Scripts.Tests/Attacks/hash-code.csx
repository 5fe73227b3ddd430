// DUTY7114
Note("x".GetHashCode());
