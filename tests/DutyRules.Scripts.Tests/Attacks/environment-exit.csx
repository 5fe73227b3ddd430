// DUTY7106
Environment.Exit(3);
