// DUTY7007
Note("x".PadLeft(1_000_000_000).Length);
