using EcomOps.Core;
using NodaTime;

namespace EcomOps.Operations.History;

/// <summary>Goods that were ordered and have not arrived.</summary>
/// <param name="Reference">Number of the purchase order.</param>
/// <param name="SupplierId">Who delivers.</param>
/// <param name="SiteId">Where it will arrive.</param>
/// <param name="Sku">What was ordered.</param>
/// <param name="Quantity">Units still to come, at least 1.</param>
/// <param name="ExpectedOn">Day of arrival that the supplier confirmed.</param>
public sealed record OpenPurchaseOrder(string Reference, string SupplierId, string SiteId, Sku Sku, long Quantity, LocalDate ExpectedOn);
