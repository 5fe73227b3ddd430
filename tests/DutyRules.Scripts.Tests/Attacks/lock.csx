// DUTY7108
object o = new();
lock (o) Note(1);
