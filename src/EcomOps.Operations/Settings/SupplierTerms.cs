using EcomOps.Operations.History;

namespace EcomOps.Operations.Settings;

/// <summary>A supplier and what it supplies.</summary>
/// <param name="Supplier">Who it is and how it delivers.</param>
/// <param name="SkuPrefixes">Beginnings of the SKUs that it supplies, the longest one that fits decides; empty for every SKU that no other supplier has.</param>
public sealed record SupplierTerms(ShopSupplier Supplier, IReadOnlyList<string> SkuPrefixes);
