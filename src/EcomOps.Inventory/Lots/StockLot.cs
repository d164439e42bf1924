using EcomOps.Core;
using NodaTime;

namespace EcomOps.Inventory.Lots;

/// <summary>A lot, or one serialised unit, of an item.</summary>
/// <param name="Sku">The item.</param>
/// <param name="Code">Lot or serial number, unique within the item.</param>
/// <param name="ReceivedAt">Business time of its first receipt.</param>
/// <param name="Expires">Last day on which it may be sold, or null.</param>
/// <param name="PackageSize">Units in one package; at least 1.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record StockLot(Sku Sku, string Code, Instant ReceivedAt, LocalDate? Expires, long PackageSize = 1);
