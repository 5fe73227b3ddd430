// DUTY7008
void F<T>(int n) => F<List<T>>(n + 1);
F<int>(0);
