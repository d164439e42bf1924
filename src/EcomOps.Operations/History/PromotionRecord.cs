using EcomOps.Core;
using NodaTime;

namespace EcomOps.Operations.History;

/// <summary>A promotion that ran.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="From">First day.</param>
/// <param name="Until">The day after the last.</param>
/// <param name="DiscountPercent">Taken off the unit price, above 0 up to 100.</param>
/// <param name="Skus">Items it applied to; empty for all.</param>
public sealed record PromotionRecord(string Id, string Name, LocalDate From, LocalDate Until, decimal DiscountPercent, IReadOnlyList<Sku> Skus);
