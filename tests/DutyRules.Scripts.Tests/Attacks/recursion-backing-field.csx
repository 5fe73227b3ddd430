// DUTY7008
class C { public int P { get { field = P; return field; } } }
Note(new C().P);
