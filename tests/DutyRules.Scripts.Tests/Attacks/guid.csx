// DUTY7103
Note(Guid.NewGuid());
