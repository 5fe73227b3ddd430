// DUTY7005
Note(Enumerable.Range(0, int.MaxValue).Last());
