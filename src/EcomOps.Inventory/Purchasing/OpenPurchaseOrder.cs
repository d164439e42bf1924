using NodaTime;

namespace EcomOps.Inventory.Purchasing;

/// <summary>Goods that are ordered and not received.</summary>
/// <param name="Reference">Number of the order.</param>
/// <param name="Quantity">Units still to come; 0 or more.</param>
/// <param name="Due">Day on which they are expected to be usable.</param>
public sealed record OpenPurchaseOrder(string Reference, long Quantity, LocalDate Due);
