namespace DutyRules.Events;

/// <summary>The texts of a batch by number, each once, with their hashes.</summary>
internal sealed class BatchNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private (string Text, int Hash)[] _names = new (string, int)[64];

    public int Count => _numbers.Count;

    public string this[int number] => _names[number].Text;

    public int HashOf(int number) => _names[number].Hash;

    public int NumberOf(string text)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            number = Count;
            if (number == _names.Length)
            {
                Array.Resize(ref _names, number * 2);
            }

            _names[number] = (text, text.GetHashCode(StringComparison.Ordinal));
            _numbers.Add(text, number);
        }

        return number;
    }

    public void Clear()
    {
        Array.Clear(_names, 0, Count);
        _numbers.Clear();
    }
}
