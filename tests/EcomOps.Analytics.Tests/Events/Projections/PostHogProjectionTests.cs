using System.Text.Json.Nodes;
using EcomOps.Analytics.Events;
using EcomOps.Analytics.Events.Projections;

namespace EcomOps.Analytics.Tests.Events.Projections;

public sealed class PostHogProjectionTests
{
    [Fact]
    public void A_purchase_has_the_names_of_PostHogs_ecommerce_specification()
    {
        EventVisit visit = EventSamples.Visit with { Context = new EventContext { PageUrl = "https://shop.example/done", Device = "mobile", Campaign = new EventCampaign("google", "cpc") } };
        JsonNode e = Project(EventSamples.Purchase(visit: visit)), p = e["properties"]!;
        Assert.Equal(("Order Completed", "customer-17", "2026-11-26T12:00:00Z"), ((string?)e["event"], (string?)e["distinct_id"], (string?)e["timestamp"]));
        Assert.Equal((39.98m, 48.08m, "EUR", "A-1001"), ((decimal)p["revenue"]!, (decimal)p["total"]!, (string?)p["currency"], (string?)p["order_id"]));
        Assert.Equal(["SKU-0", "SKU-1"], p["products"]!.AsArray().Select(i => (string?)i!["product_id"]));
        Assert.Equal(("https://shop.example/done", "mobile", "google", "cpc"), ((string?)p["$current_url"], (string?)p["$device_type"], (string?)p["utm_source"], (string?)p["utm_medium"]));
        Assert.Equal(("medium", "paid_search", 3), ((string?)p["margin_tier"], (string?)p["acquisition_source"], (int)p["lifetime_purchases"]!));
        Assert.Equal("1234567890.1234567890", (string?)p["$device_id"]);
        Assert.Null(p["$process_person_profile"]);
    }

    [Fact]
    public void The_uuid_is_the_id_of_the_event()
    {
        ShopEvent e = EventSamples.Purchase();
        Assert.Equal(e.EventId, ((string?)Project(e)["uuid"])!.Replace("-", string.Empty, StringComparison.Ordinal));
        Assert.Equal("550e8400-e29b-41d4-a716-446655440000", (string?)Project(e with { EventId = "550E8400-E29B-41D4-A716-446655440000" })["uuid"]);
    }

    [Fact]
    public void An_id_that_is_no_uuid_becomes_a_stable_hash_and_is_reported()
    {
        ShopEvent e = EventSamples.Purchase() with { EventId = "own:1/2" };
        var projected = Assert.IsType<ProjectionOutcome.Projected>(new PostHogProjection().Project(e));
        Assert.Contains(projected.Losses, l => l is { Path: "eventId", Code: "renamed" });
        Assert.Equal((string?)Project(e)["uuid"], (string?)Project(e)["uuid"]);
        Assert.NotEqual((string?)Project(e)["uuid"], (string?)Project(e with { EventId = "own:1/3" })["uuid"]);
    }

    [Fact]
    public void A_guest_makes_no_person()
    {
        JsonNode e = Project(EventSamples.Purchase(visit: EventSamples.Visit with { UserId = null }));
        Assert.Equal("1234567890.1234567890", (string?)e["distinct_id"]);
        Assert.False((bool)e["properties"]!["$process_person_profile"]!);
    }

    [Theory]
    [InlineData("anonymous", "payload_invalid")]
    [InlineData("ann@example.org", "payload_invalid")]
    public void An_id_that_names_nobody_or_too_much_is_refused(string id, string code) =>
        Assert.Equal(code, Assert.IsType<ProjectionOutcome.Refused>(new PostHogProjection().Project(EventSamples.Purchase(visit: EventSamples.Visit with { UserId = id }))).Code);

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void An_id_that_PostHog_would_cut_is_refused(int length, bool isProjected)
    {
        ProjectionOutcome outcome = new PostHogProjection().Project(EventSamples.Purchase(visit: EventSamples.Visit with { UserId = new string('u', length) }));
        Assert.Equal(isProjected, outcome is ProjectionOutcome.Projected);
        Assert.True(isProjected || outcome is ProjectionOutcome.Refused { Code: "identifier_unfit" });
    }

    private static JsonNode Project(ShopEvent e)
    {
        PostHogProjection projection = new();
        return JsonNode.Parse(projection.Compose([Assert.IsType<ProjectionOutcome.Projected>(projection.Project(e)).Event]).Span)!["batch"]![0]!;
    }
}
