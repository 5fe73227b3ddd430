// DUTY7103
Note(Random.Shared.Next());
