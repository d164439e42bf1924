using EcomOps.Core;
using NodaTime;

namespace EcomOps.Operations.History;

/// <summary>A place that holds stock and ships.</summary>
/// <param name="Id">Its id ("NL-AMS").</param>
/// <param name="Name">Its name.</param>
/// <param name="Country">Country it stands in.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Zone">Zone of its cut-off time.</param>
/// <param name="CutOff">Local time until which an order leaves the same working day.</param>
/// <param name="OrdersPerDay">Orders it can ship on a working day, at least 1.</param>
/// <param name="HandlingCost">Cost of picking and packing one order, in the shop's currency.</param>
/// <param name="StockShare">Share of the assortment's stock that it holds, above 0 up to 1; shares of all sites sum to 1.</param>
public sealed record FulfilmentSite(
    string Id,
    string Name,
    CountryCode Country,
    GeoPoint Position,
    DateTimeZone Zone,
    LocalTime CutOff,
    int OrdersPerDay,
    Money HandlingCost,
    decimal StockShare);
