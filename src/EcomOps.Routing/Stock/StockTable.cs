using EcomOps.Core;

namespace EcomOps.Routing.Stock;

/// <summary>Stock in memory.</summary>
/// <remarks>Immutable after construction and thread-safe.</remarks>
public sealed class StockTable : IStockView
{
    private readonly Dictionary<(string, Sku), long> _units = [];

    /// <summary>Takes units by location and SKU; several entries for one pair add up.</summary>
    /// <param name="entries">Entries.</param>
    public StockTable(IEnumerable<(string LocationId, Sku Sku, long Units)> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach ((string location, Sku sku, long units) in entries)
        {
            _units[(location, sku)] = _units.GetValueOrDefault((location, sku)) + units;
        }
    }

    /// <inheritdoc />
    public long Available(string locationId, Sku sku) => _units.GetValueOrDefault((locationId, sku));
}
