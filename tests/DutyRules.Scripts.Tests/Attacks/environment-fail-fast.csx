// DUTY7106
Environment.FailFast("gone");
