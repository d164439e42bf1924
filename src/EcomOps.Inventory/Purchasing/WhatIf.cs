using EcomOps.Core;
using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Distributions.Internal;
using EcomOps.Inventory.Purchasing.Internal;
using EcomOps.Inventory.Replenishment;

namespace EcomOps.Inventory.Purchasing;

/// <summary>What more service, longer deliveries or more money would change: curves as points.</summary>
/// <remarks>
/// Steady-state figures of a periodic review with back-orders: mean stock is the mean of the stock just after and just before a delivery,
/// the shortage of a cycle <c>n(S; L + R) - n(S; L)</c>. Orders that constraints make larger hold more and miss less than stated. Thread-safe.
/// </remarks>
public sealed class WhatIf
{
    private const double DaysPerYear = 365;

    private static readonly double[] Levels = [0.80, 0.85, 0.90, 0.925, 0.95, 0.97, 0.98, 0.99, 0.995];
    private static readonly double[] Stretches = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3];
    private static readonly decimal[] Shares = [0m, 0.1m, 0.2m, 0.3m, 0.4m, 0.5m, 0.6m, 0.7m, 0.8m, 0.9m, 1m];

    private readonly PlanningOptions _options;

    /// <summary>Makes the curves for these options.</summary>
    /// <param name="options">As for the plan.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public WhatIf(PlanningOptions options) => _options = PlanningOptionsCheck.Valid(options);

    /// <summary>Stock, cost and fill rate by cycle service level.</summary>
    /// <param name="items">Items in one currency; those that a plan would refuse are left out.</param>
    /// <param name="levels">Cycle service levels in (0, 1); null for .80 to .995.</param>
    /// <returns>One point per level, in the order given; none without an item.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A level is outside (0, 1).</exception>
    /// <exception cref="ArgumentException">The items have costs in different currencies.</exception>
    public IReadOnlyList<ServicePoint> ByService(IReadOnlyList<PlanningItem> items, IReadOnlyList<double>? levels = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        PlanningItem[] valid = [.. PlanningItemValidation.Keep(items, _options, [])];
        if (valid.Length == 0)
        {
            return [];
        }

        ServiceLevel[] services = [.. (levels ?? Levels).Select(ServiceLevel.Cycle)];
        Currency currency = OneCurrency(valid);
        ServicePoint[][] byItem = [.. valid.AsParallel().AsOrdered().Select(item => Curve(item, services))];
        double reviewed = valid.Sum(i => PerYear(i));
        return [.. services.Select((service, s) =>
        {
            double shortage = byItem.Sum(p => p[s].ShortPerYear);
            return new ServicePoint(
                service.Target,
                byItem.Sum(p => p[s].SafetyStock),
                byItem.Sum(p => p[s].MeanStock),
                byItem.Aggregate(Money.Zero(currency), (sum, p) => sum + p[s].StockValue),
                byItem.Aggregate(Money.Zero(currency), (sum, p) => sum + p[s].HoldingPerYear),
                reviewed > 0 ? Math.Clamp(1 - (shortage / reviewed), 0, 1) : 1,
                shortage);
        })];
    }

    /// <summary>Reorder point and stock of one item by mean lead time.</summary>
    /// <param name="item">The item; its service promise, or that of its class (C and Y where it has none), holds.</param>
    /// <param name="days">Mean lead times in days, 0 or more; null for a quarter to three times today's.</param>
    /// <returns>One point per lead time, in the order given.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A lead time is negative or above 3,660 days.</exception>
    /// <exception cref="ArgumentException">The item cannot be planned; the message says why.</exception>
    public IReadOnlyList<LeadTimePoint> ByLeadTime(PlanningItem item, IReadOnlyList<double>? days = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        var issues = new List<Issue>();
        if (PlanningItemValidation.Keep([item], _options, issues).Count == 0)
        {
            throw new ArgumentException(string.Join(" ", issues.Select(i => i.Message)), nameof(item));
        }

        double mean = item.Supplier.LeadTime.MeanInDays(item.Demand.Period), variation = mean > 0 ? item.Supplier.LeadTime.StandardDeviation / item.Supplier.LeadTime.Mean : 0;
        ServiceLevel service = item.Service ?? (item.Class is { } known ? _options.Targets.For(known) : _options.Targets.For(AbcClass.C, XyzClass.Y));
        return [.. (days ?? [.. Stretches.Select(s => s * mean)]).Select(d =>
        {
            (ProtectedDemand protection, DemandDistribution until) = Demands(item, LeadTime.Of(d, variation * d));
            ReorderPoint point = protection.Reaching(service, Math.Max(1, protection.Demand.Mean - until.Mean));
            return new LeadTimePoint(d, point.Units, point.SafetyStock, MeanStock(point, until));
        })];
    }

    /// <summary>Expected gain and fill rate by budget.</summary>
    /// <param name="items">Items in one currency; those that a plan would refuse are left out.</param>
    /// <param name="budgets">Budgets of 0 or more; null for tenths of what the plan without a budget costs.</param>
    /// <returns>One point per budget, in the order given; none without an item.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A budget is negative.</exception>
    /// <exception cref="ArgumentException">The items have costs in different currencies.</exception>
    public IReadOnlyList<BudgetPoint> ByBudget(IReadOnlyList<PlanningItem> items, IReadOnlyList<Money>? budgets = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        PlanDraft draft = PlanDraft.Of(items, _options);
        if (draft.Needs.Count == 0)
        {
            return [];
        }

        Currency currency = OneCurrency([.. draft.Needs.Select(n => n.Item)]);
        Money all = draft.Needs.Aggregate(Money.Zero(currency), (sum, n) => n.Proposal is { } p ? sum + p.Cost : sum);
        return [.. (budgets ?? [.. Shares.Select(s => all * s)]).Select(b => b.IsNegative
            ? throw new ArgumentOutOfRangeException(nameof(budgets), b, "A budget cannot be negative.")
            : Point(draft, b))];
    }

    private BudgetPoint Point(PlanDraft draft, Money budget)
    {
        Dictionary<(Sku, string), PurchaseProposal> lines = new MarginalAllocation(_options, budget, []).Spend(draft.Needs.Where(n => n.Proposal is not null)).ToDictionary(l => (l.Item.Sku, l.Item.Location));
        double gain = 0, demand = 0, shortage = 0;
        foreach (ItemNeed need in draft.Needs)
        {
            long quantity = lines.TryGetValue((need.Item.Sku, need.Item.Location), out PurchaseProposal? line) ? line.Quantity : 0;
            gain += MarginalReturn.Stake(need.Item) is { } stake ? MarginalReturn.Gain(need, stake, need.Position, quantity, _options) : 0;
            demand += need.Protection.Mean;
            shortage += need.Loss(Math.Max(0, need.Position + quantity));
        }

        return new BudgetPoint(
            budget,
            lines.Values.Aggregate(Money.Zero(budget.Currency), (sum, l) => sum + l.Cost),
            Money.Of((decimal)gain, budget.Currency).Round(MoneyRounding.HalfEven),
            demand > 0 ? Math.Clamp(1 - (shortage / demand), 0, 1) : 1,
            lines.Count);
    }

    private ServicePoint[] Curve(PlanningItem item, ServiceLevel[] services)
    {
        (ProtectedDemand protection, DemandDistribution until) = Demands(item, item.Supplier.LeadTime);
        RisingDemand whole = new(protection.Demand), first = new(until);
        var points = new ServicePoint[services.Length];
        foreach (int s in Enumerable.Range(0, services.Length).OrderBy(s => services[s].Target))
        {
            var point = new ReorderPoint(whole.Quantile(services[s].Target), protection.Demand, services[s]);
            double stock = (first.ComplementaryLoss(point.Units) + whole.ComplementaryLoss(point.Units)) / 2;
            Money value = Money.Of(item.UnitCost.Amount * (decimal)stock, item.UnitCost.Currency).Round(MoneyRounding.HalfEven);
            double shortage = Math.Max(0, whole.Loss(point.Units) - first.Loss(point.Units)) * DaysPerYear / _options.ReviewDays;
            points[s] = new ServicePoint(services[s].Target, point.SafetyStock, stock, value, (value * (decimal)_options.HoldingRate).Round(MoneyRounding.HalfEven), 1, shortage);
        }

        return points;
    }

    private (ProtectedDemand Protection, DemandDistribution Until) Demands(PlanningItem item, LeadTime lead)
    {
        double review = _options.ReviewDays / EcomOps.Inventory.Demand.DemandPeriods.MeanDays(item.Demand.Period);
        return (SafetyStock.For(item.Demand).Over(lead, review), LeadTimeDemand.Over(item.Demand, lead));
    }

    private double PerYear(PlanningItem item)
    {
        (ProtectedDemand protection, DemandDistribution until) = Demands(item, item.Supplier.LeadTime);
        return (protection.Demand.Mean - until.Mean) * DaysPerYear / _options.ReviewDays;
    }

    private static double MeanStock(ReorderPoint point, DemandDistribution until) =>
        (until.ComplementaryLoss(point.Units) + point.Demand.ComplementaryLoss(point.Units)) / 2;

    private static Currency OneCurrency(IReadOnlyList<PlanningItem> items) => items.Select(i => i.UnitCost.Currency).Distinct().Take(2).ToArray() is [var one]
        ? one
        : throw new ArgumentException("A what-if curve needs costs in one currency.", nameof(items));
}
