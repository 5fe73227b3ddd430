// DUTY7005 DUTY7006 DUTY7008
object o = 1;
for (var i = 0; i < 900000; i++) o = new { o };
object p = 1;
for (var i = 0; i < 90000; i++) p = new { p };
Note(o.Equals(p));
Note(new HashSet<object> { o }.Count);
while (true) { }
