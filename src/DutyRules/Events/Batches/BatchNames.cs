namespace DutyRules.Events;

/// <summary>The texts of a batch by number, each once.</summary>
internal sealed class BatchNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private NameKey[] _names = new NameKey[64];

    public int Count => _numbers.Count;

    public string this[int number] => _names[number].Text;

    public ref readonly NameKey KeyOf(int number) => ref _names[number];

    public int NumberOf(string text)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            number = Count;
            if (number == _names.Length)
            {
                Array.Resize(ref _names, number * 2);
            }

            _names[number] = NameKey.Of(text);
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
