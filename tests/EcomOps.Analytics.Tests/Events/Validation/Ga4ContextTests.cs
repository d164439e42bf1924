using System.Text.Json.Nodes;
using EcomOps.Analytics.Events.Projections;
using EcomOps.Analytics.Events.Validation;
using EcomOps.Analytics.Events.Validation.Internal;
using static EcomOps.Analytics.Tests.Events.Validation.Ga4Payload;

namespace EcomOps.Analytics.Tests.Events.Validation;

/// <summary>Names by the place where they stand: every reserved one is refused where it is, and taken where it belongs.</summary>
public sealed class Ga4ContextTests
{
    private static readonly Ga4ValidatorOptions App = new() { Stream = Ga4Stream.App };

    // GA help 13316687 by way of public code, as the anchor of event tracking lists it.
    public static TheoryData<string> WebNames() =>
    [
        "ad_impression", "app_remove", "app_store_refund", "app_store_subscription_cancel", "app_store_subscription_renew", "click", "error", "file_download", "first_open", "first_visit", "form_start",
        "form_submit", "in_app_purchase", "scroll", "session_start", "user_engagement", "view_complete", "video_complete", "video_progress", "video_start", "view_search_results",
    ];

    public static TheoryData<string> AppNames() => [.. Ga4Names.ReservedAppEvents.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(WebNames))]
    public void Each_reserved_name_of_a_web_stream_is_refused(string name) => Found(Custom(name), "events[0].name", "NAME_RESERVED");

    [Theory]
    [MemberData(nameof(AppNames))]
    public void Each_reserved_name_of_an_app_stream_is_refused(string name) => Found(AppBody(name), "events[0].name", "NAME_RESERVED", App);

    [Theory]
    [InlineData("form_start")]
    [InlineData("scroll")]
    [InlineData("video_start")]
    [InlineData("view_search_results")]
    public void Names_that_only_a_web_page_sends_are_free_in_an_app(string name) => Accepted(AppBody(name), App);

    [Theory]
    [InlineData("os_update")]
    [InlineData("notification_open")]
    [InlineData("dynamic_link_app_open")]
    [InlineData("ad_reward")]
    public void Names_that_only_an_app_sends_are_free_on_the_web(string name) => Accepted(Custom(name));

    [Theory]
    [InlineData("cid")]
    [InlineData("customer_id")]
    [InlineData("customerid")]
    [InlineData("dclid")]
    [InlineData("gclid")]
    [InlineData("sessionid")]
    [InlineData("sfmc_id")]
    [InlineData("sid")]
    [InlineData("srsltid")]
    [InlineData("uid")]
    [InlineData("user_id")]
    [InlineData("userid")]
    public void Each_reserved_parameter_is_refused_on_own_events_purchases_items_and_calls(string name)
    {
        Found(Custom().With(b => b.Params()[name] = "x"), "events[0].params." + name, "NAME_RESERVED");
        Found(Purchase().With(b => b.Params()[name] = "x"), "events[0].params." + name, "NAME_RESERVED");
        Found(Purchase().With(b => b.Item()[name] = "x"), "events[0].params.items[0]." + name, "NAME_RESERVED");
        Assert.Equal("NAME_RESERVED", Assert.Single(Ga4Validator.ValidateGtag("gift_wrapped", System.Text.Encoding.UTF8.GetBytes($"{{\"{name}\":\"x\"}}")).Messages).ValidationCode);
        Accepted(Custom().With(b => b.Params()[name + "_x"] = "x"));
    }

    [Fact]
    public void A_currency_belongs_to_an_event_with_a_value_and_to_recommended_events_but_not_to_an_item()
    {
        Accepted(Custom("view_promotion").With(b => b.Params()["currency"] = "EUR"));
        Found(Purchase().With(b => b.Item()["currency"] = "EUR"), "events[0].params.items[0].currency", "NAME_RESERVED");
    }

    [Fact]
    public void A_user_id_belongs_to_the_request_and_not_to_the_properties_of_the_user()
    {
        Accepted(Custom().With(b => b["user_id"] = "customer-17"));
        Found(Custom().With(b => b["user_properties"] = new JsonObject { ["user_id"] = new JsonObject { ["value"] = "x" } }), "user_properties.user_id", "NAME_RESERVED");
    }

    [Theory]
    [InlineData("view_item")]
    [InlineData("add_to_cart")]
    [InlineData("remove_from_cart")]
    [InlineData("view_cart")]
    [InlineData("begin_checkout")]
    [InlineData("add_shipping_info")]
    [InlineData("add_payment_info")]
    [InlineData("view_item_list")]
    [InlineData("select_item")]
    [InlineData("select_promotion")]
    [InlineData("add_to_wishlist")]
    public void Each_event_of_products_needs_items(string name)
    {
        Accepted(Custom(name).With(b => b.Params()["items"] = new JsonArray(new JsonObject { ["item_id"] = "K" })));
        Found(Custom(name), "events[0].params.items", "VALUE_REQUIRED");
    }

    [Fact]
    public void A_part_refund_names_its_items() => Accepted(Custom("refund").With(b =>
    {
        b.Params()["transaction_id"] = "T1";
        b.Params()["items"] = new JsonArray(new JsonObject { ["item_id"] = "K", ["quantity"] = 1 });
    }));

    [Fact]
    public void An_app_stream_needs_the_id_of_the_installation()
    {
        Accepted(AppBody("gift_wrapped"), App);
        Found(AppBody("gift_wrapped").With(b => b.Remove("app_instance_id")), "app_instance_id", "VALUE_REQUIRED", App);
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void An_app_stream_takes_500_different_names(int count, bool isValid)
    {
        string[] names = [.. Enumerable.Range(0, count).Select(i => $"own_{i}"), "own_0"];
        CollectorReport report = Ga4Validator.ValidateEventNames(names, App);
        Assert.Equal(isValid, report.IsValid);
        Assert.Equal(isValid ? [] : [("names", "VALUE_OUT_OF_BOUNDS")], report.Messages.Select(m => (m.FieldPath, m.ValidationCode)));
        Assert.Empty(Ga4Validator.ValidateEventNames(names).Messages);
    }

    [Fact]
    public void Names_of_a_plan_are_judged_as_those_of_a_payload()
    {
        Assert.Empty(Ga4Validator.ValidateEventNames(TrackingPlan.Events.Where(e => e.Ga4Name is not null).Select(e => e.Ga4Name!)).Messages);
        Assert.Equal(
            [("names[1]", "NAME_RESERVED"), ("names[2]", "NAME_INVALID")],
            Ga4Validator.ValidateEventNames(["gift_wrapped", "session_start", "1st", "1st"]).Messages.Select(m => (m.FieldPath, m.ValidationCode)));
    }

    private static JsonObject AppBody(string name) => Custom(name).With(b =>
    {
        b.Remove("client_id");
        b["app_instance_id"] = "abc";
    });
}
