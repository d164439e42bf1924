namespace EcomOps.Routing.Sourcing;

/// <summary>Demand for one SKU in an integer sourcing problem.</summary>
/// <param name="Id">Name of the line, for messages.</param>
/// <param name="Sku">Index of the SKU in the stock of every source; 0 or more. Lines with the same index share the stock.</param>
/// <param name="Quantity">Units wanted; 0 or more.</param>
/// <param name="BackorderCost">Penalty per unit left unfilled, 0 or more; null when the line must be filled.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record SourcingLine(string Id, int Sku, long Quantity, long? BackorderCost = null);
