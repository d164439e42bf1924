using EcomOps.Core;

namespace EcomOps.Analytics.Promotions;

/// <summary>Weekly sales of one product.</summary>
/// <param name="Sku">Product.</param>
/// <param name="Price">Regular price of one unit.</param>
/// <param name="UnitCost">Cost of one unit.</param>
/// <param name="Units">Units sold in week 0, 1, ...; 0 or more.</param>
public sealed record ProductSeries(string Sku, Money Price, Money UnitCost, IReadOnlyList<long> Units);
