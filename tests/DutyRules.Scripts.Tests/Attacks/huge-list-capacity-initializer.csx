// DUTY7116
var l = new List<long> { Capacity = 1_000_000_000 };
