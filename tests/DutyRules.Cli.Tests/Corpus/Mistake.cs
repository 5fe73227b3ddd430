using System.Text.RegularExpressions;
using DutyRules.Diagnostics;

namespace DutyRules.Cli.Tests.Corpus;

/// <summary>
/// A change to the files of a business: below the name of a file, lines that stand there (a blank in front), that go (<c>-</c>) and that come (<c>+</c>), as in a patch.
/// <c>«DUTY1301 clok-in»</c> marks what is found from where to where; <c>! hall.duty.yaml:4:3-4:9 DUTY1301</c> what is found where no line is shown. Signs that cannot be seen are written <c>⟨U+3000⟩</c>.
/// </summary>
/// <param name="Business">The folder of the files.</param>
/// <param name="File">Where the mistake is written down.</param>
/// <param name="Title">What is wrong.</param>
/// <param name="Text">The change, with its marks.</param>
internal sealed partial record Mistake(string Business, string File, string Title, string Text)
{
    public IEnumerable<string> Ids => Id().Matches(Text).Select(m => m.Value);

    /// <summary>The files with the mistake made in them.</summary>
    public Premises Made()
    {
        var place = Premises.Of(Business);
        foreach (var section in Sections())
        {
            section.Apply(place);
        }

        return place;
    }

    /// <summary>The change with marks where something was found.</summary>
    public string Marked(IEnumerable<Diagnostic> found)
    {
        using var place = Premises.Of(Business);
        var shown = Sections().SelectMany(s => s.Apply(place)).ToDictionary(l => (l.File, l.Line), l => l.Row);
        var marks = new List<(int Row, int Column, int Order, string Sign)>();
        var elsewhere = new List<string>();
        foreach (var diagnostic in found)
        {
            var span = diagnostic.Span;
            var file = span.File.Length == 0 ? "" : Path.GetFileName(span.File);
            if (shown.TryGetValue((file, span.Line), out var row) && shown.TryGetValue((file, span.EndLine), out var endRow) && span.EndColumn > 0)
            {
                var length = ((span.EndLine - span.Line) * 10_000) + span.EndColumn - span.Column;
                marks.Add((row, span.Column, 1_000_000 - length, length == 0 ? $"«{diagnostic.Id}»" : $"«{diagnostic.Id} "));
                marks.AddRange(length == 0 ? [] : [(endRow, span.EndColumn, 0, "»")]);
            }
            else
            {
                elsewhere.Add($"! {file}:{span.Line}:{span.Column}-{span.EndLine}:{span.EndColumn} {diagnostic.Id}\n");
            }
        }

        var lines = Plain().Split('\n');
        foreach (var mark in marks.OrderByDescending(m => m.Row).ThenByDescending(m => m.Column).ThenByDescending(m => m.Order).ThenByDescending(m => m.Sign, StringComparer.Ordinal))
        {
            var line = lines[mark.Row];
            var at = 1 + Offset(line[1..], mark.Column - 1);
            lines[mark.Row] = line[..at] + mark.Sign + line[at..];
        }

        return string.Join('\n', lines).TrimEnd('\n') + "\n" + (elsewhere.Count > 0 ? "\n" + string.Concat(elsewhere) : "") + Tail();
    }

    /// <summary>Text without the marks and with the signs that cannot be seen.</summary>
    private static string Decoded(string line) => Hidden().Replace(line, m => char.ConvertFromUtf32(Convert.ToInt32(m.Groups[1].Value, 16)));

    // A sign that is written out is one sign.
    private static int Offset(string line, int column)
    {
        var at = 0;
        for (var passed = 0; passed < column && at < line.Length; passed++)
        {
            at += Hidden().Match(line, at) is { Success: true } hidden && hidden.Index == at ? hidden.Length : 1;
        }

        return at;
    }

    private string Plain() => Elsewhere().Replace(Mark().Replace(Text, ""), "").TrimEnd('\n') + "\n";

    // What stands between this mistake and the next one.
    private string Tail() => Text[Text.TrimEnd('\n').Length..] is { Length: > 1 } tail ? tail[1..] : "";

    private IEnumerable<Section> Sections()
    {
        Section? section = null;
        foreach (var (row, line) in Plain().Split('\n').Index())
        {
            if (line.Length > 0 && line[0] is ' ' or '-' or '+')
            {
                section!.Rows.Add((row, line[0], Decoded(line[1..])));
            }
            else
            {
                if (section is { Rows.Count: > 0 })
                {
                    yield return section;
                }

                section = new Section(line.Length > 0 ? line : section?.Name ?? "", []);
            }
        }
    }

    [GeneratedRegex(@"DUTY\d{4}")]
    private static partial Regex Id();

    [GeneratedRegex("«DUTY\\d{4} |«DUTY\\d{4}(?=»)|»")]
    private static partial Regex Mark();

    [GeneratedRegex("^! .*\n", RegexOptions.Multiline)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"⟨U\+([0-9A-F]{4,5})⟩")]
    private static partial Regex Hidden();

    /// <summary>Lines of one file that follow each other.</summary>
    private sealed record Section(string Name, List<(int Row, char Sign, string Line)> Rows)
    {
        /// <summary>Makes the change, and says where the shown lines stand then.</summary>
        public IEnumerable<(string File, int Line, int Row)> Apply(Premises place)
        {
            List<string> old = [.. Rows.Where(r => r.Sign is ' ' or '-').Select(r => r.Line)];
            List<(int Row, string Line)> now = [.. Rows.Where(r => r.Sign is ' ' or '+').Select(r => (r.Row, r.Line))];
            var lines = (place.Read(Name) ?? "").Split('\n').ToList();
            var at = old.Count == 0 ? lines.Count - 1 : Single(lines, old);
            lines.RemoveRange(at, old.Count);
            lines.InsertRange(at, now.Select(n => n.Line));
            place.Write(Name, string.Join('\n', lines));
            return [.. now.Select((n, i) => (Name, at + i + 1, n.Row))];
        }

        private int Single(List<string> lines, List<string> old)
        {
            var places = Enumerable.Range(0, Math.Max(0, lines.Count - old.Count + 1)).Where(i => lines.Skip(i).Take(old.Count).SequenceEqual(old)).ToList();
            return places.Count == 1 ? places[0] : throw new InvalidDataException($"{Name}: these lines stand there {places.Count} times:\n{string.Join('\n', old)}");
        }
    }
}
