// DUTY7005
class Forever : IEnumerator<int>
{
    public int Current => 1;
    object System.Collections.IEnumerator.Current => 1;
    public bool MoveNext() => true;
    public void Reset() { }
    public void Dispose() { }
}
class All : IEnumerable<int>
{
    public IEnumerator<int> GetEnumerator() => new Forever();
    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
Note(new All().Count());
