using EcomOps.Core;
using EcomOps.Formats.Tables.Internal;
using EcomOps.Inventory.Purchasing;
using EcomOps.Inventory.Replenishment;
using NodaTime;

namespace EcomOps.Formats.Planning.Internal;

/// <summary>Turns cells into rows. Keeps what stood before, for rows that may stand once.</summary>
internal sealed class SupplyParser(Currency currency)
{
    private readonly Dictionary<(Sku, string), long> _items = [];
    private readonly Dictionary<string, long> _suppliers = new(StringComparer.Ordinal);

    internal static string[] Optional { get; } =
    [
        "location", "supplier", "lead_time_deviation_days", "unit_price", "shortage_penalty", "on_hand", "back_orders", "claimed", "on_order", "due", "minimum", "pack", "maximum",
        "order_cost", "order_days", "shelf_life_days", "service", "unit_weight_kg", "unit_volume_l", "units_per_pallet",
    ];

    internal static SalesRow Sales(TableCells c) =>
        new(c.Line, c.Sku("sku"), c.Text("location"), c.Needed("date", c.Day("date")), c.Needed("quantity", c.Units("quantity")));

    internal static OpenOrderRow OpenOrder(TableCells c) => new(
        c.Line, c.Sku("sku"), c.Text("location"), new OpenPurchaseOrder(c.Required("reference"), c.Needed("quantity", c.Units("quantity", 0)), c.Needed("due", c.Day("due"))));

    internal static PromotionRow PromotionOf(TableCells c)
    {
        Sku? sku = c.Text("sku").Length > 0 ? c.Sku("sku") : default(Sku?);
        LocalDate from = c.Needed("from", c.Day("from")), through = c.Needed("through", c.Day("through"));
        decimal uplift = c.Needed("uplift", c.Number("uplift", 0.000001m, (decimal)Promotion.MaximumUplift));
        if (through < from)
        {
            c.Reject("bad_through", "The last day lies before the first; exchange them.");
            through = from;
        }

        return new(c.Line, sku, c.Text("location"), new Promotion(new DateInterval(from, through), (double)uplift) { Name = c.Text("name") });
    }

    internal ContainerLimit Container(TableCells c)
    {
        string supplier = c.Required("supplier");
        if (!_suppliers.TryAdd(supplier, c.Line))
        {
            c.Reject("duplicate_supplier", $"The container of {supplier} stands on line {_suppliers[supplier]} already; keep one.");
        }

        return new ContainerLimit(supplier)
        {
            Weight = c.Number("weight_kg", 0.001m) is { } kilograms ? Weight.Kilograms(kilograms) : null,
            VolumeInLitres = c.Number("volume_l", 0.001m),
            Pallets = c.Number("pallets", 0.001m),
        };
    }

    internal SupplyRow Supply(TableCells c)
    {
        Sku sku = c.Sku("sku");
        string location = c.Text("location");
        double lead = (double)c.Needed("lead_time_days", c.Number("lead_time_days", 0, 3660)), deviation = (double)(c.Number("lead_time_deviation_days", 0, 3660) ?? 0);
        decimal cost = c.Needed("unit_cost", c.Number("unit_cost", 0.000001m));
        long onOrder = c.Units("on_order", 0) ?? 0;
        LocalDate? due = c.Day("due");
        if (onOrder > 0 && due is null && c.Text("due").Length == 0)
        {
            c.Reject("missing_due", "Units on order need the day on which they are due; fill it in, or use a file of open orders.");
        }

        double? service = (double?)c.Number("service", 0.000001m, 0.999999m);
        SupplierTerms terms = new(c.Text("supplier") is { Length: > 0 } name ? name : "supplier", LeadTime.Of(lead, deviation))
        {
            Constraints = new OrderConstraints { Minimum = c.Units("minimum", 1) ?? 1, Multiple = c.Units("pack", 1) ?? 1, Maximum = c.Units("maximum", 1) },
            Calendar = Calendar(c),
            OrderCost = Amount(c.Number("order_cost")),
        };
        var row = new SupplyRow(c.Line, sku, location, terms, Money.Of(cost, currency))
        {
            UnitPrice = Amount(c.Number("unit_price")),
            ShortagePenalty = Amount(c.Number("shortage_penalty")),
            OnHand = c.Units("on_hand", 0) ?? 0,
            BackOrders = c.Units("back_orders", 0) ?? 0,
            Claims = c.Units("claimed", 0) ?? 0,
            OnOrder = onOrder,
            Due = due,
            Service = service,
            ShelfLifeDays = (int?)c.Units("shelf_life_days", 1),
            Load = Load(c),
        };
        if (c.Problems.Count == 0 && !_items.TryAdd((sku, location), c.Line))
        {
            c.Reject("duplicate_item", $"{sku}{(location.Length > 0 ? "@" + location : string.Empty)} stands on line {_items[(sku, location)]} already; keep one.");
        }

        return row;
    }

    private Money? Amount(decimal? value) => value is { } amount ? Money.Of(amount, currency) : null;

    private static UnitLoad? Load(TableCells c)
    {
        decimal? weight = c.Number("unit_weight_kg"), volume = c.Number("unit_volume_l");
        long? pallet = c.Units("units_per_pallet", 1);
        return weight is null && volume is null && pallet is null ? null : new UnitLoad(Weight.Kilograms(weight ?? 0), volume ?? 0, pallet);
    }

    // Days as "mon thu"; blank for every day.
    private static SupplierCalendar Calendar(TableCells c)
    {
        string[] words = c.Text("order_days").Split([' ', ';', '/', '+'], StringSplitOptions.RemoveEmptyEntries);
        var days = new List<IsoDayOfWeek>();
        foreach (string word in words)
        {
            IsoDayOfWeek day = Enum.GetValues<IsoDayOfWeek>().FirstOrDefault(d => d != IsoDayOfWeek.None && word.Length >= 3 && d.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase));
            if (day == IsoDayOfWeek.None)
            {
                c.Reject("bad_order_days", $"'{word}' is no day of the week; write days such as 'mon thu', or leave it blank for every day.");
                return SupplierCalendar.EveryDay;
            }

            days.Add(day);
        }

        return days.Count == 0 ? SupplierCalendar.EveryDay : SupplierCalendar.On(days);
    }
}
