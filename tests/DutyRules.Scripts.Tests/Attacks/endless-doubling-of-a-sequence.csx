// DUTY7005
IEnumerable<int> q = [1];
for (var i = 0; i < 60; i++) q = q.Concat(q);
Note(q.Count());
