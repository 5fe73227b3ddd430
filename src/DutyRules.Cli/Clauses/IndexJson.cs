using System.Text.Json;
using DutyRules.Diagnostics;

namespace DutyRules.Cli.Clauses;

/// <summary>Reads an index with a JSON object for each clause: <c>id</c>, <c>gist</c>, <c>gist_zh</c>, <c>norm</c> or <c>kind</c>, <c>measurable</c>, <c>duplicate_of</c>, <c>roles</c>. What else stands there is passed over.</summary>
internal static class IndexJson
{
    public static IReadOnlyList<IndexedClause> Read(string path, string text)
    {
        var clauses = new List<IndexedClause>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.Trim() is { Length: > 0 } said)
            {
                clauses.Add(Clause(said) ?? throw new CannotRunException(
                    $"{path}:{number}: not a JSON object with an `id`, as each line of an index has to be", $"{path}:{number}：不是带有 `id` 的 JSON 对象；条款目录每行须为一个"));
            }
        }

        return clauses;
    }

    private static IndexedClause? Clause(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "id") is not { } id)
            {
                return null;
            }

            var (en, zh) = (Text(root, "gist"), Text(root, "gist_zh"));
            return new IndexedClause(id)
            {
                Gist = en is null && zh is null ? null : new LocalizedText(en ?? zh!, zh ?? en!),
                Kind = Text(root, "norm") ?? Text(root, "kind"),
                Measurable = Text(root, "measurable"),
                DuplicateOf = Text(root, "duplicate_of"),
                Roles = root.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array
                    ? [.. roles.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.String).Select(r => r.GetString()!)]
                    : [],
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
