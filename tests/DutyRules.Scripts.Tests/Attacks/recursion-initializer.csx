// DUTY7008
class C { C _next = new C(); }
new C();
