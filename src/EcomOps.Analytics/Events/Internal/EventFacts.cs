using EcomOps.Analytics.Metrics;
using EcomOps.Core;

namespace EcomOps.Analytics.Events.Internal;

/// <summary>One event as facts of the metrics.</summary>
internal static class EventFacts
{
    internal static SessionStep StepOf(ShopEvent e) => e.Kind switch
    {
        ShopEventKind.OrderCompleted => SessionStep.Order,
        ShopEventKind.PaymentInfoEntered => SessionStep.Payment,
        ShopEventKind.CheckoutStarted or ShopEventKind.CheckoutStepViewed or ShopEventKind.CheckoutStepCompleted => SessionStep.Checkout,
        ShopEventKind.ShippingInfoEntered => SessionStep.Shipping,
        ShopEventKind.ProductAdded => SessionStep.Cart,
        ShopEventKind.ProductViewed => SessionStep.View,
        _ => SessionStep.Visit,
    };

    internal static string? ChannelOf(ShopEvent e) => e.Visit.Context.Campaign?.Source ?? e.Visit.Customer?.AcquisitionSource;

    internal static IReadOnlyDictionary<string, string> Properties(ShopEvent e)
    {
        Dictionary<string, string> properties = new(StringComparer.Ordinal);
        foreach ((string name, EventValue value) in e.Properties)
        {
            properties[name] = value.Text;
        }

        Add("channel", ChannelOf(e));
        Add("device", e.Visit.Context.Device);
        Add("source", e.Visit.Source switch { EventSource.Web => "web", EventSource.App => "app", _ => "server" });
        return properties;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                properties[name] = value;
            }
        }
    }

    internal static OrderFact Order(ShopEvent e, string person) => new(e.Order!.OrderId, e.Visit.UserId is null && person == e.Visit.AnonymousId ? null : person, e.OccurredAt, [.. e.Items.Select(Line)])
    {
        Channel = ChannelOf(e),
        Tax = e.Order.Tax,
        Shipping = e.Order.Shipping,
    };

    internal static IEnumerable<RefundFact> Refunds(ShopEvent e, ShopEvent? order) =>
        (e.Items.Count > 0 ? e.Items : order?.Items ?? []).Select((item, i) => new RefundFact($"{e.EventId}/{i}", e.Order!.OrderId, e.OccurredAt, item.ItemId, item.Quantity, item.Value())
        {
            Channel = ChannelOf(order ?? e),
            Category = item.Categories.Count > 0 ? item.Categories[0] : null,
        });

    private static OrderLineFact Line(EventItem item) => new(item.ItemId, item.Quantity, item.Discount is { } discount ? item.Price + discount : item.Price)
    {
        Discount = item.Discount is { } unit ? unit * item.Quantity : null,
        UnitCost = item.Margin is { } margin ? item.Price - margin : null,
        Category = item.Categories.Count > 0 ? item.Categories[0] : null,
    };
}
