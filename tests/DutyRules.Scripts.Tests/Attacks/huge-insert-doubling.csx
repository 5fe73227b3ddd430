// DUTY7006
var s = "x";
while (true) s = s.Insert(0, s);
