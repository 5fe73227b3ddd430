// DUTY7106
Note(Environment.GetEnvironmentVariable("PATH"));
