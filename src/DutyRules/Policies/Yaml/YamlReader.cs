using System.Collections.Immutable;
using DutyRules.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DutyRules.Policies.Yaml;

/// <summary>
/// Reads a file into nodes. Never throws: what is wrong is reported, and as much as possible is read all the same. Bounded in size, depth and number of nodes.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int MaxDepth = 64;

    /// <summary>The longest text that is read, in UTF-16 units.</summary>
    public const int MaxLength = 1024 * 1024;

    /// <summary>The most nodes that are read.</summary>
    public const int MaxNodes = 100_000;

    private const int MaxAttempts = 12;

    private readonly SourceText _source;
    private readonly MendedText _text;
    private readonly HashSet<int> _faulty;
    private readonly List<int> _damagedLines = [];
    private readonly List<Diagnostic> _found = [];
    private IParser _parser = null!;
    private ParsingEvent? _current;
    private int _position;
    private int _nodes;
    private bool _stopped;
    private YamlFailure? _failure;

    private YamlReader(SourceText source, TrapScan traps, IEnumerable<Replacement> mends)
    {
        _source = source;
        _text = new MendedText(source.Text, traps.Mends.Concat(mends));
        _faulty = traps.Faulty;
    }

    /// <summary>The root of the file, or null when there is nothing that can be read.</summary>
    public static YamlNode? Read(SourceText source, DiagnosticBag bag)
    {
        if (source.Text.Length > MaxLength)
        {
            bag.Add(YamlDiagnostics.TooLarge.At(source.Span(0, 0)));
            return null;
        }

        var hidden = HiddenSigns.Report(source, bag);
        var reader = new YamlReader(source, TrapScan.Of(source, bag), hidden);
        var root = reader.ReadWithMending(bag);
        bag.AddRange(reader._found);
        return root;
    }

    // After a failure its line is blanked and the file read again, as long as that leads further down. What was read before the last one counts.
    private YamlNode? ReadWithMending(DiagnosticBag bag)
    {
        int reached = -1;
        for (int attempt = 1; ; attempt++)
        {
            var root = ReadFromStart();
            int line = _failure is { } failure ? _source.LineAt(failure.Offset) : -1;
            if (line <= reached || attempt == MaxAttempts)
            {
                return root;
            }

            reached = line;
            bag.Add(_failure!.Kind.At(_source.Span(_failure.Offset, _failure.Offset + 1)));
            _damagedLines.Add(line + 1);
            _text.Blank(_source.StartOfLine(line), _source.EndOfLine(line));
        }
    }

    private YamlNode? ReadFromStart()
    {
        _found.Clear();
        _nodes = 0;
        _position = 0;
        _stopped = false;
        _failure = null;
        _parser = new Parser(new StringReader(_text.Text));
        Next();
        while (_current is StreamStart or DocumentStart)
        {
            if (_current is DocumentStart { Version: not null })
            {
                Report(YamlDiagnostics.Directive, SpanOf(_current));
            }

            Next();
        }

        if (_current is null or StreamEnd)
        {
            return null;
        }

        var root = ReadNode(0);
        if (_current is DocumentEnd)
        {
            Next();
        }

        if (_current is DocumentStart second)
        {
            Report(YamlDiagnostics.SecondDocument, SpanOf(second));
        }

        return root;
    }

    private YamlNode ReadNode(int depth)
    {
        var start = _current;
        if (start is NodeEvent node)
        {
            CheckProperties(node);
        }

        if (_stopped || start is null || ++_nodes > MaxNodes)
        {
            return TooMany(start);
        }

        switch (start)
        {
            case Scalar scalar:
                Next();
                return ReadScalar(scalar);
            case AnchorAlias alias:
                Report(YamlDiagnostics.AnchorOrTag, SpanOf(alias), $"*{alias.Value}");
                Next();
                return Faulty(SpanOf(alias));
            case SequenceStart or MappingStart when depth == MaxDepth:
                Report(YamlDiagnostics.TooDeeplyNested, SpanOf(start), MaxDepth);
                _stopped = true;
                return Faulty(SpanOf(start));
            case SequenceStart:
                return ReadSequence(start, depth);
            case MappingStart:
                return ReadMapping(start, depth);
            default:
                Next();
                return Faulty(SpanOf(start));
        }
    }

    private YamlScalar TooMany(ParsingEvent? start)
    {
        if (!_stopped && start is not null)
        {
            Report(YamlDiagnostics.TooManyNodes, SpanOf(start), MaxNodes);
        }

        _stopped = true;
        return Faulty(start is null ? _source.Span(_position, _position) : SpanOf(start));
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        int start = Original(scalar.Start), end = Math.Max(start, Original(scalar.End));
        bool quoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        if (scalar.Value.Length == 0 && !quoted)
        {
            end = start;
        }

        var content = quoted && end - start >= 2 ? _source.Span(start + 1, end - 1) : _source.Span(start, end);
        // Of a text that goes on over lines no part can be shown.
        return new YamlScalar(
            scalar.Value, scalar.Style is ScalarStyle.Plain or ScalarStyle.Any, _source.Span(start, end), content with { IsWhole = content.Line != content.EndLine }, _faulty.Contains(start));
    }

    private YamlSequence ReadSequence(ParsingEvent start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        Next();
        while (!_stopped && _current is not (null or SequenceEnd))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new YamlSequence(items.ToImmutable(), SpanTo(start));
    }

    private YamlMapping ReadMapping(ParsingEvent start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var keys = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        Next();
        while (!_stopped && _current is not (null or MappingEnd))
        {
            var key = ReadNode(depth + 1);
            var value = _current is null or MappingEnd ? Faulty(key.Span) : ReadNode(depth + 1);
            if (key is not YamlScalar name)
            {
                Report(YamlDiagnostics.KeyIsNotText, key.Span);
            }
            else if (keys.TryGetValue(name.Text, out var first))
            {
                ReportTwice(name, value, first, entries.First(e => e.Key == first).Value);
            }
            else
            {
                keys.Add(name.Text, name);
                entries.Add(new YamlEntry(name, value));
            }
        }

        bool ended = _current is MappingEnd;
        var span = SpanTo(start);
        return new YamlMapping(
            entries.ToImmutable(), span, !ended || _damagedLines.Exists(line => line >= span.Line && line <= span.EndLine));
    }

    // Of two lines that say the same one goes; otherwise only the author knows which.
    private void ReportTwice(YamlScalar name, YamlNode value, YamlScalar first, YamlNode firstValue)
    {
        var found = YamlDiagnostics.DuplicateKey.At(name.Span, name.Text, first.Span.Line);
        var isRepeated = value is YamlScalar again && firstValue is YamlScalar once && again.Text == once.Text && again.Text.Length > 0;
        _found.Add(found with { Edit = isRepeated && _source.WholeLine(name.Span, value.Span) is { } line ? new TextEdit(line, "") : null });
    }

    private SourceSpan SpanTo(ParsingEvent start)
    {
        int end = _current is SequenceEnd or MappingEnd ? Original(_current.End) : _position;
        // The parser leaves a closing bracket out.
        if (start is (SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow }) && end < _source.Text.Length && _source.Text[end] is (']' or '}'))
        {
            end++;
        }

        if (_current is SequenceEnd or MappingEnd)
        {
            Next();
        }

        return _source.Span(Original(start.Start), Math.Max(end, Original(start.Start)));
    }

    private void CheckProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            Report(YamlDiagnostics.AnchorOrTag, SpanOf(node), $"&{node.Anchor.Value}");
        }
        else if (!node.Tag.IsEmpty)
        {
            Report(YamlDiagnostics.AnchorOrTag, SpanOf(node), node.Tag.ToString());
        }
    }

    // What the parser throws at malformed text is not always its own exception, so every one means: this cannot be read.
    private void Next()
    {
        if (_stopped)
        {
            _current = null;
            return;
        }

        try
        {
            _current = _parser.MoveNext() ? _parser.Current : null;
            _position = _current is null ? _position : Original(_current.End);
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            _failure = YamlFailure.From(thrown, _text.OriginalOf, _position, _source);
            _stopped = true;
            _current = null;
        }
    }

    private YamlScalar Faulty(SourceSpan span) => new("", true, span, span, true);

    private int Original(Mark mark) => _text.OriginalOf((int)mark.Index);

    private SourceSpan SpanOf(ParsingEvent e) => _source.Span(Original(e.Start), Math.Max(Original(e.End), Original(e.Start)));

    private void Report(DiagnosticDescriptor kind, SourceSpan span, params object[] args) => _found.Add(kind.At(span, args));
}
