// DUTY7006
var all = new List<long[]>();
while (true) all.Add(new long[1_000_000]);
