// DUTY7116
class C : IEnumerable<int>
{
    C _c = [];
    public void Add(int i) { }
    public IEnumerator<int> GetEnumerator() => null!;
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!;
}
new C();
