using EcomOps.Core;

namespace EcomOps.Analytics.Promotions;

/// <summary>One promotion of one product.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Sku">Promoted product.</param>
/// <param name="StartWeek">First week, an index into the series.</param>
/// <param name="Weeks">Number of weeks, 1 or more.</param>
/// <param name="Discount">Discount as a share of the price, above 0 and below 1.</param>
/// <param name="FixedCost">Cost that does not depend on units: advertising, fees.</param>
public sealed record PromotionEvent(string Id, string Sku, int StartWeek, int Weeks, decimal Discount, Money FixedCost);
