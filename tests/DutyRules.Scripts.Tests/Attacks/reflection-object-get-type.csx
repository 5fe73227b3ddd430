// DUTY7107
Note("".GetType().Assembly.Location);
