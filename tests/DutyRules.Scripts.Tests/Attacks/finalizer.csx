// DUTY7111
class C { ~C() { while (true) { } } }
new C();
