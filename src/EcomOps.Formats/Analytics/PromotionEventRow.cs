using EcomOps.Core;
using NodaTime;

namespace EcomOps.Formats.Analytics;

/// <summary>One promotion of one product.</summary>
/// <param name="Id">Promotion.</param>
/// <param name="Sku">Product.</param>
/// <param name="From">First day.</param>
/// <param name="Weeks">Weeks, 1 or more.</param>
/// <param name="Discount">Share of the price, above 0 and below 1.</param>
/// <param name="FixedCost">Cost that does not depend on units; zero when the file does not say.</param>
public sealed record PromotionEventRow(string Id, string Sku, LocalDate From, int Weeks, decimal Discount, Money FixedCost);
