// DUTY7008
class C { public static C operator +(C a, C b) => (a + b) + a; }
Note(new C() + new C());
