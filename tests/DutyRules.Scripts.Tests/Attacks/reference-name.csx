// DUTY7118
#r "System.Diagnostics.Process"
Note(1);
