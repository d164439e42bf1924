using System.Text;
using EcomOps.Analytics.Events;
using EcomOps.Analytics.Events.Delivery;
using EcomOps.Analytics.Events.Projections;
using EcomOps.Analytics.Events.Validation;
using EcomOps.Analytics.Funnels;
using EcomOps.Core;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace EcomOps.Snippets.Packages;

public sealed class EventSnippets
{
    [Fact]
    public void Events_of_a_shop()
    {
        EventVisit visit = new("1.2", "s1") { Consent = EventConsent.Granted };
        Instant at = Instant.FromUtc(2026, 11, 26, 12, 0);
        EventItem kettle = new("K-1", Money.Eur(39.90m)), filter = new("F-1", Money.Eur(4.50m), 2);
        byte[] pastedBody = Encoding.UTF8.GetBytes("""{"client_id":"1.2","events":[{"name":"purchase","params":{"value":5}}]}""");
        ShopEvent[] events = [ShopEvent.ProductViewed(visit, at, kettle), ShopEvent.ProductAdded(visit, at, kettle)];
        #region ShopEvents
        ShopEvent bought = ShopEvent.OrderCompleted(visit, at, new EventOrder("A-1001") { Tax = Money.Eur(3.20m) }, kettle, filter);
        ProjectionOutcome purchase = new Ga4Projection().Project(bought);          // the form of GA4, with what it does not carry
        CollectorReport report = Ga4Validator.Validate(pastedBody);                // any Measurement Protocol body, judged offline
        IReadOnlyList<FunnelEvent> steps = events.ToFunnelEvents();                // the same events as input of funnels
        #endregion
        Assert.Equal(Money.Eur(48.90m), bought.Value);
        Assert.IsType<ProjectionOutcome.Projected>(purchase);
        Assert.False(report.IsValid);
        Assert.Equal(2, steps.Count);
    }

    [Fact]
    public void Collectors_over_http()
    {
        ServiceCollection services = new();
        services.AddSingleton<IClock>(new NodaTime.Testing.FakeClock(Instant.FromUtc(2026, 11, 26, 12, 0)));
        Dictionary<string, string> secrets = new() { ["ga4"] = "x", ["mixpanel"] = "y" };
        #region Collectors
        services.AddEcomOpsAnalytics()
            .AddGa4Collector(ga4 => (ga4.MeasurementId, ga4.ApiSecret) = ("G-ABC123", secrets["ga4"]))
            .AddMixpanelCollector(mixpanel => (mixpanel.ProjectId, mixpanel.ServiceAccount, mixpanel.Secret) = ("17", "shop", secrets["mixpanel"]));
        #endregion
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal(["ga4", "mixpanel"], provider.GetRequiredService<EventSender>().Report().Select(r => r.Collector));
    }
}
