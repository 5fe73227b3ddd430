// DUTY7007
Note(new string('x', 1_000_000_000).Length);
