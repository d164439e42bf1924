using EcomOps.Core;
using NodaTime;

namespace EcomOps.Formats.Analytics;

/// <summary>Sales of one product in one week.</summary>
/// <param name="Line">Place in the file.</param>
/// <param name="Sku">Product.</param>
/// <param name="Day">A day of the week; rows of the same product and week add up.</param>
/// <param name="Units">Units sold, 0 or more.</param>
/// <param name="Price">Regular price of a unit, without promotion.</param>
/// <param name="UnitCost">Cost of a unit.</param>
public sealed record WeeklySalesRow(long Line, string Sku, LocalDate Day, long Units, Money Price, Money UnitCost);
