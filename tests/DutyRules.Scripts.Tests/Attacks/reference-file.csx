// DUTY7118
#r "/tmp/evil.dll"
Note(1);
