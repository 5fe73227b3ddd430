// DUTY7008
IEnumerable<int> F() { foreach (var x in F()) yield return x; }
Note(F().Count());
