namespace DutyRules.Events;

/// <summary>Goes through a text of numbers and marks, in UTF-8.</summary>
internal ref struct Digits(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;

    /// <summary>True when all of it was read.</summary>
    public readonly bool AtEnd => _at == _text.Length;

    /// <summary>The next byte; 0 at the end.</summary>
    public readonly byte Next => _at < _text.Length ? _text[_at] : (byte)0;

    /// <summary>Passes over one byte if it is this one.</summary>
    public bool Pass(byte mark)
    {
        if (Next != mark || AtEnd)
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Reads a number of at least and at most so many digits, as many as there are.</summary>
    public bool TryNumber(int least, int most, out int number)
    {
        number = 0;
        var read = 0;
        for (; read < most && (uint)(Next - '0') <= 9; read++, _at++)
        {
            number = (number * 10) + (_text[_at] - '0');
        }

        return read >= least;
    }

    /// <summary>Reads a number of so many digits.</summary>
    public bool TryNumber(int digits, out int number) => TryNumber(digits, digits, out number);

    /// <summary>Reads what stands after a decimal point, of at least and at most so many digits, as nanoseconds.</summary>
    public bool TryNanoseconds(int least, int most, out int nanoseconds)
    {
        var start = _at;
        var read = TryNumber(least, most, out nanoseconds);
        for (var digits = _at - start; digits < 9; digits++)
        {
            nanoseconds *= 10;
        }

        return read;
    }
}
