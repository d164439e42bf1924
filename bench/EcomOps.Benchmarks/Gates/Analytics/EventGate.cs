using EcomOps.Analytics.Events;
using EcomOps.Analytics.Events.Projections;
using EcomOps.Analytics.Events.Validation;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Benchmarks.Gates.Analytics;

/// <summary>The offline validator on Measurement Protocol bodies as JSON text, 25 purchases of 10 items each, as our own projection writes them.</summary>
public sealed class EventGate : IGate
{
    /// <inheritdoc />
    public string Name => "analytics/events";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        EventVisit visit = new("1234567890.1234567890", "1700000000", "customer-17") { Consent = EventConsent.Granted, Customer = new EventCustomer("paid_search", 3) };
        ShopEvent Purchase(int n) => ShopEvent.OrderCompleted(visit, Instant.FromUtc(2026, 11, 26, 12, 0), new EventOrder($"A-{n}") { Tax = Money.Eur(3.2m), Shipping = Money.Eur(4.9m) }, [.. Enumerable.Range(0, 10).Select(Line)]);
        Ga4Projection projection = new();
        ShopEvent first = Purchase(0);
        List<ProjectedEvent> events = [.. Enumerable.Range(0, CollectorLimits.Ga4Events).Select(n => ((ProjectionOutcome.Projected)projection.Project(Purchase(n))).Event)];
        byte[] body = projection.Compose(events).ToArray();
        if (Ga4Validator.Validate(body).Messages.Count > 0)
        {
            throw new InvalidOperationException("The gate measures the accepting path.");
        }

        double seconds = Measurement.BestNanoseconds(() => Ga4Validator.Validate(body)) / 1e9;
        yield return GateResult.AtLeast(Name + "/validate-json-10-items", events.Count / seconds, "1/s", 200_000);
        yield return GateResult.AtMost(Name + "/validate-json-allocated", Measurement.AllocatedBytes(() => Ga4Validator.Validate(body)), "B", 0);
        yield return GateResult.AtLeast(Name + "/project-and-validate-10-items", 1e9 / Measurement.BestNanoseconds(() => projection.Project(first)), "1/s", 30_000);
    }

    private static EventItem Line(int i) => new($"SKU-{i}", Money.Eur(19.99m + i), 1 + (i % 3))
    {
        Name = $"Stainless kettle {i}",
        Brand = "Brewer",
        Categories = ["Kitchen", "Kettles"],
        Variant = "red",
        Margin = Money.Eur(5),
    };
}
