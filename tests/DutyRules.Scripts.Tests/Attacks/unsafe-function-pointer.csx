// DUTY7109
unsafe class C { public delegate*<void> F; }
