// DUTY7008
void F<T>(T t) => F((t, t));
F(1L);
