using EcomOps.Core;

namespace EcomOps.Operations.Settings;

/// <summary>A tax rate of a destination.</summary>
/// <param name="Country">Country of destination.</param>
/// <param name="Name">Name of the tax ("VAT").</param>
/// <param name="Rate">Rate as a fraction, 0.2 for twenty percent, 0 or more and below 1.</param>
/// <param name="Category">Category of goods it is for; null for all that no other entry of the country names.</param>
public sealed record TaxRateSettings(CountryCode Country, string Name, decimal Rate, string? Category = null);
