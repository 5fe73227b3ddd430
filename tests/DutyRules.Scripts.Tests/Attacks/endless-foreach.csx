// DUTY7005
IEnumerable<int> Forever() { while (true) yield return 1; }
foreach (var x in Forever()) { }
