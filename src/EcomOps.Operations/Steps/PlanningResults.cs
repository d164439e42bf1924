using EcomOps.Core;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Purchasing;
using EcomOps.Inventory.Replenishment;
using EcomOps.Operations.History;

namespace EcomOps.Operations.Steps;

/// <summary>One SKU with its forecast and the levels that follow from it.</summary>
/// <param name="Product">The SKU.</param>
/// <param name="Forecast">Weekly forecast from the end of the history on.</param>
/// <param name="Class">ABC by value, XYZ by steadiness.</param>
/// <param name="Supplier">Who delivers, in the words of the settings or the data.</param>
/// <param name="LeadTime">From order to usable stock.</param>
/// <param name="Point">Reorder point over lead time and review.</param>
/// <param name="OnHand">Units on hand; null when neither data nor settings tell.</param>
/// <param name="OnOrder">Units on open purchase orders.</param>
/// <param name="Claimed">Units reserved for orders that have not left.</param>
internal sealed record PlannedSku(
    ShopProduct Product,
    Forecast Forecast,
    ItemClass Class,
    string Supplier,
    LeadTime LeadTime,
    ReorderPoint Point,
    long? OnHand,
    long OnOrder,
    long Claimed)
{
    internal long? Position => OnHand + OnOrder - Claimed;
}

/// <summary>What other choices would change.</summary>
/// <param name="Service">Stock and fill rate by service level.</param>
/// <param name="Budget">Gain and cover by budget for the orders due now.</param>
/// <param name="LeadTimeOf">The SKU with the most money on its way, whose lead time is varied; null without one.</param>
/// <param name="LeadTime">Its levels by lead time.</param>
internal sealed record WhatIfResults(IReadOnlyList<ServicePoint> Service, IReadOnlyList<BudgetPoint> Budget, PlannedSku? LeadTimeOf, IReadOnlyList<LeadTimePoint> LeadTime);

/// <summary>Forecasts, levels and purchase proposals.</summary>
/// <param name="Demand">The weekly demand behind them.</param>
/// <param name="Items">Every SKU with demand, by SKU.</param>
/// <param name="Plan">Proposals; null when stock or costs are not known.</param>
/// <param name="WhatIf">What other choices would change; null without a plan.</param>
internal sealed record PlanningResults(WeeklyDemand Demand, IReadOnlyList<PlannedSku> Items, PurchasePlan? Plan, WhatIfResults? WhatIf)
{
    internal const int ShownWeeks = 8;
}
