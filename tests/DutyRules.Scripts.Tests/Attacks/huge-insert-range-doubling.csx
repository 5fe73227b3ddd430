// DUTY7006
var l = new List<int> { 1 };
while (true) l.InsertRange(0, l);
