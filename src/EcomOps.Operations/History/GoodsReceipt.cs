using EcomOps.Core;
using NodaTime;

namespace EcomOps.Operations.History;

/// <summary>Goods that arrived at a site.</summary>
/// <param name="Reference">Number of the delivery; unique together with SKU and site.</param>
/// <param name="At">When they were booked in.</param>
/// <param name="SiteId">Where they arrived.</param>
/// <param name="Sku">What arrived.</param>
/// <param name="Quantity">Units, at least 1.</param>
/// <param name="UnitCost">Paid for a unit.</param>
public sealed record GoodsReceipt(string Reference, Instant At, string SiteId, Sku Sku, long Quantity, Money UnitCost);
