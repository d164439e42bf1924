using EcomOps.Core;

namespace EcomOps.Inventory.Ledger;

/// <summary>Kits put together from their components, or taken apart.</summary>
/// <param name="Reference">Number of the document; its idempotency key.</param>
/// <param name="At">Code of the location.</param>
/// <param name="Kit">The kit; its components are those of its <see cref="Kits.StockItem"/>.</param>
/// <param name="Quantity">Kits; negative takes them apart. Not 0.</param>
public sealed record Assembly(string Reference, string At, Sku Kit, long Quantity) : StockDocument(Reference)
{
    internal override string KeyPrefix => "assembly/";
}
