using System.Runtime.InteropServices;
using System.Text;

namespace DutyRules.Events;

/// <summary>The named values of one event as they were written, before anyone knows what they mean. Reused from event to event. Not thread safe.</summary>
internal sealed class RawEvent
{
    private const int MostText = 64 * 1024;

    private readonly List<RawValue> _values = [];
    private readonly int[] _reserved = new int[ReservedNames.All.Count];
    private byte[] _text = new byte[1024];
    private int _textLength;

    /// <summary>The values in the order of writing.</summary>
    public ReadOnlySpan<RawValue> Values => CollectionsMarshal.AsSpan(_values);

    /// <summary>A value.</summary>
    public ref readonly RawValue this[int index] => ref Values[index];

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _values.Clear();
        Array.Fill(_reserved, -1);
        _textLength = 0;
        if (_text.Length > MostText)
        {
            _text = new byte[MostText];
        }
    }

    /// <summary>Takes a value with its text in UTF-8.</summary>
    public void Add(string name, RawKind kind, ReadOnlySpan<byte> text, int start, int length)
    {
        if (text.Length > _text.Length - _textLength)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _textLength + text.Length));
        }

        text.CopyTo(_text.AsSpan(_textLength));
        Add(new RawValue(name, kind, _textLength, text.Length, start, length, []));
        _textLength += text.Length;
    }

    /// <summary>Takes a list of texts.</summary>
    public void Add(string name, IEnumerable<string> texts, int start, int length) => Add(new RawValue(name, RawKind.List, 0, 0, start, length, [.. texts]));

    /// <summary>The place of the first value of a name among the values; -1 when there is none.</summary>
    public int Find(string name)
    {
        if (ReservedNames.IndexOf(name) is >= 0 and var reserved)
        {
            return _reserved[reserved];
        }

        var values = Values;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The text of a value in UTF-8; none for a list.</summary>
    public ReadOnlySpan<byte> TextOf(in RawValue value) => _text.AsSpan(value.TextStart, value.TextLength);

    /// <summary>The same as a string.</summary>
    public string Written(in RawValue value) => Encoding.UTF8.GetString(TextOf(value));

    private void Add(in RawValue value)
    {
        if (value.Reserved >= 0 && _reserved[value.Reserved] < 0)
        {
            _reserved[value.Reserved] = _values.Count;
        }

        _values.Add(value);
    }
}
