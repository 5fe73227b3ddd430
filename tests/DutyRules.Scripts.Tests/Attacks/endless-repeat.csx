// DUTY7005
Note(Enumerable.Repeat(1, int.MaxValue).ToHashSet().Count);
