using System.Text;
using System.Text.Json.Nodes;
using EcomOps.Analytics.Events.Validation;

namespace EcomOps.Analytics.Tests.Events.Validation;

/// <summary>A sound purchase that tests bend.</summary>
internal static class Ga4Payload
{
    internal static JsonObject Purchase() => JsonNode.Parse(
        """
        {"client_id":"1.2","events":[{"name":"purchase","params":{"session_id":"5","engagement_time_msec":1,"transaction_id":"T1","value":25.5,"currency":"EUR","tax":1,
        "items":[{"item_id":"A","price":10,"quantity":2},{"item_id":"B","price":5.5}]}}]}
        """)!.AsObject();

    internal static JsonObject Custom(string name = "gift_wrapped") => JsonNode.Parse(
        $$$"""{"client_id":"1.2","events":[{"name":"{{{name}}}","params":{"session_id":"5","engagement_time_msec":1}}]}""")!.AsObject();

    internal static JsonObject Event(this JsonObject body) => body["events"]![0]!.AsObject();

    internal static JsonObject Params(this JsonObject body) => body.Event()["params"]!.AsObject();

    internal static JsonObject Item(this JsonObject body) => body.Params()["items"]![0]!.AsObject();

    internal static JsonObject With(this JsonObject body, Action<JsonObject> bend)
    {
        bend(body);
        return body;
    }

    internal static CollectorReport Judge(this JsonObject body, Ga4ValidatorOptions? options = null) => Ga4Validator.Validate(Encoding.UTF8.GetBytes(body.ToJsonString()), options);

    internal static void Accepted(JsonObject body, Ga4ValidatorOptions? options = null) => Assert.Empty(body.Judge(options).Messages);

    internal static void Found(JsonObject body, string path, string code, Ga4ValidatorOptions? options = null)
    {
        CollectorMessage message = Assert.Single(body.Judge(options).Messages);
        Assert.Equal((path, code), (message.FieldPath, message.ValidationCode));
    }
}
