using System.Text;
using System.Text.Json.Nodes;
using EcomOps.Analytics.Events.Validation;
using EcomOps.Core;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Analytics.Tests.Events.Validation;

/// <summary>Each rule and limit of PostHog: accepted at it, refused one beyond.</summary>
public sealed class PostHogValidatorTests
{
    [Fact]
    public void A_sound_batch_has_no_findings() => Assert.Same(CollectorReport.Clean, Judge(Event()));

    [Theory]
    [InlineData(19_999_999, true)]
    [InlineData(20_000_000, false)]
    public void A_request_has_less_than_20_megabytes(int bytes, bool isValid)
    {
        byte[] body = Bytes(Event());
        Assert.Equal(isValid, PostHogValidator.Validate((byte[])[.. body, .. Enumerable.Repeat((byte)' ', bytes - body.Length)]).IsValid);
    }

    [Theory]
    [InlineData(1_000_000, true)]
    [InlineData(1_000_001, false)]
    public void An_event_has_at_most_a_megabyte(int bytes, bool isValid)
    {
        JsonObject e = Event(e => e["properties"]!["pad"] = "");
        e["properties"]!["pad"] = new string('x', bytes - e.ToJsonString().Length);
        Assert.Equal(isValid, Judge(e).IsValid);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void An_id_has_at_most_200_characters(int length, bool isValid) => Assert.Equal(isValid, Judge(Event(e => e["distinct_id"] = new string('a', length))).IsValid);

    [Theory]
    [InlineData("null", false)]
    [InlineData("Anonymous", false)]
    [InlineData("\"undefined\"", false)]
    [InlineData("'0'", false)]
    [InlineData("[object Object]", false)]
    [InlineData("   ", false)]
    [InlineData("", false)]
    [InlineData("nan", true)]
    [InlineData("00", true)]
    [InlineData("customer-17", true)]
    public void Placeholders_name_nobody(string id, bool isValid) => Assert.Equal(isValid, Judge(Event(e => e["distinct_id"] = id)).IsValid);

    [Theory]
    [InlineData("event")]
    [InlineData("distinct_id")]
    public void An_event_needs_name_and_id(string member)
    {
        CollectorMessage message = Assert.Single(Judge(Event(e => e.Remove(member))).Messages);
        Assert.Equal(("batch[0]." + member, ValidationCodes.ValueRequired), (message.FieldPath, message.ValidationCode));
    }

    [Theory]
    [InlineData("550e8400-e29b-41d4-a716-446655440000", true)]
    [InlineData("550e8400e29b41d4a716446655440000", false)]
    [InlineData("own-id", false)]
    public void A_uuid_is_one(string uuid, bool isValid) => Assert.Equal(isValid, Judge(Event(e => e["uuid"] = uuid)).IsValid);

    [Theory]
    [InlineData("2026-11-26T12:00:00Z", true)]
    [InlineData("2026-11-26T13:00:00+01:00", true)]
    [InlineData("2026-11-26", false)]
    [InlineData("yesterday", false)]
    public void A_time_is_ISO_8601(string time, bool isValid) => Assert.Equal(isValid, Judge(Event(e => e["timestamp"] = time)).IsValid);

    [Fact]
    public void A_time_more_than_23_hours_ahead_is_warned_of()
    {
        CollectorReport At(Duration ahead) => PostHogValidator.Validate(Bytes(Event(e => e["timestamp"] = InstantPattern.ExtendedIso.Format(EventSamples.Noon + ahead))), EventSamples.Noon);
        Assert.Empty(At(Duration.FromHours(23)).Messages);
        CollectorMessage message = Assert.Single(At(Duration.FromHours(23) + Duration.FromMilliseconds(1)).Messages);
        Assert.Equal(("batch[0].timestamp", Severity.Warning), (message.FieldPath, message.Severity));
    }

    [Fact]
    public void Personal_data_is_refused() =>
        Assert.Equal("PERSONAL_DATA", Assert.Single(Judge(Event(e => e["properties"]!["note"] = "ann@example.org")).Messages).ValidationCode);

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"batch\":{}}")]
    [InlineData("{\"batch\":[3]}")]
    [InlineData("{\"batch\":[{\"event\":\"e\",\"distinct_id\":\"d\",\"properties\":[]}]}")]
    [InlineData("{\"batch\":[]} x")]
    public void Another_shape_is_a_finding(string text) => Assert.False(PostHogValidator.Validate(Encoding.UTF8.GetBytes(text)).IsValid);

    private static CollectorReport Judge(JsonObject e) => PostHogValidator.Validate(Bytes(e));

    private static JsonObject Event(Action<JsonObject>? bend = null)
    {
        JsonObject e = new() { ["event"] = "Order Completed", ["distinct_id"] = "customer-17", ["properties"] = new JsonObject { ["revenue"] = 5 } };
        bend?.Invoke(e);
        return e;
    }

    private static byte[] Bytes(JsonObject e) => Encoding.UTF8.GetBytes(new JsonObject { ["batch"] = new JsonArray(e.DeepClone()) }.ToJsonString());
}
