// DUTY7008
class B(object o);
class C() : B(new C());
new C();
