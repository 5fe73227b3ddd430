namespace DutyRules.Cli.Output;

/// <summary>Colours for text that is not laid out as a table. Without colour it changes nothing.</summary>
internal sealed class Ink(bool colour)
{
    public string Bold(string text) => Paint("1", text);

    public string Dim(string text) => Paint("2", text);

    public string Red(string text) => Paint("31", text);

    public string RedBold(string text) => Paint("1;31", text);

    public string Green(string text) => Paint("32", text);

    public string Yellow(string text) => Paint("33", text);

    public string YellowBold(string text) => Paint("1;33", text);

    public string Blue(string text) => Paint("1;34", text);

    private string Paint(string code, string text) => colour && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
