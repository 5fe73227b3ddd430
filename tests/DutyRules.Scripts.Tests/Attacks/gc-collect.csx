// DUTY7112
GC.Collect();
