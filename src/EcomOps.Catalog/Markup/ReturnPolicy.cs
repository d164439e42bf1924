using EcomOps.Core;

namespace EcomOps.Catalog.Markup;

/// <summary>The shop's return rules in one country.</summary>
/// <param name="Country">Country in which they hold.</param>
/// <param name="Days">Days within which goods can be returned; 0 for no returns, null for no limit.</param>
/// <param name="IsFree">Whether the shop pays the way back; null when not said.</param>
public sealed record ReturnPolicy(CountryCode Country, int? Days, bool? IsFree = null);
