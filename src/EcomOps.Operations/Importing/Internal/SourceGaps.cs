using System.Globalization;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;

namespace EcomOps.Operations.Importing.Internal;

/// <summary>What neither an order file nor the settings hold, and what the settings put in its place.</summary>
internal static class SourceGaps
{
    internal static IReadOnlyList<DataGap> Of(StoreSettings settings, IReadOnlyList<string> unknownCountries)
    {
        List<DataGap> gaps =
        [
            new("Receipts", "Stock on hand is not known from data, and supplier lead times are not observed.", "Keep goods receipts in the stock ledger, or state supply.stockCoverWeeks in store.yaml."),
            new("OpenPurchaseOrders", "Purchase proposals cannot count goods that are already on their way.", "Keep purchase orders in the stock ledger."),
            new("PaymentAttempts", "Authorisation rate, decline reasons and gateway health cannot be computed from the past.", "Export payment attempts from the gateways."),
            new("Sessions", "The purchase funnel, conversion rate and experiments cannot be computed.", "Collect the events of the tracking plan."),
            new("Spend", "Acquisition cost and lifetime value by acquisition channel cannot be computed.", "Export daily spend by channel from the advertising accounts."),
            new("Promotions", "Promotion effect cannot be told from ordinary demand.", "Record promotions with their days and discounts."),
            new("Experiments", "There is no A/B test to judge.", "Record experiments and which variant each visit saw."),
            new("Shipments", "Delivery times, promises kept and shipping margin cannot be computed.", "Export shipments from the warehouse or the carriers."),
            new("Risk", "Fraud scores use only what the order itself says: value, country and the customer's past.", "Keep card country, network country and check results with each order."),
            new("ReturnReasons", "Returns cannot be told apart by reason.", "Record a reason with every return."),
            new("ProductContent", "Descriptions, images, GTINs and weights are missing, so feeds and structured data fail their required fields.", "Import a product file beside the order file."),
        ];
        AddSettingGaps(settings, gaps);
        if (unknownCountries.Count > 0)
        {
            gaps.Add(new(
                "Countries",
                $"Orders to {string.Join(", ", unknownCountries)} have no country code: they are left out of routing, tax and delivery figures by country.",
                "Add the names under countries in store.yaml."));
        }

        return gaps;
    }

    internal static IReadOnlyList<SourceAssumption> AssumptionsOf(StoreSettings settings)
    {
        SupplyTerms supply = settings.Supply;
        List<SourceAssumption> assumptions = [];
        if (supply.CostShareOfPrice is { } share)
        {
            assumptions.Add(new("Costs", Text($"Unit cost is taken as {share:P1} of the price; every margin rests on it."), "supply.costShareOfPrice"));
        }

        if (supply.StockCoverWeeks is { } weeks)
        {
            assumptions.Add(new("Stock", Text($"Stock on hand at the end of the data is taken as {weeks:0.##} weeks of recent demand."), "supply.stockCoverWeeks"));
        }

        assumptions.Add(new(
            "Supply",
            Text($"Items without a supplier's own terms arrive in {supply.LeadTimeDays:0.##} days (standard deviation {supply.LeadTimeDeviationDays:0.##}), in packs of {supply.PackSize}, at least {supply.MinimumOrderQuantity}; stock is looked at every {supply.ReviewDays} days."),
            "supply"));
        return assumptions;
    }

    private static void AddSettingGaps(StoreSettings settings, List<DataGap> gaps)
    {
        if (settings.Supply.CostShareOfPrice is null)
        {
            gaps.Add(new("Costs", "Margin cannot be computed.", "Import unit costs, or state supply.costShareOfPrice in store.yaml."));
        }

        if (settings.Sites.Count == 0)
        {
            gaps.Add(new("Sites", "Orders cannot be routed.", "List the fulfilment sites under sites in store.yaml."));
        }

        if (settings.Suppliers.Count == 0)
        {
            gaps.Add(new("Suppliers", "Purchase proposals use the default supply terms and name no supplier.", "List suppliers under suppliers in store.yaml."));
        }

        if (!settings.Orders.Columns.ContainsKey(OrderField.Channel))
        {
            gaps.Add(new("Channels", "Figures by sales channel cannot be computed.", "Map the column under orders.columns.channel in store.yaml."));
        }

        if (!settings.Orders.Columns.ContainsKey(OrderField.ShippingTier))
        {
            gaps.Add(new("ShippingTiers", "The tier that customers chose is not known; promises are those of the first tier.", "Map the column under orders.columns.shippingTier in store.yaml."));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
