// DUTY7103
Note(new Random(1).Next());
