// DUTY7008
class C { public static implicit operator int(C c) => (int)c + 1; }
int x = new C();
