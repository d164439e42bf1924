using EcomOps.Core;
using EcomOps.Inventory.Purchasing;

namespace EcomOps.Formats.Planning;

/// <summary>A purchase order that is under way.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Sku">The item.</param>
/// <param name="Location">Where it goes; empty for a shop with one place.</param>
/// <param name="Order">Reference, units and day.</param>
public sealed record OpenOrderRow(long Line, Sku Sku, string Location, OpenPurchaseOrder Order);
