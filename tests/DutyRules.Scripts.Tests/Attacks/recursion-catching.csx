// DUTY7008
void F() { try { F(); } catch { F(); } }
F();
