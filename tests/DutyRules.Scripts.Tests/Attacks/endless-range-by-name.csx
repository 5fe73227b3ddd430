// DUTY7116
Func<int, int, IEnumerable<int>> range = Enumerable.Range;
Note(range(0, int.MaxValue).Last());
