// DUTY7116
Note(Enumerable.InfiniteSequence(0, 1).Last());
