// DUTY7005
class C { public static int X = F(); static int F() { while (true) { } } }
Note(C.X);
