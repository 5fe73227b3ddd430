// DUTY7008
class C { public C() : this(new C()) { } C(C c) { } }
new C();
