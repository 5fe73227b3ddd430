// DUTY7008
Func<int, int> f = null!;
f = delegate(int n) { return f(n + 1) + 1; };
Note(f(0));
