// DUTY7008
Func<int, int> f = null!;
f = n => f(n + 1) + 1;
Note(f(0));
