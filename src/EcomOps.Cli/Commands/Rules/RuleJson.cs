using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EcomOps.Rules.Documents;

namespace EcomOps.Cli.Commands.Rules;

// Literals of documents as JSON and back.
internal static class RuleJson
{
    public static JsonNode? Of(RuleValue value) => value switch
    {
        BoolValue truth => truth.Value,
        NumberValue number when number.TryGetInt64(out long whole) => whole,
        NumberValue number when number.TryGetDecimal(out decimal exact) => exact,
        NumberValue number => number.ToDouble(),
        TextValue text => text.Value,
        ListValue list => new JsonArray([.. list.Items.Select(Of)]),
        MapValue map => new JsonObject(map.Members.Select(m => KeyValuePair.Create(m.Key, Of(m.Value)))),
        _ => null,
    };

    public static MapValue Map(string json, string name)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Value(document.RootElement) as MapValue ?? throw new ToolFailure($"{name}: facts are a JSON object.");
        }
        catch (JsonException error)
        {
            throw new ToolFailure(string.Create(CultureInfo.InvariantCulture, $"{name}: {error.Message}"));
        }
    }

    private static RuleValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Number => new NumberValue(json.GetRawText()),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Array => new ListValue(json.EnumerateArray().Select(Value)),
        JsonValueKind.Object => new MapValue(json.EnumerateObject().DistinctBy(p => p.Name).Select(p => KeyValuePair.Create(p.Name, Value(p.Value)))),
        _ => NullValue.Instance,
    };
}
