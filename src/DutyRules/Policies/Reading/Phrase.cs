using System.Globalization;
using DutyRules.Diagnostics;
using DutyRules.Policies.Yaml;
using NodaTime;

namespace DutyRules.Policies.Reading;

/// <summary>A value that is made of words, read from left to right. Wide digits and signs count as ordinary ones.</summary>
internal sealed class Phrase
{
    private readonly string _text;
    private readonly SourceSpan _place;

    public Phrase(string text, SourceSpan place)
    {
        _text = FullWidth.ToAscii(text);
        _place = place;
        SkipBlanks();
    }

    public Phrase(YamlScalar scalar)
        : this(scalar.Text, scalar.Content)
    {
    }

    /// <summary>How far it was read. Blanks are always skipped.</summary>
    public int Position { get; private set; }

    public bool AtEnd => Position == _text.Length;

    /// <summary>What is still to be read.</summary>
    public string Rest => _text[Position..].TrimEnd();

    public SourceSpan RestSpan => _place.Part(Position, Math.Max(1, Rest.Length));

    public SourceSpan SpanFrom(int start) => _place.Part(start, _text[start..Position].TrimEnd().Length);

    public string TextFrom(int start) => _text[start..Position].TrimEnd();

    public void Return(int position) => Position = position;

    /// <summary>Reads a word if it stands here.</summary>
    public bool Take(Keyword word)
    {
        foreach (string spelling in word.Spellings)
        {
            if (TakeText(spelling))
            {
                return true;
            }
        }

        return false;
    }

    public bool TakeSign(string sign)
    {
        if (!_text.AsSpan(Position).StartsWith(sign))
        {
            return false;
        }

        Position += sign.Length;
        SkipBlanks();
        return true;
    }

    public bool TakeNumber(out decimal number)
    {
        int end = Position;
        while (end < _text.Length && (char.IsAsciiDigit(_text[end]) || (_text[end] == '.' && end > Position)))
        {
            end++;
        }

        if (end == Position || !decimal.TryParse(_text[Position..end], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number))
        {
            number = 0;
            return false;
        }

        Position = end;
        SkipBlanks();
        return true;
    }

    /// <summary>Reads hours and minutes, perhaps seconds, as written: 24:00 and 1:75 too.</summary>
    public bool TakeClock(out int hours, out int minutes, out int seconds)
    {
        int start = Position;
        seconds = minutes = 0;
        if (TakeDigits(out hours) && TakeSign(":") && TakeDigits(out minutes))
        {
            if (!TakeSign(":") || TakeDigits(out seconds))
            {
                SkipBlanks();
                return true;
            }
        }

        Position = start;
        return false;
    }

    /// <summary>Reads the longest of the names that stands here.</summary>
    public string? TakeOneOf(IEnumerable<string> names)
    {
        foreach (string name in names.OrderByDescending(n => n.Length))
        {
            if (TakeText(name))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Reads anything that could be a name.</summary>
    public string? TakeName()
    {
        int end = Position;
        while (end < _text.Length && IsNameChar(_text[end]))
        {
            end++;
        }

        if (end == Position || char.IsAsciiDigit(_text[Position]))
        {
            return null;
        }

        string name = _text[Position..end];
        Position = end;
        SkipBlanks();
        return name;
    }

    /// <summary>The figure that stands here: all but a second one after it, and the word for times.</summary>
    public string Figure()
    {
        string rest = Rest;
        int depth = 0;
        for (int i = 0; i < rest.Length; i++)
        {
            depth += rest[i] == '(' ? 1 : rest[i] == ')' ? -1 : 0;
            if (depth == 0 && rest[i] == ' ' && (StartsAt(i + 1, Keywords.And) || StartsAt(i + 1, Keywords.To) || StartsAt(i + 1, Keywords.Times)))
            {
                return rest[..i].TrimEnd();
            }
        }

        return rest;

        bool StartsAt(int at, Keyword word) =>
            word.Spellings.Any(s => string.CompareOrdinal(rest, at, s, 0, s.Length) == 0 && (at + s.Length == rest.Length || rest[at + s.Length] == ' '));
    }

    public SourceSpan SpanOf(int length) => _place.Part(Position, length);

    public void Skip(int length)
    {
        Position += length;
        SkipBlanks();
    }

    public static LocalTime? ClockOf(int hours, int minutes, int seconds) =>
        hours < 24 && minutes < 60 && seconds < 60 ? new LocalTime(hours, minutes, seconds) : null;

    private static bool IsNameChar(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';

    private bool TakeDigits(out int number)
    {
        int end = Position;
        while (end < _text.Length && end - Position < 3 && char.IsAsciiDigit(_text[end]))
        {
            end++;
        }

        bool found = int.TryParse(_text[Position..end], NumberStyles.None, CultureInfo.InvariantCulture, out number);
        Position = end;
        return found;
    }

    // A spelling in Latin letters must end where a word ends; between its words there may be several blanks.
    private bool TakeText(string spelling)
    {
        int at = Position;
        foreach (char c in spelling)
        {
            if (c == ' ')
            {
                int before = at;
                while (at < _text.Length && _text[at] == ' ')
                {
                    at++;
                }

                if (at == before)
                {
                    return false;
                }
            }
            else if (at < _text.Length && char.ToLowerInvariant(_text[at]) == char.ToLowerInvariant(c))
            {
                at++;
            }
            else
            {
                return false;
            }
        }

        bool isLatin = char.IsAsciiLetterOrDigit(spelling[^1]);
        if (isLatin && at < _text.Length && (char.IsAsciiLetterOrDigit(_text[at]) || _text[at] is '_' || IsHyphenInWord(at)))
        {
            return false;
        }

        Position = at;
        SkipBlanks();
        return true;
    }

    private bool IsHyphenInWord(int at) => _text[at] == '-' && at + 1 < _text.Length && char.IsAsciiLetter(_text[at + 1]);

    private void SkipBlanks()
    {
        while (Position < _text.Length && char.IsWhiteSpace(_text[Position]))
        {
            Position++;
        }
    }
}
