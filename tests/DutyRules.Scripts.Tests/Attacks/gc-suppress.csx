// DUTY7112
GC.SuppressFinalize(new object());
