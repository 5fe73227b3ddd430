// DUTY7008
class C { public IEnumerator<int> GetEnumerator() { foreach (var x in this) yield return x; } }
foreach (var x in new C()) Note(x);
