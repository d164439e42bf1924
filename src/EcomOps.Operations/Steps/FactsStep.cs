using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Maps the history once to the facts on which every figure of the run stands.</summary>
internal static class FactsStep
{
    internal static ShopFacts Run(ShopHistory history, StoreSettings settings, CustomerResults? customers)
    {
        Dictionary<Sku, ShopProduct> products = history.Products.ToDictionary(p => p.Sku);
        return ShopFacts.Of(
            history.Zone,
            history.Currency,
            Orders(history, settings, customers, products),
            Refunds(history, settings, customers, products),
            history.Spend.Select(s => new SpendFact(s.On, s.Channel, s.Amount)),
            history.Sessions.Count == 0 ? null : history.Sessions.Select(s => new SessionFact(s.Id, s.StartedAt, StepOf(s.Reached), s.Channel)),
            history.PaymentAttempts.Count == 0 ? null : history.PaymentAttempts.Select(a => new PaymentFact(a.At, a.Succeeded)),
            coverage: new ReportPeriod(history.From, history.Until.PlusDays(-1)));
    }

    internal static SessionStep StepOf(WebStep step) => step switch
    {
        WebStep.Visit => SessionStep.Visit,
        WebStep.ViewItem => SessionStep.View,
        WebStep.AddToCart => SessionStep.Cart,
        WebStep.BeginCheckout => SessionStep.Checkout,
        WebStep.AddShippingInfo => SessionStep.Shipping,
        WebStep.AddPaymentInfo => SessionStep.Payment,
        _ => SessionStep.Order,
    };

    private static IEnumerable<OrderFact> Orders(ShopHistory history, StoreSettings settings, CustomerResults? customers, Dictionary<Sku, ShopProduct> products)
    {
        Dictionary<string, string> acquired = history.Customers.Where(c => c.AcquisitionChannel is not null).ToDictionary(c => c.Id, c => c.AcquisitionChannel!, StringComparer.Ordinal);
        Dictionary<string, string> visited = new(StringComparer.Ordinal);
        foreach (WebSession session in history.Sessions.Where(s => s.OrderId is not null))
        {
            visited[session.OrderId!] = session.Channel;
        }

        Dictionary<string, Money> handling = history.Sites.ToDictionary(s => s.Id, s => s.HandlingCost, StringComparer.Ordinal);
        Dictionary<string, Money> fees = Fees(history, settings);
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (ShopOrder order in history.Orders)
        {
            string? customer = order.CustomerId;

            // The first order came over the channel that won the customer, a later one over the channel of its visit.
            string? channel = customer is not null && known.Add(customer) ? acquired.GetValueOrDefault(customer) : null;
            yield return new OrderFact(order.Id, customer, order.PlacedAt, [.. order.Lines.Select(l => Line(l, products))])
            {
                Channel = channel ?? visited.GetValueOrDefault(order.Id),
                SalesChannel = order.Channel,
                Country = order.CountryName ?? order.Country?.Value,
                Segment = customer is null ? null : customers?.Segmentation.SegmentOf(customer),
                Shipping = order.ShippingCharged,
                ShippingCost = order.Shipment?.Cost,
                FulfilmentCost = order.Shipment is { } shipment && handling.TryGetValue(shipment.SiteId, out Money cost) ? cost : null,
                PaymentFee = fees.TryGetValue(order.Id, out Money fee) ? fee : null,
                DeliveredOnTime = order.Shipment is { DeliveredAt: { } at } sent ? at.InZone(history.Zone).Date <= sent.PromisedOn : null,
            };
        }
    }

    private static OrderLineFact Line(ShopOrderLine line, Dictionary<Sku, ShopProduct> products)
    {
        ShopProduct? product = products.GetValueOrDefault(line.Sku);
        return new OrderLineFact(line.Sku.Value, line.Quantity, line.UnitDiscount is { } off ? line.UnitPrice + off : line.UnitPrice)
        {
            Discount = line.UnitDiscount is { } each ? each * line.Quantity : null,
            UnitCost = product?.UnitCost,
            Category = product?.Category,
        };
    }

    private static Dictionary<string, Money> Fees(ShopHistory history, StoreSettings settings)
    {
        Dictionary<string, GatewaySettings> gateways = settings.Gateways.DistinctBy(g => g.Id).ToDictionary(g => g.Id, StringComparer.Ordinal);
        Dictionary<string, Money> fees = new(StringComparer.Ordinal);
        foreach (PaymentAttemptRecord attempt in history.PaymentAttempts)
        {
            if (attempt.Succeeded && gateways.TryGetValue(attempt.Gateway, out GatewaySettings? gateway))
            {
                fees[attempt.OrderId] = ((attempt.Amount * gateway.FeeRate) + gateway.FixedFee).Round(MoneyRounding.HalfEven);
            }
        }

        return fees;
    }

    private static IEnumerable<RefundFact> Refunds(ShopHistory history, StoreSettings settings, CustomerResults? customers, Dictionary<Sku, ShopProduct> products)
    {
        int line = 0;
        HashSet<string> handled = new(StringComparer.Ordinal);
        foreach (ReturnedLine back in history.Returns)
        {
            ShopProduct? product = products.GetValueOrDefault(back.Sku);
            yield return new RefundFact(back.ReturnId, back.OrderId, back.At, back.Sku.Value, back.Quantity, back.Value)
            {
                Line = ++line,

                // A return of several lines is handled once.
                HandlingCost = settings.ReturnHandlingCost is { } cost ? handled.Add(back.ReturnId) ? cost : Money.Zero(history.Currency) : null,
                UnitCost = product?.UnitCost,
                Category = product?.Category,
                Country = back.CountryName,
                Segment = back.CustomerId is { } customer ? customers?.Segmentation.SegmentOf(customer) : null,
            };
        }
    }
}
