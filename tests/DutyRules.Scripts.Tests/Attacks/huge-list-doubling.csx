// DUTY7006
var l = new List<long> { 1 };
while (true) l.AddRange(l.ToArray());
