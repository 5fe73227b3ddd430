// DUTY7112
var w = new WeakReference(new object());
