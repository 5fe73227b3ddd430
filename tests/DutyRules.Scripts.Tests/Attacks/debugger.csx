// DUTY7106
System.Diagnostics.Debugger.Break();
