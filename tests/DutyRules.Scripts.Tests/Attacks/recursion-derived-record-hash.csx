// DUTY7008
abstract record M;
sealed record N : M { public M? Next { get; set; } }
var a = new N();
a.Next = a;
Note(new HashSet<M> { a }.Count);
