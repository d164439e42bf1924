using EcomOps.Core;
using NodaTime;

namespace EcomOps.Inventory.Supply;

/// <summary>Units that are on their way: a confirmed purchase order line or an announced shipment.</summary>
/// <param name="Reference">Document, unique per item; announcing it again replaces it.</param>
/// <param name="Sku">The item.</param>
/// <param name="At">Location that will receive.</param>
/// <param name="Quantity">Units still to come; 0 withdraws it.</param>
/// <param name="DueAt">When the units can be shipped: expected arrival plus the time to put them away.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record ExpectedSupply(string Reference, Sku Sku, string At, long Quantity, Instant DueAt)
{
    /// <summary>How sure it is; confirmed by default.</summary>
    public SupplyConfidence Confidence { get; init; }
}
