// DUTY7109
Span<int> s = stackalloc int[100_000_000];
