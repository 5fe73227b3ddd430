// DUTY7109
unsafe { fixed (char* c = "x") { *c = 'y'; } }
