// DUTY7108
Note(Enumerable.Range(0, 10).AsParallel().Sum());
