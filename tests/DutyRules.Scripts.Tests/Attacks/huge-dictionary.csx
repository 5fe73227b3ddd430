// DUTY7007
var d = new Dictionary<int, int>();
d.EnsureCapacity(1_000_000_000);
