using EcomOps.Core;

namespace EcomOps.Routing.Stock;

/// <summary>What routing must know of stock. It reads only: the host reserves the plan it got and routes again when a reservation fails.</summary>
/// <remarks>Implementations must be thread-safe when the router is used from several threads, and should answer from memory: the router asks once per location and SKU.</remarks>
public interface IStockView
{
    /// <summary>Units that can be promised from a location.</summary>
    /// <param name="locationId">Location.</param>
    /// <param name="sku">SKU.</param>
    /// <returns>Units, 0 or more; 0 for what is unknown. A value below 0 counts as 0.</returns>
    long Available(string locationId, Sku sku);
}
