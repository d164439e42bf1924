using EcomOps.Core;

namespace EcomOps.Operations.Steps;

/// <summary>What one SKU sold and got back, over the history and in the reported month.</summary>
internal sealed record ProductSales(Sku Sku, long Units, Money Gross, long ReturnedUnits, Money Returns, int Orders, long MonthUnits, Money MonthGross)
{
    internal Money Net => Gross - Returns;
}
