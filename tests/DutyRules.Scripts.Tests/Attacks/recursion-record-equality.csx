// DUTY7008
record N { public N? Next { get; set; } }
var a = new N();
a.Next = a;
var b = new N();
b.Next = b;
Note(a == b);
