// DUTY7106
Note(Environment.TickCount64);
