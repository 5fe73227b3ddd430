// DUTY7109
unsafe void F(int* p) => *p = 1;
