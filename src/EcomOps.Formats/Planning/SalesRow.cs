using EcomOps.Core;
using NodaTime;

namespace EcomOps.Formats.Planning;

/// <summary>Units of one item sold on one day; several rows a day are summed by whoever makes a series of them.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Sku">The item.</param>
/// <param name="Location">Where it left from; empty where the file does not tell.</param>
/// <param name="Day">Day of the sale.</param>
/// <param name="Units">Units; negative for returns.</param>
public sealed record SalesRow(long Line, Sku Sku, string Location, LocalDate Day, long Units);
