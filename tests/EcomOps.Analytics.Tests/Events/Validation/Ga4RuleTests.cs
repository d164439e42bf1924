using System.Text;
using System.Text.Json.Nodes;
using EcomOps.Analytics.Events.Validation;
using EcomOps.Core;
using static EcomOps.Analytics.Tests.Events.Validation.Ga4Payload;

namespace EcomOps.Analytics.Tests.Events.Validation;

public sealed class Ga4RuleTests
{
    [Fact]
    public void A_sound_purchase_gives_an_empty_list_as_the_debug_endpoint_does()
    {
        Accepted(Purchase());
        Assert.Equal("{\"validationMessages\":[]}", Purchase().Judge().ToJson());
    }

    [Theory]
    [InlineData("1st_event", "NAME_INVALID")]
    [InlineData("gift-wrapped", "NAME_INVALID")]
    [InlineData("geschenk_für_dich", "NAME_INVALID")]
    [InlineData("", "NAME_INVALID")]
    [InlineData("_badEventName", "NAME_RESERVED")]
    [InlineData("firebase_x", "NAME_RESERVED")]
    [InlineData("ga_x", "NAME_RESERVED")]
    [InlineData("google_x", "NAME_RESERVED")]
    [InlineData("gtag.x", "NAME_RESERVED")]
    [InlineData("session_start", "NAME_RESERVED")]
    [InlineData("view_search_results", "NAME_RESERVED")]
    public void Names_of_wrong_form_or_of_GA4s_own_are_refused(string name, string code) => Found(Custom(name), "events[0].name", code);

    [Fact]
    public void Reserved_event_names_depend_on_the_stream()
    {
        JsonObject AppBody(string name) => Custom(name).With(b =>
        {
            b.Remove("client_id");
            b["app_instance_id"] = "abc";
        });
        Ga4ValidatorOptions app = new() { Stream = Ga4Stream.App };
        Accepted(Custom("screen_view"));
        Found(AppBody("screen_view"), "events[0].name", "NAME_RESERVED", app);
        Found(Custom("file_download"), "events[0].name", "NAME_RESERVED");
        Accepted(AppBody("file_download"), app);
    }

    [Fact]
    public void Currency_is_required_in_a_purchase_and_reserved_as_a_parameter_of_an_own_event()
    {
        Accepted(Purchase());
        Found(Purchase().With(b => b.Params().Remove("currency")), "events[0].params.currency", "VALUE_REQUIRED");
        Found(Custom().With(b => b.Params()["currency"] = "EUR"), "events[0].params.currency", "NAME_RESERVED");
    }

    [Fact]
    public void An_own_event_with_a_value_needs_its_currency()
    {
        Accepted(Custom().With(b =>
        {
            b.Params()["value"] = 5;
            b.Params()["currency"] = "EUR";
        }));
        Found(Custom().With(b => b.Params()["value"] = 5), "events[0].params.currency", "VALUE_REQUIRED");
    }

    [Fact]
    public void Session_id_belongs_to_the_protocol_and_is_reserved_in_a_gtag_call()
    {
        Accepted(Custom());
        CollectorReport report = Ga4Validator.ValidateGtag("gift_wrapped", "{\"session_id\":\"5\"}"u8);
        Assert.Equal(("params.session_id", "NAME_RESERVED"), (Assert.Single(report.Messages).FieldPath, report.Messages[0].ValidationCode));
        Assert.Empty(Ga4Validator.ValidateGtag("gift_wrapped", "{\"paper\":\"red\"}"u8).Messages);
    }

    [Theory]
    [InlineData("gclid")]
    [InlineData("user_id")]
    [InlineData("sid")]
    public void Reserved_parameter_names_are_refused_on_events_and_items(string name)
    {
        Found(Custom().With(b => b.Params()[name] = "x"), "events[0].params." + name, "NAME_RESERVED");
        Found(Purchase().With(b => b.Item()[name] = "x"), "events[0].params.items[0]." + name, "NAME_RESERVED");
    }

    [Theory]
    [InlineData("first_open_time")]
    [InlineData("google_x")]
    public void Reserved_user_properties_are_refused(string name) =>
        Found(Custom().With(b => b["user_properties"] = new JsonObject { [name] = new JsonObject { ["value"] = "x" } }), "user_properties." + name, "NAME_RESERVED");

    [Theory]
    [InlineData("transaction_id")]
    [InlineData("items")]
    [InlineData("currency")]
    public void A_purchase_needs_its_parts(string part) => Found(Purchase().With(b => b.Params().Remove(part)), "events[0].params." + part, "VALUE_REQUIRED");

    [Fact]
    public void A_purchase_needs_a_value() => Found(Purchase().With(b => b.Params().Remove("value")), "events[0].params.value", "VALUE_REQUIRED");

    [Fact]
    public void A_refund_needs_the_transaction_only()
    {
        Accepted(Custom("refund").With(b => b.Params()["transaction_id"] = "T1"));
        Found(Custom("refund"), "events[0].params.transaction_id", "VALUE_REQUIRED");
    }

    [Theory]
    [InlineData("view_item")]
    [InlineData("add_to_cart")]
    [InlineData("view_item_list")]
    [InlineData("select_promotion")]
    public void Product_events_need_items(string name)
    {
        Accepted(Custom(name).With(b => b.Params()["items"] = new JsonArray(new JsonObject { ["item_name"] = "Kettle" })));
        Found(Custom(name), "events[0].params.items", "VALUE_REQUIRED");
        Found(Custom(name).With(b => b.Params()["items"] = new JsonArray()), "events[0].params.items", "VALUE_REQUIRED");
    }

    [Fact]
    public void A_search_needs_its_term()
    {
        Accepted(Custom("search").With(b => b.Params()["search_term"] = "kettle"));
        Found(Custom("search"), "events[0].params.search_term", "VALUE_REQUIRED");
    }

    [Fact]
    public void An_item_needs_an_id_or_a_name() => Found(Purchase().With(b => b.Item().Remove("item_id")), "events[0].params.items[0].item_id", "VALUE_REQUIRED");

    [Theory]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("ZZZ")]
    public void A_currency_is_an_upper_case_ISO_code(string code) => Found(Purchase().With(b => b.Params()["currency"] = code), "events[0].params.currency", "VALUE_INVALID");

    [Fact]
    public void Amounts_and_quantities_are_numbers_and_quantities_not_negative()
    {
        Found(Purchase().With(b => b.Params()["value"] = "25.5"), "events[0].params.value", "VALUE_INVALID");
        Found(Purchase().With(b => b.Item()["quantity"] = -1), "events[0].params.items[0].quantity", "VALUE_INVALID");
        Found(Purchase().With(b => b.Item()["price"] = "10"), "events[0].params.items[0].price", "VALUE_INVALID");
    }

    [Theory]
    [InlineData(25.51, true)]
    [InlineData(25.512, false)]
    [InlineData(31.4, false)]
    public void A_value_that_is_not_the_sum_is_warned_of(double value, bool isSilent)
    {
        CollectorReport report = Purchase().With(b => b.Params()["value"] = (decimal)value).Judge();
        Assert.True(report.IsValid);
        Assert.Equal(isSilent ? [] : ["VALUE_MISMATCH"], report.Messages.Select(m => m.ValidationCode));
        Assert.Equal("{\"validationMessages\":[]}", report.ToJson());
    }

    [Fact]
    public void One_transaction_twice_in_a_request_is_warned_of()
    {
        CollectorReport report = Purchase().With(b => b["events"]!.AsArray().Add(b.Event().DeepClone())).Judge();
        CollectorMessage message = Assert.Single(report.Messages);
        Assert.Equal(("events[1].params.transaction_id", "TRANSACTION_DUPLICATED", Severity.Warning), (message.FieldPath, message.ValidationCode, message.Severity));
        Accepted(Purchase().With(b => b["events"]!.AsArray().Add(Purchase().With(o => o.Params()["transaction_id"] = "T2").Event().DeepClone())));
    }

    [Theory]
    [InlineData("own", "ann@example.org")]
    [InlineData("own", "https://x.example/?mail=ann%40example.org")]
    [InlineData("own", "4111 1111 1111 1111")]
    [InlineData("own", "+49 (30) 123-4567")]
    public void Personal_data_is_refused_and_not_quoted(string name, string value)
    {
        JsonObject body = Custom().With(b => b.Params()[name] = value);
        Found(body, "events[0].params." + name, "PERSONAL_DATA");
        Assert.DoesNotContain(value, body.Judge().ToJson(extended: true), StringComparison.Ordinal);
    }

    [Fact]
    public void An_email_address_hidden_by_escapes_is_found() =>
        Assert.Equal(
            "PERSONAL_DATA",
            Assert.Single(Ga4Validator.Validate("""{"client_id":"1.2","user_id":"ann\u0040example.org","events":[{"name":"a","params":{"session_id":"5","engagement_time_msec":1}}]}"""u8).Messages).ValidationCode);

    [Fact]
    public void An_order_number_that_passes_for_a_card_is_warned_of_only() => Assert.True(Purchase().With(b => b.Params()["transaction_id"] = "4111111111111111").Judge().IsValid);

    [Fact]
    public void A_request_needs_an_id_and_events()
    {
        Found(Custom().With(b => b.Remove("client_id")), "client_id", "VALUE_REQUIRED");
        Found(Custom().With(b => b["client_id"] = ""), "client_id", "VALUE_REQUIRED");
        Found(Custom().With(b => b.Remove("events")), "events", "VALUE_REQUIRED");
        Found(Custom().With(b => b["events"] = new JsonArray()), "events", "VALUE_REQUIRED");
    }

    [Fact]
    public void Consent_is_granted_or_denied()
    {
        Accepted(Custom().With(b => b["consent"] = new JsonObject { ["ad_user_data"] = "GRANTED", ["ad_personalization"] = "DENIED" }));
        Found(Custom().With(b => b["consent"] = new JsonObject { ["ad_user_data"] = "yes" }), "consent", "VALUE_INVALID");
    }

    [Fact]
    public void An_event_that_will_not_count_as_activity_is_warned_of() =>
        Assert.Equal("activity_missing", Assert.Single(Custom().With(b => b.Params().Remove("session_id")).Judge().Messages).Rule);

    [Fact]
    public void The_name_may_stand_behind_the_parameters()
    {
        JsonObject body = Purchase().With(b =>
        {
            JsonNode parameters = b.Params().DeepClone();
            b["events"] = new JsonArray(new JsonObject { ["params"] = parameters, ["name"] = "purchase" });
        });
        Accepted(body);
        Found(body.With(b => b.Params().Remove("transaction_id")), "events[0].params.transaction_id", "VALUE_REQUIRED");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"client_id\":")]
    [InlineData("{\"client_id\":\"1.2\",\"events\":[{\"name\":\"a\"}]} x")]
    [InlineData("{\"client_id\":\"1.2\",\"events\":[3]}")]
    [InlineData("{\"client_id\":\"1.2\",\"events\":{}}")]
    [InlineData("{\"client_id\":\"\\ud800\",\"events\":[{\"name\":\"a\"}]}")]
    [InlineData("{\"client_id\":\"1.2\",\"events\":[{\"name\":7,\"params\":3}]}")]
    public void Nonsense_is_an_answer_and_not_an_exception(string text) => Assert.False(Ga4Validator.Validate(Encoding.UTF8.GetBytes(text)).IsValid);

    [Property(MaxTest = 500)]
    public void Any_bytes_get_an_answer(byte[] noise, int at)
    {
        byte[] body = Encoding.UTF8.GetBytes(Purchase().ToJsonString());
        int start = (int)(unchecked((uint)at) % (uint)body.Length);
        noise.AsSpan(0, Math.Min(noise.Length, body.Length - start)).CopyTo(body.AsSpan(start));
        Assert.NotNull(Ga4Validator.Validate(body));
        Assert.NotNull(Ga4Validator.Validate(noise));
    }

    [Fact]
    public void The_extended_answer_names_severity_and_rule() => Assert.Contains(
        "\"validationCode\":\"VALUE_REQUIRED\",\"severity\":\"ERROR\",\"rule\":\"currency_missing\"",
        Purchase().With(b => b.Params().Remove("currency")).Judge().ToJson(extended: true),
        StringComparison.Ordinal);

    [Fact]
    public void Accepting_allocates_nothing()
    {
        byte[] body = Encoding.UTF8.GetBytes(Purchase().With(b => b["user_properties"] = new JsonObject { ["tier"] = new JsonObject { ["value"] = "gold" } }).ToJsonString());
        Ga4Validator.Validate(body);
        long before = GC.GetAllocatedBytesForCurrentThread();
        CollectorReport report = Ga4Validator.Validate(body);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Same(CollectorReport.Clean, report);
        Assert.Equal(0, allocated);
    }
}
