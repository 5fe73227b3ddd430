// DUTY7116
var l = new List<long>();
l.Capacity = 1_000_000_000;
