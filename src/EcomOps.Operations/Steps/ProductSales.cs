using EcomOps.Core;

namespace EcomOps.Operations.Steps;

/// <summary>What one SKU sold net of returns over the history, and what it sold in the reported month.</summary>
internal sealed record ProductSales(Sku Sku, Money Net, long MonthUnits, Money MonthGross);
