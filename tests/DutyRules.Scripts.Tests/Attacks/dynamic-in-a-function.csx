// DUTY7110
object F(dynamic d) => d.ToString();
Note(F(1));
