using DutyRules.Diagnostics;
using DutyRules.Policies;
using DutyRules.Policies.Yaml;

namespace DutyRules.Dsl.Writing;

/// <summary>What was said so far of one duty, policy or declaration. Not thread safe.</summary>
/// <param name="key">What it is called, and where that stands.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class Draft(YamlScalar key, List<Diagnostic> findings)
{
    private readonly List<YamlEntry> _entries = [];
    private bool _readsTrigger;
    private bool _isChecked;

    public YamlScalar Key { get; } = key;

    public List<Diagnostic> Findings { get; } = findings;

    /// <summary>True once something was written that reads the event that opened the duty.</summary>
    public bool ReadsTrigger => _readsTrigger;

    /// <summary>True when the forbidden event is taken for the one that opens the duty.</summary>
    public bool IsAct { get; set; }

    public static Draft Of(string name, List<Diagnostic> findings, string file, int line) => new(new Pen(file, line, findings).Word(name), findings);

    /// <summary>Says something once.</summary>
    public void Set(Keyword key, Func<Pen, YamlNode> value, string file, int line) => Set(key.En, value, file, line);

    public void Set(string key, Func<Pen, YamlNode> value, string file, int line) => SetAll(pen => [pen.Entry(key, value(pen))], file, line);

    public void SetAll(Func<Pen, IEnumerable<YamlEntry>> entries, string file, int line)
    {
        var pen = new Pen(file, line, Findings);
        _entries.AddRange(entries(pen).ToList());
        _readsTrigger |= pen.ReadsTrigger;
    }

    /// <summary>Says something more under a key that may have several values.</summary>
    public void Add(Keyword key, Func<Pen, IEnumerable<YamlNode>> values, string file, int line)
    {
        var pen = new Pen(file, line, Findings);
        YamlNode[] more = [.. values(pen)];
        _readsTrigger |= pen.ReadsTrigger;
        int at = _entries.FindIndex(e => e.Key.Text == key.En);
        if (at < 0)
        {
            _entries.Add(pen.Entry(key, pen.OneOrList(more)));
            return;
        }

        var (first, value) = (_entries[at].Key, _entries[at].Value);
        _entries[at] = new YamlEntry(first, pen.List([.. value is YamlSequence list ? list.Items : [value], .. more]) with { Span = value.Span });
    }

    /// <summary>Takes the draft of something that stands within this one.</summary>
    public void Take(Keyword key, Draft inner, string file, int line)
    {
        Set(key, _ => inner.Node(), file, line);
        _readsTrigger |= inner.ReadsTrigger;
    }

    public bool Has(Keyword key) => _entries.Exists(e => e.Key.Text == key.En);

    /// <summary>All that was said. The event that opens the duty has a name where something reads it.</summary>
    public YamlMapping Node()
    {
        if (IsAct && ReadsTrigger && !_isChecked && new[] { Keywords.When, Keywords.Every, Keywords.While }.FirstOrDefault(Has) is { } frame)
        {
            Findings.Add(DslDiagnostics.ActOpensNothing.At(Key.Span, Key.Text, frame.Text));
        }

        _isChecked = true;
        var opening = Has(Keywords.When) ? Keywords.When
            : Has(Keywords.May) ? Keywords.May
            : Has(Keywords.Every) || Has(Keywords.While) ? null
            : Keywords.MustNot;
        return new YamlMapping([.. _entries.Select(e => ReadsTrigger && e.Key.Text == opening?.En && e.Value is YamlScalar name ? e with { Value = name with { Text = $"{name.Text} as {Pen.Trigger}" } } : e)], Key.Span);
    }
}
