// DUTY7007
var l = new List<long>(1_000_000_000);
