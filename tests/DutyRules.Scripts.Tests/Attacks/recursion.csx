// DUTY7008
int F(int n) => F(n + 1) + 1;
Note(F(0));
