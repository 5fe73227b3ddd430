// DUTY7005
var xs = new List<int>(Enumerable.Repeat(1, 20000));
Note((from a in xs join b in xs on a equals b where false select a).Count());
