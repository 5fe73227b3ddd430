// DUTY7008
class C { public void operator +=(int n) { var d = this; d += n; } }
var c = new C();
c += 1;
