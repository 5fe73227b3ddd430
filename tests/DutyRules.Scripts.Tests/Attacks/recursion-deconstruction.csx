// DUTY7008
class C { public void Deconstruct(out int a, out int b) { (a, b) = this; } }
var (x, y) = new C();
