// DUTY7008
class C { public C() { new C(); } }
new C();
