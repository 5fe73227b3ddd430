// DUTY7005
var xs = new List<int>(Enumerable.Range(0, 10000));
Note((from a in xs from b in xs from c in xs select a).Count());
