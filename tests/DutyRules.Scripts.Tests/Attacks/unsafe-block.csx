// DUTY7109
unsafe { int x = 1; int* p = &x; *p = 2; }
