// DUTY7111
class C { static C() { } }
new C();
