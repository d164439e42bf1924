using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EcomOps.Analytics.Events;
using EcomOps.Analytics.Events.Projections;
using EcomOps.Analytics.Events.Validation;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Events.Projections;

public sealed class ProjectionTests
{
    private static readonly IEventProjection[] All = [new Ga4Projection(), new SegmentProjection(), new MixpanelProjection(), new AmplitudeProjection(), new PostHogProjection()];

    [Fact]
    public void A_purchase_in_GA4s_form_is_what_its_documentation_asks_for()
    {
        JsonObject body = Body(new Ga4Projection(), EventSamples.Purchase());
        Assert.Equal("1234567890.1234567890", (string?)body["client_id"]);
        Assert.Equal("customer-17", (string?)body["user_id"]);
        Assert.Equal("GRANTED", (string?)body["consent"]!["ad_user_data"]);
        JsonNode e = body["events"]![0]!, p = e["params"]!;
        Assert.Equal("purchase", (string?)e["name"]);
        Assert.Equal(1_795_694_400_000_000, (long)e["timestamp_micros"]!);
        Assert.Equal("A-1001", (string?)p["transaction_id"]);
        Assert.Equal(39.98m, (decimal)p["value"]!);
        Assert.Equal("EUR", (string?)p["currency"]);
        Assert.Equal(3.2m, (decimal)p["tax"]!);
        Assert.Equal(4.9m, (decimal)p["shipping"]!);
        Assert.Equal("paid_search", (string?)p["acquisition_source"]);
        Assert.Equal(3, (int)p["lifetime_purchases"]!);
        Assert.Equal("medium", (string?)p["margin_tier"]);
        Assert.Equal(["SKU-0", "SKU-1"], p["items"]!.AsArray().Select(i => (string?)i!["item_id"]));
        Assert.Equal("Kettles", (string?)p["items"]![0]!["item_category2"]);
        Assert.Equal("medium", (string?)p["items"]![1]!["margin_tier"]);
    }

    [Fact]
    public void The_same_purchase_by_the_ecommerce_specification()
    {
        JsonNode track = Body(new SegmentProjection(), EventSamples.Purchase())["batch"]![0]!, p = track["properties"]!;
        Assert.Equal(("track", "Order Completed"), ((string?)track["type"], (string?)track["event"]));
        Assert.Equal(EventSamples.Purchase().EventId, (string?)track["messageId"]);
        Assert.Equal("2026-11-26T12:00:00Z", (string?)track["timestamp"]);
        Assert.Equal(39.98m, (decimal)p["revenue"]!);
        Assert.Equal(48.08m, (decimal)p["total"]!);
        Assert.Equal("SKU-1", (string?)p["products"]![1]!["product_id"]);
        Assert.Equal("Kitchen / Kettles", (string?)p["products"]![1]!["category"]);
    }

    [Fact]
    public void Mixpanel_and_Amplitude_get_the_event_id_as_their_deduplication_key()
    {
        ShopEvent e = EventSamples.Purchase();
        var mixpanel = Assert.IsType<ProjectionOutcome.Projected>(new MixpanelProjection().Project(e));
        Assert.Contains($"\"$insert_id\":\"{e.EventId}\"", Encoding.UTF8.GetString(mixpanel.Event.Json.Span), StringComparison.Ordinal);
        JsonNode amplitude = Body(new AmplitudeProjection(), e)["events"]![0]!;
        Assert.Equal((e.EventId, "customer-17", 39.98m), ((string?)amplitude["insert_id"], (string?)amplitude["user_id"], (decimal)amplitude["revenue"]!));
    }

    [Fact]
    public void An_id_that_Mixpanel_would_not_take_becomes_a_stable_hash_and_is_reported()
    {
        ShopEvent e = EventSamples.Purchase() with { EventId = "own:1/2" };
        var first = Assert.IsType<ProjectionOutcome.Projected>(new MixpanelProjection().Project(e));
        var second = Assert.IsType<ProjectionOutcome.Projected>(new MixpanelProjection().Project(e));
        Assert.True(first.Event.Json.Span.SequenceEqual(second.Event.Json.Span));
        Assert.Contains(first.Losses, l => l is { Path: "eventId", Code: "renamed" });
    }

    [Property(MaxTest = 400)]
    public void Any_event_becomes_a_valid_event_of_each_collector_or_is_refused_by_name(int seed)
    {
        ShopEvent e = EventSamples.Any(seed);
        foreach (IEventProjection projection in All)
        {
            switch (projection.Project(e))
            {
                case ProjectionOutcome.Projected projected:
                    byte[] body = projection.Compose([projected.Event]).ToArray();
                    using (JsonDocument.Parse(body))
                    {
                        Assert.True(Judge(projection.Collector, body).IsValid);
                        Assert.DoesNotContain("13579", Encoding.UTF8.GetString(body), StringComparison.Ordinal);
                        Assert.True(projected.Event.Json.Length <= projection.Limits.EventBytes);
                    }

                    break;
                case ProjectionOutcome.Refused refused:
                    Assert.Contains(refused.Code, (string[])["event_invalid", "no_counterpart", "identifier_unfit", "too_large", "payload_invalid"]);
                    Assert.NotEmpty(refused.Message);
                    break;
            }
        }
    }

    [Property(MaxTest = 100)]
    public void Odd_texts_alone_refuse_nothing(int seed)
    {
        // With sound ids only the absence of a counterpart, a reserved name or missing items may refuse.
        ShopEvent e = EventSamples.Any(seed);
        e = e with { Visit = e.Visit with { AnonymousId = "1.2345678", SessionId = "17", UserId = "customer" }, Items = [.. e.Items.Take(2)], SearchTerm = "kettle", Properties = e.Properties.Take(3).ToDictionary() };
        if (e.Kind is ShopEventKind.Custom or ShopEventKind.ListFiltered or ShopEventKind.CheckoutStepCompleted || e.Items.Count == 0)
        {
            return;
        }

        Assert.All(All, p => Assert.IsType<ProjectionOutcome.Projected>(p.Project(e)));
    }

    [Fact]
    public void Every_kind_projects_to_the_name_in_the_plan()
    {
        foreach (TrackedEvent row in TrackingPlan.Events)
        {
            ShopEvent e = ShopEvent.Of(row.Kind, EventSamples.Visit, EventSamples.Noon, [EventSamples.Item()]) with { Order = new EventOrder("O1"), SearchTerm = "kettle", Coupon = new EventCoupon("C") };
            ProjectionOutcome ga4 = new Ga4Projection().Project(e);
            if (row.Ga4Name is null)
            {
                Assert.Equal("no_counterpart", Assert.IsType<ProjectionOutcome.Refused>(ga4).Code);
            }
            else
            {
                Assert.Equal(row.Ga4Name, Assert.IsType<ProjectionOutcome.Projected>(ga4).Event.Name);
            }

            Assert.All(All[1..], p => Assert.Equal(row.SpecName, Assert.IsType<ProjectionOutcome.Projected>(p.Project(e)).Event.Name));
        }

        Assert.Equal(Enum.GetValues<ShopEventKind>().Length - 1, TrackingPlan.Events.Count);
    }

    [Fact]
    public void What_is_dropped_cut_or_renamed_is_reported()
    {
        ShopEvent e = EventSamples.Purchase(201) with
        {
            Properties = new Dictionary<string, EventValue> { ["gift_note"] = new string('x', 101), ["reply_to"] = "ann@example.org", ["gclid"] = "x", ["value"] = 1 },
        };
        var projected = Assert.IsType<ProjectionOutcome.Projected>(new Ga4Projection().Project(e));
        Assert.Equal(
            ["items limit", "properties.gclid name_reserved", "properties.gift_note truncated", "properties.reply_to personal_data", "properties.value name_taken"],
            projected.Losses.Select(l => $"{l.Path} {l.Code}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void More_own_properties_than_there_is_room_for_are_left_out_and_reported()
    {
        ShopEvent e = EventSamples.Purchase() with { Properties = Enumerable.Range(0, 40).ToDictionary(i => $"own_{i:00}", i => EventValue.Of(i)) };
        var projected = Assert.IsType<ProjectionOutcome.Projected>(new Ga4Projection().Project(e));
        int sent = JsonNode.Parse(projected.Event.Json.Span)!["params"]!.AsObject().Count(p => p.Key.StartsWith("own_", StringComparison.Ordinal));
        Assert.Equal(40, sent + projected.Losses.Count(l => l.Code == "limit"));
        Assert.Equal(25, JsonNode.Parse(projected.Event.Json.Span)!["params"]!.AsObject().Count - 1);
    }

    [Fact]
    public void The_gtag_call_is_safe_inside_a_script_element()
    {
        ShopEvent e = ShopEvent.ProductsSearched(EventSamples.Visit, EventSamples.Noon, "</script><script>alert(1)");
        GtagCall call = new Ga4Projection().ToGtag(e)!;
        Assert.StartsWith("gtag('event', 'search', {", call.ToScript(), StringComparison.Ordinal);
        Assert.DoesNotContain("<", call.ToScript(), StringComparison.Ordinal);
        Assert.Equal("</script><script>alert(1)", (string?)JsonNode.Parse(call.Parameters)!["search_term"]);
        Assert.Null(JsonNode.Parse(call.Parameters)!["session_id"]);
    }

    [Fact]
    public void The_gtag_call_carries_the_dimensions_of_the_shop_too()
    {
        JsonNode call = JsonNode.Parse(new Ga4Projection().ToGtag(EventSamples.Purchase())!.Parameters)!;
        Assert.Equal(("medium", "paid_search", 3), ((string?)call["margin_tier"], (string?)call["acquisition_source"], (int)call["lifetime_purchases"]!));
        Assert.All(call["items"]!.AsArray(), item => Assert.Equal("medium", (string?)item!["margin_tier"]));
        Assert.DoesNotContain("7.13", call.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_dimensions_of_the_buyer_may_be_user_properties()
    {
        JsonObject body = Body(new Ga4Projection(new Ga4ProjectionOptions { CustomerAsUserProperties = true }), EventSamples.Purchase());
        Assert.Equal(("paid_search", 3), ((string?)body["user_properties"]!["acquisition_source"]!["value"], (int)body["user_properties"]!["lifetime_purchases"]!["value"]!));
        Assert.Null(body["events"]![0]!["params"]!["acquisition_source"]);
    }

    [Fact]
    public void A_text_that_Mixpanel_would_cut_is_cut_and_reported()
    {
        ShopEvent e = EventSamples.Purchase() with { Properties = new Dictionary<string, EventValue> { ["fits"] = new string('x', 255), ["note"] = new string('y', 256) } };
        var projected = Assert.IsType<ProjectionOutcome.Projected>(new MixpanelProjection().Project(e));
        Assert.Equal("properties.note truncated", Assert.Single(projected.Losses.Select(l => $"{l.Path} {l.Code}")));
        Assert.Equal(255, ((string?)JsonNode.Parse(projected.Event.Json.Span)!["properties"]!["note"])!.Length);
        Assert.Empty(MixpanelValidator.Validate(new MixpanelProjection().Compose([projected.Event]).Span).Messages);
    }

    [Fact]
    public void A_loss_inside_an_item_names_the_item()
    {
        ShopEvent e = EventSamples.Purchase() with { Items = [EventSamples.Item(), EventSamples.Item(1) with { Name = "ann@example.org", Categories = ["Kitchen", "b@example.org"] }] };
        foreach (IEventProjection projection in All)
        {
            string[] paths = [.. Assert.IsType<ProjectionOutcome.Projected>(projection.Project(e)).Losses.Where(l => l.Code == "personal_data").Select(l => l.Path)];
            Assert.Equal(["items[1].name", projection.Collector == "ga4" ? "items[1].categories[1]" : "items[1].categories"], paths);
        }
    }

    [Fact]
    public void Events_of_one_head_share_a_request()
    {
        Ga4Projection projection = new();
        List<ProjectedEvent> events = [.. Enumerable.Range(0, 3).Select(i => ((ProjectionOutcome.Projected)projection.Project(EventSamples.Purchase(order: $"O{i}"))).Event)];
        Assert.Single(events.Select(e => e.Head).Distinct());
        Assert.Empty(Ga4Validator.Validate(projection.Compose(events).Span).Messages);
    }

    [Fact]
    public void The_buyer_is_told_to_Segment_as_traits()
    {
        var identify = Assert.IsType<ProjectionOutcome.Projected>(new SegmentProjection().Identify(EventSamples.Purchase()));
        JsonNode message = JsonNode.Parse(identify.Event.Json.Span)!;
        Assert.Equal(("identify", "paid_search", 3), ((string?)message["type"], (string?)message["traits"]!["acquisition_source"], (int)message["traits"]!["lifetime_purchases"]!));
        Assert.IsType<ProjectionOutcome.Refused>(new SegmentProjection().Identify(EventSamples.Purchase(visit: EventSamples.Visit with { UserId = null })));
    }

    [Theory]
    [InlineData(1.99, "low")]
    [InlineData(2.00, "medium")]
    [InlineData(3.99, "medium")]
    [InlineData(4.00, "high")]
    [InlineData(-1.00, "low")]
    public void A_margin_tier_holds_from_its_cut_off(double margin, string tier) =>
        Assert.Equal(tier, MarginTiers.Default.Of(new EventItem("A", Money.Eur(10)) { Margin = Money.Eur((decimal)margin) }));

    [Fact]
    public void The_tier_of_an_order_weighs_by_value_and_is_unknown_with_a_gap()
    {
        EventItem Line(decimal price, decimal? margin) => new("A", Money.Eur(price)) { Margin = margin is { } m ? Money.Eur(m) : null };
        Assert.Equal("high", MarginTiers.Default.Of([Line(10, 0), Line(90, 45)]));
        Assert.Null(MarginTiers.Default.Of([Line(10, 5), Line(90, null)]));
        Assert.Equal("c", new MarginTiers("a", ("b", 0.1m), ("c", 0.9m)).Of(Line(1, 0.9m)));
        Assert.Throws<ArgumentException>(() => new MarginTiers("a", ("b", 0.5m), ("c", 0.4m)));
    }

    private static CollectorReport Judge(string collector, byte[] body) => collector switch
    {
        "ga4" => Ga4Validator.Validate(body),
        "segment" => SegmentValidator.Validate(body),
        "mixpanel" => MixpanelValidator.Validate(body, EventSamples.Noon + Duration.FromDays(3)),
        "posthog" => PostHogValidator.Validate(body, EventSamples.Noon),
        _ => AmplitudeValidator.Validate(body),
    };

    private static JsonObject Body(IEventProjection projection, ShopEvent e) =>
        JsonNode.Parse(projection.Compose([Assert.IsType<ProjectionOutcome.Projected>(projection.Project(e)).Event]).Span)!.AsObject();
}
