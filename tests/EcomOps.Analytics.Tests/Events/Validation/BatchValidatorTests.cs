using System.Text;
using System.Text.Json.Nodes;
using EcomOps.Analytics.Events.Validation;
using NodaTime;

namespace EcomOps.Analytics.Tests.Events.Validation;

/// <summary>Each limit of the other collectors: accepted at it, refused one beyond.</summary>
public sealed class BatchValidatorTests
{
    [Theory]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public void Mixpanel_takes_2000_events(int count, bool isValid) => Assert.Equal(isValid, MixpanelValidator.Validate(Bytes(Many(Mixpanel(), count))).IsValid);

    [Theory]
    [InlineData(254, true)]
    [InlineData(255, false)]
    public void Mixpanel_takes_fewer_than_255_properties_and_elements(int count, bool isValid)
    {
        JsonObject wide = Mixpanel(), deep = Mixpanel();
        for (int i = 0; i < count - 3; i++)
        {
            wide["properties"]![$"p{i}"] = 1;
        }

        deep["properties"]!["products"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => (JsonNode)i)]);
        Assert.Equal(isValid, MixpanelValidator.Validate(Bytes(Many(wide, 1))).IsValid);
        Assert.Equal(isValid, MixpanelValidator.Validate(Bytes(Many(deep, 1))).IsValid);
    }

    [Theory]
    [InlineData(36, true)]
    [InlineData(37, false)]
    public void Mixpanel_takes_an_insert_id_of_36_characters(int length, bool isValid) =>
        Assert.Equal(isValid, MixpanelValidator.Validate(Bytes(Many(Mixpanel(p => p["$insert_id"] = new string('a', length)), 1))).IsValid);

    [Theory]
    [InlineData(999_999, true)]
    [InlineData(1_000_000, false)]
    public void Mixpanel_takes_an_event_of_less_than_a_megabyte(int bytes, bool isValid) =>
        Assert.Equal(isValid, MixpanelValidator.Validate(Bytes(Many(Padded(Mixpanel(), e => e["properties"]!.AsObject(), bytes), 1))).IsValid);

    [Theory]
    [InlineData(2_000_000, true)]
    [InlineData(2_000_001, false)]
    public void Mixpanel_takes_a_request_of_two_megabytes(int bytes, bool isValid) => Assert.Equal(isValid, MixpanelValidator.Validate(Spaced(Bytes(Many(Mixpanel(), 1)), bytes)).IsValid);

    [Theory]
    [InlineData("null", false)]
    [InlineData("anonymous", false)]
    [InlineData("00000000-0000-0000-0000-000000000000", false)]
    [InlineData("", true)]
    [InlineData("c-17", true)]
    public void Mixpanel_refuses_placeholders_but_takes_the_empty_id(string id, bool isValid) =>
        Assert.Equal(isValid, MixpanelValidator.Validate(Bytes(Many(Mixpanel(p => p["distinct_id"] = id), 1))).IsValid);

    [Fact]
    public void Mixpanel_takes_times_from_1971_to_one_hour_ahead()
    {
        bool Judge(Instant at) => MixpanelValidator.Validate(Bytes(Many(Mixpanel(p => p["time"] = at.ToUnixTimeMilliseconds()), 1)), EventSamples.Noon).IsValid;
        Assert.True(Judge(EventSamples.Noon + Duration.FromHours(1)));
        Assert.False(Judge(EventSamples.Noon + Duration.FromHours(1) + Duration.FromMilliseconds(1)));
        Assert.True(Judge(MixpanelValidator.Earliest));
        Assert.False(Judge(MixpanelValidator.Earliest - Duration.FromMilliseconds(1)));
    }

    [Theory]
    [InlineData(1999, true)]
    [InlineData(2000, false)]
    public void Amplitude_takes_fewer_than_2000_events(int count, bool isValid) => Assert.Equal(isValid, AmplitudeValidator.Validate(Bytes(new JsonObject { ["events"] = Many(Amplitude("user-1"), count) })).IsValid);

    [Theory]
    [InlineData("12345", true)]
    [InlineData("1234", false)]
    public void Amplitude_takes_ids_of_5_characters(string id, bool isValid) => Assert.Equal(isValid, AmplitudeValidator.Validate(Bytes(new JsonObject { ["events"] = Many(Amplitude(id), 1) })).IsValid);

    [Theory]
    [InlineData(999_999, true)]
    [InlineData(1_000_000, false)]
    public void Amplitude_takes_a_request_of_less_than_a_megabyte(int bytes, bool isValid) =>
        Assert.Equal(isValid, AmplitudeValidator.Validate(Spaced(Bytes(new JsonObject { ["events"] = Many(Amplitude("user-1"), 1) }), bytes)).IsValid);

    [Theory]
    [InlineData(32_000, true)]
    [InlineData(32_001, false)]
    public void Segment_takes_a_message_of_32_kilobytes(int bytes, bool isValid) =>
        Assert.Equal(isValid, SegmentValidator.Validate(Bytes(new JsonObject { ["batch"] = Many(Padded(Segment(), m => m, bytes), 1) })).IsValid);

    [Theory]
    [InlineData(500_000, true)]
    [InlineData(500_001, false)]
    public void Segment_takes_a_batch_of_500_kilobytes(int bytes, bool isValid) => Assert.Equal(isValid, SegmentValidator.Validate(Spaced(Bytes(new JsonObject { ["batch"] = Many(Segment(), 1) }), bytes)).IsValid);

    [Theory]
    [InlineData(2500, true)]
    [InlineData(2501, false)]
    public void Segment_takes_2500_events_in_a_batch(int count, bool isValid) => Assert.Equal(isValid, SegmentValidator.Validate(Bytes(new JsonObject { ["batch"] = Many(Segment(), count) })).IsValid);

    [Theory]
    [InlineData(255, 0)]
    [InlineData(256, 1)]
    public void Mixpanel_keeps_255_characters_of_a_text(int length, int warnings)
    {
        CollectorReport report = MixpanelValidator.Validate(Bytes(Many(Mixpanel(p => p["note"] = new string('x', length)), 1)));
        Assert.True(report.IsValid);
        Assert.Equal(warnings, report.Messages.Count(m => m is { FieldPath: "[0].properties.note", Rule: "text_cut" }));
    }

    [Theory]
    [InlineData("{\"batch\":[", "line 1, byte ")]
    [InlineData("{\"batch\":\n[}", "line 2, byte 2")]
    public void What_is_no_JSON_is_told_with_its_place(string text, string place)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        foreach (CollectorReport report in (CollectorReport[])[SegmentValidator.Validate(body), PostHogValidator.Validate(body), AmplitudeValidator.Validate(body), MixpanelValidator.Validate(body)])
        {
            CollectorMessage message = Assert.Single(report.Messages);
            Assert.Equal("json_invalid", message.Rule);
            Assert.Contains(place, message.Description, StringComparison.Ordinal);
        }
    }

    [Property(MaxTest = 300)]
    public void Any_bytes_get_an_answer(byte[] noise, int at)
    {
        foreach (byte[] sound in (byte[][])[Bytes(new JsonObject { ["batch"] = Many(Segment(), 2), ["events"] = Many(Amplitude("user-1"), 1) }), Bytes(Many(Mixpanel(), 2))])
        {
            byte[] body = [.. sound];
            int start = (int)(unchecked((uint)at) % (uint)body.Length);
            noise.AsSpan(0, Math.Min(noise.Length, body.Length - start)).CopyTo(body.AsSpan(start));
            Assert.NotNull(SegmentValidator.Validate(body));
            Assert.NotNull(PostHogValidator.Validate(body, EventSamples.Noon));
            Assert.NotNull(AmplitudeValidator.Validate(body));
            Assert.NotNull(MixpanelValidator.Validate(body, EventSamples.Noon));
        }
    }

    [Theory]
    [InlineData("messageId")]
    [InlineData("anonymousId")]
    [InlineData("type")]
    [InlineData("event")]
    public void Segment_needs_the_members_of_a_track_message(string member)
    {
        JsonObject message = Segment();
        message.Remove(member);
        Assert.False(SegmentValidator.Validate(Bytes(new JsonObject { ["batch"] = Many(message, 1) })).IsValid);
    }

    [Fact]
    public void The_table_of_limits_names_source_and_date_of_each() => Assert.All(CollectorLimits.All, limit =>
    {
        Assert.True(limit.Most > 0);
        Assert.Matches("^20\\d\\d-\\d\\d$", limit.Taken);
        Assert.NotEmpty(limit.Source);
    });

    private static JsonObject Mixpanel(Action<JsonObject>? bend = null)
    {
        JsonObject properties = new() { ["time"] = 1_700_000_000, ["distinct_id"] = "c-17", ["$insert_id"] = "a-1" };
        bend?.Invoke(properties);
        return new() { ["event"] = "Order Completed", ["properties"] = properties };
    }

    private static JsonObject Amplitude(string id) => new() { ["event_type"] = "Order Completed", ["user_id"] = id };

    private static JsonObject Segment() => new() { ["type"] = "track", ["messageId"] = "m1", ["anonymousId"] = "a1", ["event"] = "Order Completed" };

    private static JsonArray Many(JsonObject one, int count) => new([.. Enumerable.Range(0, count).Select(_ => one.DeepClone())]);

    private static JsonObject Padded(JsonObject one, Func<JsonObject, JsonObject> place, int bytes)
    {
        place(one)["pad"] = "";
        place(one)["pad"] = new string('x', bytes - one.ToJsonString().Length);
        return one;
    }

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());

    private static byte[] Spaced(byte[] body, int bytes) => [.. body, .. Enumerable.Repeat((byte)' ', bytes - body.Length)];
}
