// DUTY7116
Func<int, string> pad = "x".PadLeft;
Note(pad(1_000_000_000).Length);
