// DUTY7008
record N { public N? Next { get; set; } }
var n = new N();
n.Next = n;
Note(n.ToString());
