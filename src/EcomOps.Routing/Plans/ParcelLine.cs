using EcomOps.Core;

namespace EcomOps.Routing.Plans;

/// <summary>Units of an order line in a parcel, or left unfilled.</summary>
/// <param name="LineId">Order line.</param>
/// <param name="Sku">SKU.</param>
/// <param name="Units">Units, above 0.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record ParcelLine(string LineId, Sku Sku, long Units);
