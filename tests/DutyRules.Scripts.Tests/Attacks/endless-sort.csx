// DUTY7005
var xs = Enumerable.Range(0, 300000).ToList();
xs.Sort((a, b) => b.CompareTo(a));
