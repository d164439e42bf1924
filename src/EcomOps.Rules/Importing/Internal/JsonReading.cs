using System.Globalization;
using System.Text;
using System.Text.Json;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Importing.Internal;

internal static class JsonReading
{
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static IEnumerable<(JsonElement Item, int Index)> Items(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().Select((e, i) => (e, i)) : [];

    public static RuleValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Literal(json.GetString()!),
        JsonValueKind.Number => NumberValue.IsNumber(json.GetRawText()) ? new NumberValue(json.GetRawText()) : new TextValue(json.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Array => new ListValue(json.EnumerateArray().Select(Value)),
        JsonValueKind.Object => new MapValue(json.EnumerateObject().DistinctBy(p => p.Name).Select(p => KeyValuePair.Create(p.Name, Value(p.Value)))),
        _ => NullValue.Instance,
    };

    // A text of an outcome that must not be read as an expression.
    public static RuleValue Literal(string text) => text.StartsWith('=') || text.StartsWith("\\=", StringComparison.Ordinal) ? "\\" + text : text;

    public static string? Cel(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Quote(json.GetString()!),
        JsonValueKind.Number => json.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "null",
        JsonValueKind.Array => json.EnumerateArray().Select(Cel).ToList() is var items && !items.Contains(null) ? "[" + string.Join(", ", items) + "]" : null,
        _ => null,
    };

    public static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    // Letters, digits, dots and dashes; ids of other engines may be anything.
    public static string Id(string text)
    {
        string id = string.Concat(text.Trim().Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' ? c : '-')).Trim('-');
        return id.Length == 0 ? "rule" : id.Length > 90 ? id[..90] : id;
    }

    public static string Unique(string id, ISet<string> taken)
    {
        string unique = id;
        for (int i = 2; !taken.Add(unique); i++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{id}-{i}");
        }

        return unique;
    }
}
