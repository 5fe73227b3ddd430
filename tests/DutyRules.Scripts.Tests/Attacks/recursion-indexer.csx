// DUTY7008
class C { public int this[int i] => this[i + 1]; }
Note(new C()[0]);
