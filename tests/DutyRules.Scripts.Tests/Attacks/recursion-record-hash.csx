// DUTY7008
record N(int X) { public N? Next { get; set; } }
var a = new N(1);
a.Next = a;
Note(new HashSet<N> { a }.Count);
