namespace EcomOps.Inventory.Policies;

/// <summary>A base-stock level and its expected cost or profit per period.</summary>
/// <param name="Level">Order-up-to level S, in units; whole for discrete demand.</param>
/// <param name="Expected">Expected cost (or, where stated, profit) per period: a model figure, not an amount to book.</param>
public sealed record BaseStock(double Level, double Expected);
