// DUTY7008 DUTY7006 DUTY7005
IEnumerable<int> q = [1];
for (var i = 0; i < 900000; i++) q = q.Where(x => true);
Note(q.Count());
