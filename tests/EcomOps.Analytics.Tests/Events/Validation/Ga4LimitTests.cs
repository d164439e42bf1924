using System.Text;
using System.Text.Json.Nodes;
using EcomOps.Analytics.Events.Validation;
using NodaTime;
using static EcomOps.Analytics.Tests.Events.Validation.Ga4Payload;

namespace EcomOps.Analytics.Tests.Events.Validation;

/// <summary>Each limit: accepted at it, refused one above.</summary>
public sealed class Ga4LimitTests
{
    [Fact]
    public void An_event_name_has_at_most_40_characters()
    {
        Accepted(Custom(new string('a', 40)));
        Found(Custom(new string('a', 41)), "events[0].name", "NAME_INVALID");
    }

    [Fact]
    public void A_parameter_name_has_at_most_40_characters()
    {
        Accepted(Custom().With(b => b.Params()[new string('a', 40)] = 1));
        Found(Custom().With(b => b.Params()[new string('a', 41)] = 1), $"events[0].params.{new string('a', 40)}...", "NAME_INVALID");
    }

    [Fact]
    public void A_parameter_name_of_absurd_length_is_refused_too() =>
        Found(Custom().With(b => b.Params()[new string('a', 5000)] = 1), $"events[0].params.{new string('a', 40)}...", "NAME_INVALID");

    [Theory]
    [InlineData(23, true)]
    [InlineData(24, false)]
    public void An_event_has_at_most_25_parameters(int own, bool isAccepted)
    {
        JsonObject body = Custom().With(b => Enumerable.Range(0, own).ToList().ForEach(i => b.Params()["p" + i] = i));
        Check(isAccepted, body, "events[0].params");
    }

    [Theory]
    [InlineData(25, true)]
    [InlineData(26, false)]
    public void Parameters_that_are_built_in_need_not_count(int own, bool isAccepted)
    {
        JsonObject body = Custom().With(b => Enumerable.Range(0, own).ToList().ForEach(i => b.Params()["p" + i] = i));
        Check(isAccepted, body, "events[0].params", new Ga4ValidatorOptions { CountBuiltInParameters = false });
    }

    [Fact]
    public void A_value_has_at_most_100_characters()
    {
        Accepted(Custom().With(b => b.Params()["own"] = new string('é', 100)));
        Found(Custom().With(b => b.Params()["own"] = new string('é', 101)), "events[0].params.own", "VALUE_OUT_OF_BOUNDS");
    }

    [Fact]
    public void A_360_property_takes_values_of_500_characters()
    {
        Ga4ValidatorOptions premium = new() { IsPremium = true };
        Accepted(Custom().With(b => b.Params()["own"] = new string('v', 500)), premium);
        Found(Custom().With(b => b.Params()["own"] = new string('v', 501)), "events[0].params.own", "VALUE_OUT_OF_BOUNDS", premium);
    }

    [Fact]
    public void Characters_are_code_points_or_UTF16_units_as_chosen()
    {
        JsonObject Fifty(int extra) => Custom().With(b => b.Params()["own"] = string.Concat(Enumerable.Repeat("😀", 50)) + new string('x', extra));
        Ga4ValidatorOptions utf16 = new() { LengthUnit = TextLengthUnit.Utf16 };
        Accepted(Fifty(50));
        Found(Fifty(51), "events[0].params.own", "VALUE_OUT_OF_BOUNDS");
        Accepted(Fifty(0), utf16);
        Found(Fifty(1), "events[0].params.own", "VALUE_OUT_OF_BOUNDS", utf16);
    }

    [Theory]
    [InlineData("page_location", 1000)]
    [InlineData("page_referrer", 420)]
    [InlineData("page_title", 300)]
    public void Page_parameters_have_limits_of_their_own(string name, int most)
    {
        Accepted(Custom().With(b => b.Params()[name] = new string('v', most)));
        Found(Custom().With(b => b.Params()[name] = new string('v', most + 1)), "events[0].params." + name, "VALUE_OUT_OF_BOUNDS");
    }

    [Theory]
    [InlineData(27, true)]
    [InlineData(28, false)]
    public void An_item_has_at_most_27_parameters_of_its_own(int own, bool isAccepted) =>
        Check(isAccepted, Purchase().With(b => Enumerable.Range(0, own).ToList().ForEach(i => b.Item()["p" + i] = i)), "events[0].params.items[0]");

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void An_event_has_at_most_200_items(int count, bool isAccepted) =>
        Check(
            isAccepted,
            Purchase().With(b =>
            {
                b.Params()["items"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => (JsonNode)new JsonObject { ["item_id"] = "S" + i, ["price"] = 1 })]);
                b.Params()["value"] = count;
            }),
            "events[0].params.items");

    [Theory]
    [InlineData(25, true)]
    [InlineData(26, false)]
    public void A_request_has_at_most_25_events(int count, bool isAccepted) =>
        Check(isAccepted, Custom().With(b => b["events"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => b.Event().DeepClone())])), "events");

    [Fact]
    public void A_body_has_at_most_130000_bytes()
    {
        byte[] small = Encoding.UTF8.GetBytes(Purchase().ToJsonString());
        byte[] Padded(int size) => [.. small, .. Enumerable.Repeat((byte)' ', size - small.Length)];
        Assert.Empty(Ga4Validator.Validate(Padded(130_000)).Messages);
        Assert.Equal("VALUE_OUT_OF_BOUNDS", Assert.Single(Ga4Validator.Validate(Padded(130_001)).Messages).ValidationCode);
    }

    [Theory]
    [InlineData(25, true)]
    [InlineData(26, false)]
    public void A_request_has_at_most_25_user_properties(int count, bool isAccepted) =>
        Check(isAccepted, Custom().With(b => b["user_properties"] = new JsonObject(Enumerable.Range(0, count).Select(i => KeyValuePair.Create("u" + i, (JsonNode?)new JsonObject { ["value"] = i })))), "user_properties");

    [Fact]
    public void A_user_property_has_a_name_of_24_and_a_value_of_36_characters()
    {
        JsonObject Property(int name, int value) => Custom().With(b => b["user_properties"] = new JsonObject { [new string('u', name)] = new JsonObject { ["value"] = new string('v', value) } });
        Accepted(Property(24, 36));
        Found(Property(25, 36), "user_properties." + new string('u', 25), "NAME_INVALID");
        Found(Property(24, 37), "user_properties." + new string('u', 24) + ".value", "VALUE_OUT_OF_BOUNDS");
    }

    [Fact]
    public void A_user_id_has_at_most_256_characters()
    {
        Accepted(Custom().With(b => b["user_id"] = new string('u', 256)));
        Found(Custom().With(b => b["user_id"] = new string('u', 257)), "user_id", "VALUE_OUT_OF_BOUNDS");
    }

    [Fact]
    public void An_event_lies_back_at_most_72_hours()
    {
        Ga4ValidatorOptions noon = new() { Now = EventSamples.Noon };
        long micros = (EventSamples.Noon - Duration.FromHours(72)).ToUnixTimeMilliseconds() * 1000;
        Accepted(Custom().With(b => b["timestamp_micros"] = micros), noon);
        Found(Custom().With(b => b["timestamp_micros"] = micros - 1000), "timestamp_micros", "VALUE_OUT_OF_BOUNDS", noon);
        Found(Custom().With(b => b.Event()["timestamp_micros"] = micros - 1000), "events[0].timestamp_micros", "VALUE_OUT_OF_BOUNDS", noon);
    }

    private static void Check(bool isAccepted, JsonObject body, string path, Ga4ValidatorOptions? options = null)
    {
        if (isAccepted)
        {
            Accepted(body, options);
        }
        else
        {
            Found(body, path, "VALUE_OUT_OF_BOUNDS", options);
        }
    }
}
