// DUTY7114
foreach (var p in ImmutableHashSet.Create("a", "b", "c")) Note(p);
