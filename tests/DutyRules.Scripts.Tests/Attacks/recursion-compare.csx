// DUTY7008
class C : IComparable<C> { public int CompareTo(C? o) => Comparer<C>.Default.Compare(this, o); }
new[] { new C(), new C() }.Order().ToList();
