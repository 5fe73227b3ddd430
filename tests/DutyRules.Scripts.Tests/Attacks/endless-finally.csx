// DUTY7005
void F() { try { F2(); } finally { while (true) { } } }
void F2() { while (true) { } }
F();
