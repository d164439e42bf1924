using EcomOps.Core;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Purchasing;
using EcomOps.Inventory.Replenishment;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using PlanTerms = EcomOps.Inventory.Purchasing.SupplierTerms;

namespace EcomOps.Operations.Steps;

/// <summary>Forecast, safety stock, reorder point and purchase proposals for every SKU with demand.</summary>
internal sealed class PlanningStep
{
    private const int FewestDeliveries = 5;

    private readonly ShopHistory _history;
    private readonly StoreSettings _settings;
    private readonly WeeklyDemand _demand;
    private readonly StockResults _stock;
    private readonly ServiceTargets _targets;
    private readonly Dictionary<string, ShopSupplier> _suppliers;
    private readonly ILookup<Sku, EcomOps.Operations.History.OpenPurchaseOrder> _open;

    private PlanningStep(ShopHistory history, StoreSettings settings, WeeklyDemand demand, StockResults stock)
    {
        _history = history;
        _settings = settings;
        _demand = demand;
        _stock = stock;
        _targets = Targets(settings.ServiceLevels);
        _suppliers = history.Suppliers.ToDictionary(s => s.Id, StringComparer.Ordinal);
        _open = history.OpenPurchaseOrders.ToLookup(o => o.Sku);
    }

    internal static PlanningResults Run(ShopHistory history, StoreSettings settings, WeeklyDemand demand, StockResults stock, CancellationToken cancellationToken) =>
        new PlanningStep(history, settings, demand, stock).Run(cancellationToken);

    private PlanningResults Run(CancellationToken cancellationToken)
    {
        ShopProduct[] products = [.. _history.Products.Where(p => _demand.Units.ContainsKey(p.Sku)).OrderBy(p => p.Sku)];
        var forecasts = new Forecast[products.Length];
        Parallel.For(0, products.Length, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, i => forecasts[i] = Forecast(products[i]));
        IReadOnlyList<AbcClass> abc = ItemClassification.Abc([.. products.Select((p, i) => forecasts[i].Mean.Average() * (double)p.Price.Amount)]);
        PlannedSku[] items = [.. products.Select((p, i) => Plan(p, forecasts[i], abc[i]))];
        if (!_stock.IsKnown || items.All(i => i.Product.UnitCost is null))
        {
            return new(_demand, items, null, null);
        }

        PlannedSku[] priced = [.. items.Where(i => i.Product.UnitCost is { Amount: > 0 })];
        PlanningItem[] planned = [.. priced.Select(Item)];
        var options = new PlanningOptions(_history.Until)
        {
            ReviewDays = _settings.Supply.ReviewDays,
            HoldingRate = (double)_settings.Supply.HoldingCostPerYear,
            Targets = _targets,
        };
        return new(_demand, items, new PurchasePlanner(options).Propose(planned), WhatIf(priced, planned, options));
    }

    private Forecast Forecast(ShopProduct product)
    {
        long[] weeks = _demand.Units[product.Sku];
        int first = Math.Max(0, Array.FindIndex(weeks, w => w > 0));
        LeadTime lead = LeadTimeOf(SupplierOf(product));
        int horizon = Math.Max(PlanningResults.ShownWeeks, (int)Math.Ceiling((lead.Mean + _settings.Supply.ReviewDays) / 7));
        DemandSeries series = DemandSeries.Weekly(_demand.From.PlusWeeks(first), weeks.Skip(first).Select(w => (double)w));
        return Forecaster.Automatic.Forecast(series, horizon);
    }

    private PlannedSku Plan(ShopProduct product, Forecast forecast, AbcClass abc)
    {
        ShopSupplier? supplier = SupplierOf(product);
        LeadTime lead = LeadTimeOf(supplier);
        DemandProfile profile = forecast.Profile ?? throw new InvalidOperationException("The automatic forecaster describes every history.");
        var classes = new ItemClass(abc, ItemClassification.Xyz(profile), ItemClassification.Velocity(profile));
        ReorderPoint point = SafetyStock.For(forecast).Over(lead, _settings.Supply.ReviewDays / 7.0).Reaching(_targets.For(classes.Abc, classes.Xyz));
        return new(
            product, forecast, classes, supplier?.Name ?? "default supply terms", lead, point,
            _stock.IsKnown ? _stock.OnHand.GetValueOrDefault(product.Sku) : null,
            _open[product.Sku].Sum(o => o.Quantity),
            _stock.Claimed.GetValueOrDefault(product.Sku));
    }

    private static WhatIfResults WhatIf(PlannedSku[] skus, PlanningItem[] items, PlanningOptions options)
    {
        var curves = new WhatIf(options);
        int largest = Enumerable.Range(0, skus.Length).Where(i => skus[i].LeadTime.Mean > 0).OrderByDescending(i => skus[i].Point.Demand.Mean * (double)items[i].UnitCost.Amount).ThenBy(i => skus[i].Product.Sku).FirstOrDefault(-1);
        return new(curves.ByService(items), curves.ByBudget(items), largest < 0 ? null : skus[largest], largest < 0 ? [] : curves.ByLeadTime(items[largest]));
    }

    private PlanningItem Item(PlannedSku item) => new(item.Product.Sku, item.Forecast, TermsOf(item), item.Product.UnitCost!.Value)
    {
        OnHand = Math.Max(0, item.OnHand!.Value),
        BackOrders = Math.Max(0, -item.OnHand.Value),
        Claims = item.Claimed,
        OpenOrders = [.. _open[item.Product.Sku].Select(o => new EcomOps.Inventory.Purchasing.OpenPurchaseOrder(o.Reference, o.Quantity, o.ExpectedOn))],
        UnitPrice = item.Product.Price,
        Class = item.Class,
    };

    private PlanTerms TermsOf(PlannedSku item) => new(item.Supplier, item.LeadTime)
    {
        Constraints = new OrderConstraints
        {
            Minimum = Math.Max(item.Product.MinimumOrderQuantity, _settings.Supply.MinimumOrderQuantity),
            Multiple = item.Product.PackSize > 1 ? item.Product.PackSize : _settings.Supply.PackSize,
        },
    };

    private ShopSupplier? SupplierOf(ShopProduct product) =>
        product.SupplierId is { } id && _suppliers.TryGetValue(id, out ShopSupplier? named) ? named : _settings.FindSupplier(product.Sku)?.Supplier;

    private LeadTime LeadTimeOf(ShopSupplier? supplier) => supplier switch
    {
        { ObservedLeadTimes.Count: >= FewestDeliveries } observed => LeadTime.FromHistory(observed.ObservedLeadTimes.Select(d => (double)d)),
        not null => LeadTime.Of(supplier.LeadTimeDays, supplier.LeadTimeDeviationDays),
        null => LeadTime.Of(_settings.Supply.LeadTimeDays, _settings.Supply.LeadTimeDeviationDays),
    };

    private static ServiceTargets Targets(ServiceLevels levels)
    {
        ServiceTargets targets = ServiceTargets.Default;
        foreach (XyzClass xyz in Enum.GetValues<XyzClass>())
        {
            targets = targets.With(AbcClass.A, xyz, ServiceLevel.Cycle(levels.A)).With(AbcClass.B, xyz, ServiceLevel.Cycle(levels.B)).With(AbcClass.C, xyz, ServiceLevel.Cycle(levels.C));
        }

        return targets;
    }
}
