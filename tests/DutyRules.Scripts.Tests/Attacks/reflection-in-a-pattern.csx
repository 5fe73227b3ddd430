// DUTY7107
object o = 1;
if (o is Type t) Note(t);
