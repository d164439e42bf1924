using EcomOps.Core;
using EcomOps.Inventory.Replenishment;

namespace EcomOps.Formats.Planning;

/// <summary>A past or planned promotion.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Sku">The item; null for all items.</param>
/// <param name="Location">Where; empty for everywhere.</param>
/// <param name="Promotion">Days and uplift.</param>
public sealed record PromotionRow(long Line, Sku? Sku, string Location, Promotion Promotion);
