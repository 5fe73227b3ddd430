// DUTY7008
class C { public int P => P + 1; }
Note(new C().P);
